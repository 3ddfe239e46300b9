import { functionKinds, lambdaKinds } from '../../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { ancestors, childInRole, childOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { returnedTask } from '../../../syntax/csharp/operations/returned-task.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import type { Local, TokenResult } from './token-call.ts';
import type { Waiting } from './waiting.ts';

export type Waited = Extract<Waiting, { kind: 'await' | 'blocks' }>;

/** Of a task that is not waited for, but returned by a function that can await it. */
export function handedOn(task: SyntaxNode, ownCalls: readonly SyntaxNode[], text: string): TokenResult | TokenUse {
  const returned = returnedTask(task, text);
  if (returned === null) return 'task-kept';
  if (returned.tasks.some(isWithinTry)) return 'within-try';
  const others = returned.tasks.filter((other) => !ownCalls.includes(other));
  return {
    kind: 'handed-on',
    task: { start: task.start, end: task.end },
    asyncAt: returned.asyncAt,
    alsoAwaited: others.map(({ start }) => start),
  };
}

/** Whether a `catch` or `finally` of the same function would come to wait for the task. */
function isWithinTry(task: SyntaxNode): boolean {
  let inner = task;
  for (const outer of ancestors(task)) {
    if ([...functionKinds, ...lambdaKinds].includes(outer.kind)) return false;
    const isGuarded = inner.kind !== 'finally_clause' && childOfKind(outer, 'finally_clause') !== null;
    if (outer.kind === 'try_statement' && (inner.kind === 'block' || isGuarded)) return true;
    inner = outer;
  }
  return false;
}

/** Of what was waited for; null when a comment stands where other text must. */
export function used(waited: Waited, value: SyntaxNode, local: Local | null, text: string): TokenResult | null {
  const before = { start: value.start, end: waited.node.start };
  const after = { start: waited.node.end, end: value.end };
  const isBare = /^[(\s]*$/.test(textOf(before, text)) && /^[\s)!?.]*(AccessToken[\s)!]*)?$/.test(textOf(after, text));
  return isBare ? { kind: 'used', local, waits: waited.kind, before, after } : null;
}

/** Outermost of the parentheses around it. */
export function inParentheses(node: SyntaxNode): SyntaxNode {
  let outer = node;
  while (outer.parent?.kind === 'parenthesized_expression') outer = outer.parent;
  return outer;
}

/** Whether nobody asks for what was waited for. */
export function isDropped(node: SyntaxNode, text: string): boolean {
  const { parent } = node;
  if (parent?.kind === 'expression_statement') return true;
  const owner = parent?.kind === 'arrow_expression_clause' ? parent.parent : null;
  const type = owner && (childInRole(owner, 'returns') ?? childInRole(owner, 'type'));
  return type != null && /^(void|([\w.:]*\.)?(Value)?Task)$/.test(textOf(type, text));
}

/** The local that the value initialises, by itself. */
export function localSetTo(
  value: SyntaxNode,
  types: RegExp,
  { text }: CSharpFile,
): (Local & { readonly declarator: SyntaxNode }) | null {
  const declarator = value.parent?.kind === 'variable_declarator' ? value.parent : null;
  const variables = declarator?.parent;
  const statement = variables?.parent;
  const type = variables && childInRole(variables, 'type');
  if (!declarator || !type || statement?.kind !== 'local_declaration_statement') return null;
  if (type.kind === 'implicit_type' || types.test(textOf(type, text))) {
    const isString = stringType.test(textOf(type, text));
    return { declarator, type: isString ? null : { start: type.start, end: type.end } };
  }
  return null;
}

/** What the package gives, around the token. */
export const responseType = /(^|\.)TokenResponse\??$/;
export const stringType = /^(string|String|System\.String)\??$/;
