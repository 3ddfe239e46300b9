import type { FileRange } from '../../../location.ts';
import { chainAround } from '../../../syntax/csharp/chain.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { callsNamed } from '../../../syntax/csharp/project.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import { findCallables } from '../../startup/callable.ts';
import { clientIds } from '../client-id.ts';
import type { NameSources } from '../external/package-names.ts';
import { externalPackage } from '../package-surface.ts';
import { sectionOf } from '../section-path.ts';
import type { OldClient } from './consumer.ts';
import { means, mentionsOf } from './library-type.ts';
import { oldClients } from './read-consumers.ts';
import { callOfName, roleOf } from './role.ts';

/** A call on the services that can go. */
export interface ServicesCall {
  /** The name of the method, or of the type that it registers. */
  readonly at: FileRange;
  readonly call: FileRange;
  readonly form: 'extension' | 'static';
}

/** `AddMaskinportenJwkTokenProvider("secret")` */
export interface ProviderRegistration extends ServicesCall {
  /** null when it is computed. */
  readonly secret: string | null;
}

/** `Configure<MaskinportenSettings>(…)`, which the provider and others take their settings from. */
export interface SettingsRegistration extends ServicesCall {
  readonly id: string;
  /** The call as written, from its name on. */
  readonly expression: string;
  /** null when it cannot be told, or is set in code. */
  readonly section: string | null;
}

/** `AddHttpClient<IMaskinportenService, MaskinportenService>()` and its like, by the app itself. */
export interface ClientRegistration {
  readonly client: OldClient;
  readonly at: FileRange;
  /** The name of the class that is registered; null for one that is made by a lambda. */
  readonly implementation: string | null;
  /** How to take it away; null where what it returns is used for something else. */
  readonly removal: { readonly kind: 'call' | 'statement'; readonly at: FileRange } | null;
}

export function readProviderRegistrations(sources: NameSources): readonly ProviderRegistration[] {
  const type = { ...oldClients['token-provider'], name: 'MaskinportenExtensions' };
  return distinctCalls('AddMaskinportenJwkTokenProvider', sources).flatMap(({ file, invocation }) => {
    const { receiver, arguments: args } = invocation;
    const isStatic = args.length === 2;
    const [secret] = args.slice(-1);
    const isImported = means(type.name, type, sources.imports.of(file));
    const isQualified = receiver !== null && means(dottedName(receiver, file.text), type, sources.imports.of(file));
    if (secret === undefined || (!isImported && !isQualified)) return [];
    const name = evaluateString(secret.value, file, sources.project);
    return [
      {
        ...servicesCall(invocation, invocation.nameNode, isStatic ? 'static' : 'extension', file),
        secret: name.kind === 'known' ? name.value : null,
      },
    ];
  });
}

const settingsType = { name: 'MaskinportenSettings', namespace: externalPackage };

export function readSettingsRegistrations(sources: NameSources, appPath: string): readonly SettingsRegistration[] {
  const read = settingsRegistrationsIn(sources);
  const ids = clientIds(
    read.map(({ at, section, expression }) => {
      return { kind: 'token-provider', method: 'Configure', file: at.file, text: section ?? expression };
    }),
    appPath,
  );
  return read.map((registration, index) => ({ ...registration, id: ids[index] ?? '' }));
}

function settingsRegistrationsIn(sources: NameSources): readonly SettingsRegistration[] {
  return mentionsOf(settingsType, sources).flatMap(({ file, written }) => {
    const list = written.kind === 'generic_name' ? null : written.parent;
    const call = list?.kind === 'type_argument_list' ? callOfName(list) : null;
    const invocation = call && readInvocation(call, file.text);
    const [argument, ...others] = invocation?.arguments ?? [];
    if (invocation?.name !== 'Configure' || !argument || others.length > 0) return [];
    const section = sectionOf(argument.value, file, sources.project);
    return [
      {
        ...servicesCall(invocation, invocation.nameNode, 'extension', file),
        id: '',
        expression: file.text.slice(invocation.nameNode.start, invocation.end),
        section: section.kind === 'section' ? section.path : null,
      },
    ];
  });
}

/** Where the package's settings are injected: `IOptions<MaskinportenSettings>` and its like. */
export function readSettingsInjections(sources: NameSources): readonly FileRange[] {
  return mentionsOf(settingsType, sources).flatMap(({ file, written }) => {
    const wrapper = written.parent?.parent;
    const isOptions =
      wrapper?.kind === 'generic_name' && /^IOptions(Monitor|Snapshot)?\b/.test(textOf(wrapper, file.text));
    const place = isOptions ? outermostType(wrapper) : null;
    const isInjected = place?.parent?.kind === 'parameter' || place?.parent?.kind === 'type_argument_list';
    return isInjected && place ? [rangeOf(place, file)] : [];
  });
}

function outermostType(type: SyntaxNode): SyntaxNode {
  const { parent } = type;
  return parent && ['qualified_name', 'nullable_type'].includes(parent.kind) ? outermostType(parent) : type;
}

export function readClientRegistrations(client: OldClient, sources: NameSources): readonly ClientRegistration[] {
  return mentionsOf(oldClients[client], sources).flatMap((mention) => {
    const role = roleOf(mention);
    const { file, written } = mention;
    const invocation = role.kind === 'registered' ? readInvocation(role.call, file.text) : null;
    const [service, implementation] = invocation?.typeArguments ?? [];
    if (!invocation || service === undefined || !contains(service, written)) return [];
    return [
      {
        client,
        at: rangeOf(written, file),
        implementation: implementation ? dottedName(implementation, file.text) : null,
        removal: removalOf(invocation, file),
      },
    ];
  });
}

function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A client's builder is not the services: with it goes all that is said to it, when that is the whole statement. */
function removalOf(invocation: Invocation, file: CSharpFile): ClientRegistration['removal'] {
  if (invocation.name !== 'AddHttpClient') return { kind: 'call', at: rangeOf(invocation, file) };
  const chain = chainAround(invocation.node, file.text);
  const [first] = chain?.links ?? [];
  const statement = chain?.node.parent;
  const isWhole = first?.nameNode === invocation.nameNode && statement?.kind === 'expression_statement';
  return isWhole ? { kind: 'statement', at: rangeOf(statement, file) } : null;
}

/** Calls by a name that the app gives no function of its own, each place once. */
export function distinctCalls(name: string, { project }: NameSources) {
  const calls = callsNamed(project, name).filter(
    ({ invocation, file }) => findCallables(invocation, file, project).length === 0,
  );
  return [...new Map(calls.map((call) => [`${call.file.path} ${call.invocation.nameNode.start}`, call])).values()];
}

function servicesCall(
  invocation: Invocation,
  at: SyntaxNode,
  form: ServicesCall['form'],
  file: CSharpFile,
): ServicesCall {
  return { at: rangeOf(at, file), call: rangeOf(invocation, file), form };
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }, { path }: CSharpFile): FileRange {
  return { file: path, start, end };
}
