import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import type { SyntaxNode } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { isBodyWithoutResult } from './lambda-target.ts';
import { scopeOf } from './scope-argument.ts';
import type { TokenCall, TokenResult } from './token-call.ts';
import { handedOn, inParentheses, isDropped, localSetTo, stringType, used } from './token-result.ts';
import { waitingFor } from './waiting.ts';

/** The methods of `IMaskinportenTokenProvider`, and whether the token is exchanged. */
const providerMethods: Readonly<Record<string, boolean>> = { GetToken: false, GetAltinnExchangedToken: true };

/** A call of the provider, or why it must be rewritten by hand. */
export function readProviderCall(
  call: SyntaxNode,
  ownCalls: readonly SyntaxNode[],
  file: CSharpFile,
  project: CSharpProject,
): TokenCall | TokenUse {
  const invocation = readInvocation(call, file.text);
  const [scopes, ...others] = invocation?.arguments ?? [];
  const exchange = invocation && providerMethods[invocation.name];
  if (!invocation || scopes === undefined || others.length > 0 || typeof exchange !== 'boolean') return 'unknown-call';
  const result = resultOf(call, ownCalls, file, project);
  if (typeof result === 'string') return result;
  const { start, end } = invocation.nameNode;
  return { exchange, name: { start, end }, scope: scopeOf(scopes.value, 'kept', file, project), result };
}

function resultOf(
  call: SyntaxNode,
  ownCalls: readonly SyntaxNode[],
  file: CSharpFile,
  project: CSharpProject,
): TokenResult | TokenUse {
  const waiting = waitingFor(call, file.text);
  const whole = waiting.kind === 'none' ? waiting.task : waiting.node;
  if (isBodyWithoutResult(whole, file, project)) return { kind: 'dropped' };
  if (waiting.kind === 'none') return handedOn(call, ownCalls, file.text);
  if (isDropped(waiting.node, file.text)) return { kind: 'dropped' };
  const value = inParentheses(waiting.node);
  const local = localSetTo(value, stringType, file);
  return used(waiting, value, local && { type: local.type }, file.text) ?? 'commented';
}
