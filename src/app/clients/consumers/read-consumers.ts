import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { byKey, rootOf } from '../../../syntax/csharp/project.ts';
import { credentialsGiven } from '../credentials/service-credentials.ts';
import type { NameSources } from '../external/package-names.ts';
import { externalPackage } from '../package-surface.ts';
import type { OldClient, TokenConsumer } from './consumer.ts';
import { type ConsumingClass, rewriteOf } from './consuming-class.ts';
import { followClient } from './following.ts';
import { type LibraryType, type Mention, mentionsOf } from './library-type.ts';
import { type Role, roleOf } from './role.ts';
import { scopeRequests } from './scope-requests.ts';

export const oldClients: Readonly<Record<OldClient, LibraryType>> = {
  'token-provider': { name: 'IMaskinportenTokenProvider', namespace: 'Altinn.App.Core.Internal.Maskinporten' },
  'external-service': { name: 'IMaskinportenService', namespace: externalPackage },
};

/** Every place where code of the app gets hold of an old client. */
export function readConsumers(client: OldClient, sources: NameSources): readonly TokenConsumer[] {
  const type = oldClients[client];
  const held = mentionsOf(type, sources)
    .map((mention) => ({ ...mention, role: roleOf(mention) }))
    .filter(({ role }) => role.kind !== 'base' && role.kind !== 'registered');
  const classes = byKey(held, ({ file, written }) => `${file.path} ${scopeOf(written).start} ${scopeOf(written).kind}`);
  return [...classes.values()].flatMap((mentions) => consumersIn(client, type.name, mentions, sources));
}

interface HeldMention extends Mention {
  readonly role: Role;
}

/** The class, or the whole of a program without one. */
function scopeOf(node: SyntaxNode): SyntaxNode {
  return closest(node, ...typeKinds) ?? rootOf(node);
}

function consumersIn(
  client: OldClient,
  name: string,
  mentions: readonly HeldMention[],
  sources: NameSources,
): readonly TokenConsumer[] {
  const [first] = mentions;
  if (first === undefined) return [];
  const consuming: ConsumingClass = { client, file: first.file, scope: scopeOf(first.written), mentions };
  const followed = followClient(mentions, consuming.scope, consuming.file);
  const rewrite = rewriteOf(consuming, followed, sources);
  const requests = scopeRequests(client, followed, consuming.file, sources.project);
  const within = `${consuming.file.path} ${consuming.scope.start}`;
  const credentials =
    client === 'external-service' ? credentialsGiven(within, followed, consuming.file, sources.project) : null;
  const entries = mentions.filter(({ role }) => howOf(role) !== 'held');
  return (entries.length > 0 ? entries : [first]).map(({ file, written, role }) => ({
    id: '',
    client,
    name,
    how: howOf(role),
    at: { file: file.path, start: written.start, end: written.end },
    madeAs: madeAs(consuming),
    requests,
    credentials,
    rewrite,
  }));
}

function madeAs({ scope, file, mentions }: ConsumingClass): string | null {
  const name = mentions.some(({ role }) => role.kind === 'constructor') ? childInRole(scope, 'name') : null;
  return name && textOf(name, file.text);
}

function howOf({ kind }: Role): TokenConsumer['how'] {
  if (kind === 'constructor' || kind === 'injected') return 'injected';
  return kind === 'resolved' ? 'resolved' : 'held';
}
