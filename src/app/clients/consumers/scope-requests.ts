import type { FileRange } from '../../../location.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { argumentFor, type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { type AskedScopes, askedScopes } from '../built-in/asked-scopes.ts';
import type { OldClient } from './consumer.ts';
import type { FollowedClient } from './following.ts';
import { rangeOf } from './services-call.ts';

/** A place where an old client is asked for a token, or goes where it cannot be followed. */
export type ScopeRequest =
  | { readonly kind: 'asked'; readonly at: FileRange; readonly expression: string; readonly asked: AskedScopes }
  | { readonly kind: 'not-followed'; readonly at: FileRange; readonly use: TokenUse };

/** What lets other code ask the same client. */
const leadingElsewhere: readonly TokenUse[] = [
  'passed-on',
  'method-group',
  'null-conditional',
  'visible',
  'unknown-call',
];

/** The calls that exchange a token ask Maskinporten for nothing. */
export function scopeRequests(
  client: OldClient,
  { calls, obstacles }: FollowedClient,
  file: CSharpFile,
  project: CSharpProject,
): readonly ScopeRequest[] {
  const requests = calls.flatMap((node): readonly ScopeRequest[] => {
    const call = readInvocation(node, file.text);
    if (call?.name === 'ExchangeToAltinnToken') return [];
    const at = rangeOf(call?.nameNode ?? node, file);
    const scope = call === null ? 'unknown-call' : scopeArgument(client, call);
    if (typeof scope === 'string') return [{ kind: 'not-followed', at, use: scope }];
    const asked = askedScopes({ node: scope, root: rootOf(scope), file }, project);
    return [{ kind: 'asked', at, expression: textOf(scope, file.text).replace(/\s+/g, ' '), asked }];
  });
  const elsewhere = obstacles.filter(({ use }) => leadingElsewhere.includes(use));
  return [...requests, ...elsewhere.map(({ use, at }) => ({ kind: 'not-followed', at, use }) as const)];
}

/** `GetToken(definition)` of the package and its overloads have three parameters at most, those with a scope seven. */
function scopeArgument(client: OldClient, { name, arguments: given }: Invocation): SyntaxNode | TokenUse {
  if (client === 'token-provider') return given[0]?.value ?? 'unknown-call';
  if (name !== 'GetToken') return 'unknown-call';
  if (given.length < 5) return 'definition';
  return argumentFor(given, 'scope', 3)?.value ?? 'unknown-call';
}
