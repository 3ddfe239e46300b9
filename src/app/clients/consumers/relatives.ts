import type { FileRange } from '../../../location.ts';
import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, closest, textOf } from '../../../syntax/csharp/node.ts';
import type { NameSources } from '../external/package-names.ts';
import { externalPackage } from '../package-surface.ts';
import type { OldClient } from './consumer.ts';
import { type Mention, mentionsOf } from './library-type.ts';
import { oldClients } from './read-consumers.ts';
import { roleOf } from './role.ts';
import { distinctCalls } from './services-call.ts';

/** A class of the app's own that is an old client. */
export interface OwnImplementation {
  readonly client: OldClient;
  readonly name: string;
  /** The interface, among what the class derives from. */
  readonly at: FileRange;
}

export function readOwnImplementations(client: OldClient, sources: NameSources): readonly OwnImplementation[] {
  return mentionsOf(oldClients[client], sources).flatMap((mention) => {
    const type = closest(mention.written, ...typeKinds);
    const name = type && childInRole(type, 'name');
    if (roleOf(mention).kind !== 'base' || !name) return [];
    return [{ client, name: textOf(name, mention.file.text), at: rangeOf(mention) }];
  });
}

/** The class behind the provider, used without its registration. */
export function readDirectProviders(sources: NameSources): readonly FileRange[] {
  return mentionsOf({ ...oldClients['token-provider'], name: 'MaskinportenJwkTokenProvider' }, sources).map(rangeOf);
}

export function readExceptions(sources: NameSources): readonly FileRange[] {
  return mentionsOf({ name: 'TokenRequestException', namespace: externalPackage }, sources).map(rangeOf);
}

/** A piece of the package's oldest API, which was put together by hand. */
export interface OldestUse {
  readonly name: string;
  readonly at: FileRange;
}

export function readOldestUses(sources: NameSources): readonly OldestUse[] {
  const named = (name: string) => mentionsOf({ name, namespace: externalPackage }, sources);
  const settings = named('MaskinportenSettings').filter(isOldestSettings);
  return [...named('IMaskinporten'), ...named('MaskinportenTokenHandler'), ...settings].map((mention) => ({
    name: textOf(mention.written, mention.file.text).replace(/<.*/s, '').split('.').at(-1) ?? '',
    at: rangeOf(mention),
  }));
}

/** `Configure<MaskinportenSettings<T>>(…)` */
function isOldestSettings({ written, file }: Mention): boolean {
  const isGeneric = textOf(written, file.text).endsWith('>');
  const call = closest(written, 'invocation_expression');
  return isGeneric && call !== null && readInvocation(call, file.text)?.name === 'Configure';
}

/** Calls that make the library itself ask for the package's service, in a version that still does. */
export function readLegacyEformidling(sources: NameSources): readonly FileRange[] {
  return distinctCalls('AddEFormidlingServices', sources)
    .filter(({ invocation }) => invocation.typeArguments.length === 2)
    .map(({ file, invocation: { nameNode } }) => ({ file: file.path, start: nameNode.start, end: nameNode.end }));
}

function rangeOf({ file, written }: Mention): FileRange {
  return { file: file.path, start: written.start, end: written.end };
}
