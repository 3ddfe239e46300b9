import type { Range } from '../../../location.ts';
import type { CSharpFile } from '../file.ts';
import { type Invocation, invocationAt } from '../invocation.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../node.ts';
import { changes } from './purity.ts';

export interface RemovableCall {
  /** The whole invocation, from its receiver to its closing parenthesis. */
  readonly call: Range;
  /** A static call, `Extensions.Call(receiver, …)`, hands its first argument on. */
  readonly form: 'extension' | 'static';
}

/** A call that is to go, found in the tree. */
export interface DoomedCall {
  readonly invocation: Invocation;
  readonly form: RemovableCall['form'];
  readonly root: SyntaxNode;
}

/** By the node of the invocation. */
export type DoomedCalls = ReadonlyMap<SyntaxNode, DoomedCall>;

export function findCall(file: CSharpFile, { call, form }: RemovableCall): DoomedCall | null {
  for (const { root } of file.views) {
    const invocation = invocationAt(root, call, file.text);
    if (invocation) return { invocation, form, root };
  }
  return null;
}

/** What stands in for the call when it goes; null where it has none, or it cannot be told from its arguments. */
export function receiverOf({ invocation, form }: DoomedCall): SyntaxNode | null {
  if (form === 'extension') return invocation.receiver;
  const first = invocation.arguments[0];
  return first?.name === null ? first.value : null;
}

/** The last of the calls that hang on each other and all go. */
export function outermostDoomed(call: DoomedCall, doomed: DoomedCalls): DoomedCall {
  const hanging = hangingOn(doomed);
  let outermost = call;
  for (;;) {
    const next = hanging.get(outermost.invocation.node);
    if (next === undefined) return outermost;
    outermost = next;
  }
}

const hangings = new WeakMap<DoomedCalls, ReadonlyMap<SyntaxNode, DoomedCall>>();

/** The calls by what they are called on. */
function hangingOn(doomed: DoomedCalls): ReadonlyMap<SyntaxNode, DoomedCall> {
  const before = hangings.get(doomed);
  if (before) return before;
  const hanging = new Map<SyntaxNode, DoomedCall>();
  for (const call of doomed.values()) {
    const receiver = receiverOf(call);
    if (receiver && !hanging.has(receiver)) hanging.set(receiver, call);
  }
  hangings.set(doomed, hanging);
  return hanging;
}

/** What is left of an expression when the calls that it ends with go. */
export function withoutDoomedEnd(expression: SyntaxNode | null, doomed: DoomedCalls): SyntaxNode | null {
  let left = expression;
  for (let call = left && doomed.get(left); call; call = left && doomed.get(left)) left = receiverOf(call);
  return left;
}

/** The statement that does nothing but make the calls, so that it goes whole; null when something else is left. */
export function wholeStatementOf(call: DoomedCall, doomed: DoomedCalls, text: string): SyntaxNode | null {
  const outermost = outermostDoomed(call, doomed);
  if (!isIdle(outermost, doomed, text)) return null;
  const { parent } = outermost.invocation.node;
  if (parent?.kind === 'expression_statement') return parent;
  const isStatement = parent?.kind === 'assignment_expression' && parent.parent?.kind === 'expression_statement';
  return isStatement && assignsNothingNew(parent, outermost, doomed, text) ? parent.parent : null;
}

/** `_ = services.Call();` and `services = services.Call();` */
function assignsNothingNew(assignment: SyntaxNode, call: DoomedCall, doomed: DoomedCalls, text: string): boolean {
  const left = childInRole(assignment, 'left');
  const operator = childInRole(assignment, 'operator');
  const value = withoutDoomedEnd(call.invocation.node, doomed);
  if (left === null || operator === null || textOf(operator, text) !== '=') return false;
  const target = textOf(left, text);
  return target === '_' || (value !== null && textOf(value, text) === target);
}

/** Whether nothing happens any more once the calls are gone. */
function isIdle(outermost: DoomedCall, doomed: DoomedCalls, text: string): boolean {
  const pending: SyntaxNode[] = [outermost.invocation.node];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const call = doomed.get(node);
    if (call) {
      const receiver = receiverOf(call);
      if (receiver) pending.push(receiver);
      else if (call.form === 'static') pending.push(...call.invocation.arguments.map(({ value }) => value));
    } else if (node.kind === 'invocation_expression' || changes(node, text)) return false;
    else pending.push(...namedChildren(node));
  }
  return true;
}
