import { functionKinds, lambdaKinds } from '../../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { closest, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { isInExpressionTree, wantedOf } from './lambda-target.ts';
import { scopeOf } from './scope-argument.ts';
import type { TokenCall, TokenResult } from './token-call.ts';
import { handedOn, inParentheses, isDropped, localSetTo, stringType, used } from './token-result.ts';
import { type Waiting, waitingFor } from './waiting.ts';
import type { Wanted } from './wanted-result.ts';

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
  if (isInExpressionTree(call, file, project)) return 'expression-tree';
  const waiting = waitingFor(call, file.text);
  const lambda = lambdaGiving(waiting);
  const wanted = lambda && wantedOf({ node: lambda, root: rootOf(lambda), file }, project);
  if (wanted === 'nothing' && isBody(waiting)) return { kind: 'dropped' };
  if (wanted !== null && !fits(wanted, waiting)) return 'delegate-unknown';
  if (waiting.kind === 'none') return handedOn(call, ownCalls, file.text);
  if (isDropped(waiting.node, file.text)) return { kind: 'dropped' };
  const value = inParentheses(waiting.node);
  const local = localSetTo(value, stringType, file);
  return used(waiting, value, local && { type: local.type }, file.text) ?? 'commented';
}

/**
 * The lambda that returns the task, or that may return what was waited for: an expression by itself may be all that a
 * delegate does which returns nothing, and a member of the token is no statement.
 */
function lambdaGiving(waiting: Waiting): SyntaxNode | null {
  if (waiting.kind !== 'none') return isBody(waiting) && isStatement(waiting.node) ? waiting.node.parent : null;
  const around = closest(waiting.task, ...functionKinds, ...lambdaKinds);
  return around && lambdaKinds.includes(around.kind) ? around : null;
}

function isBody(waiting: Waiting): boolean {
  const { parent, field } = waiting.kind === 'none' ? waiting.task : waiting.node;
  return field === 'body' && parent !== null && lambdaKinds.includes(parent.kind);
}

function isStatement({ kind }: SyntaxNode): boolean {
  return kind === 'await_expression' || kind === 'invocation_expression';
}

function fits(wanted: Wanted, { kind }: Waiting): boolean {
  return wanted === 'task' || (wanted === 'value' && kind === 'blocks');
}
