import { functionKinds, lambdaKinds } from '../enclosing.ts';
import {
  ancestors,
  childInRole,
  childOfKind,
  closest,
  descendants,
  namedChildren,
  type SyntaxNode,
  textOf,
} from '../node.ts';

/** A function that returns a task as it got it, and that could await it instead. */
export interface ReturnedTask {
  /** Where `async` goes, with a space behind it. */
  readonly asyncAt: number;
  /** Every task that the function returns, conditionals taken apart: awaiting one, it must await them all. */
  readonly tasks: readonly SyntaxNode[];
}

/** null when the expression is not what a function returns, or when that function cannot be made async. */
export function returnedTask(expression: SyntaxNode, text: string): ReturnedTask | null {
  const whole = wholeReturned(expression);
  const owner = whole && ownerOf(whole);
  const asyncAt = owner && asyncPlace(owner, text);
  if (!owner || asyncAt === null) return null;
  const tasks = returnedBy(owner).flatMap(leavesOf);
  const isPossible =
    tasks.every(canBeAwaited) && tasks.includes(expression) && tasks.every((task) => mayAwaitAt(task, owner));
  return isPossible ? { asyncAt, tasks: tasks.filter(({ kind }) => kind !== 'throw_expression') } : null;
}

/** The expression, or the conditional around it, that stands behind `return` or `=>`. */
function wholeReturned(expression: SyntaxNode): SyntaxNode {
  let whole = expression;
  while (whole.parent !== null && isPassedThrough(whole, whole.parent)) whole = whole.parent;
  return whole;
}

function isPassedThrough(inner: SyntaxNode, outer: SyntaxNode): boolean {
  switch (outer.kind) {
    case 'parenthesized_expression':
      return true;
    case 'conditional_expression':
      return inner.field !== 'condition';
    case 'switch_expression_arm':
      return namedChildren(outer).at(-1) === inner;
    case 'switch_expression':
      return inner.kind === 'switch_expression_arm';
    default:
      return false;
  }
}

/** What an expression may turn out to be: of conditionals the branches. */
function leavesOf(expression: SyntaxNode): readonly SyntaxNode[] {
  const last = namedChildren(expression).at(-1);
  switch (expression.kind) {
    case 'parenthesized_expression':
    case 'switch_expression_arm':
      return last ? leavesOf(last) : [];
    case 'conditional_expression':
      return namedChildren(expression)
        .filter(({ field }) => field !== 'condition')
        .flatMap(leavesOf);
    case 'switch_expression':
      return namedChildren(expression)
        .filter(({ kind }) => kind === 'switch_expression_arm')
        .flatMap(leavesOf);
    default:
      return [expression];
  }
}

function ownerOf(returned: SyntaxNode): SyntaxNode | null {
  const { parent } = returned;
  if (parent?.kind === 'return_statement') return functionAround(parent);
  if (parent?.kind === 'arrow_expression_clause') return parent.parent;
  return parent?.kind === 'lambda_expression' && returned.field === 'body' ? parent : null;
}

function functionAround(node: SyntaxNode): SyntaxNode | null {
  return closest(node, ...functionKinds, ...lambdaKinds);
}

function returnedBy(owner: SyntaxNode): readonly SyntaxNode[] {
  const arrow = childOfKind(owner, 'arrow_expression_clause');
  const body = arrow ? namedChildren(arrow)[0] : (childInRole(owner, 'body') ?? childOfKind(owner, 'block'));
  if (!body) return [];
  if (body.kind !== 'block') return [body];
  return [...descendants(body)]
    .filter((node) => node.kind === 'return_statement' && functionAround(node) === owner)
    .flatMap((statement) => namedChildren(statement));
}

const awaitable = ['invocation_expression', 'identifier', 'member_access_expression', 'throw_expression'];

function canBeAwaited({ kind }: SyntaxNode): boolean {
  return awaitable.includes(kind);
}

function mayAwaitAt(task: SyntaxNode, owner: SyntaxNode): boolean {
  for (const outer of ancestors(task)) {
    if (outer === owner) return true;
    if (['lock_statement', 'unsafe_statement', 'fixed_statement'].includes(outer.kind)) return false;
  }
  return false;
}

/** Before the type of a method, at the beginning of a lambda. */
function asyncPlace(owner: SyntaxNode, text: string): number | null {
  const modifiers = owner.children.filter(({ kind }) => kind === 'modifier').map((node) => textOf(node, text));
  if (
    ['async', 'partial', 'extern', 'unsafe'].some((word) => modifiers.includes(word)) ||
    takesReference(owner, text)
  ) {
    return null;
  }
  if (lambdaKinds.includes(owner.kind)) return childOfKind(owner, 'attribute_list') ? null : owner.start;
  const type = childInRole(owner, 'returns') ?? childInRole(owner, 'type');
  const isFunction = owner.kind === 'method_declaration' || owner.kind === 'local_function_statement';
  return isFunction && type !== null && isTaskOfSomething(type, text) ? type.start : null;
}

function isTaskOfSomething(type: SyntaxNode, text: string): boolean {
  return /^(global::)?(System\.Threading\.Tasks\.)?Task\s*<.+>$/s.test(textOf(type, text));
}

/** What lives on the stack cannot wait. */
function takesReference(owner: SyntaxNode, text: string): boolean {
  const list = childInRole(owner, 'parameters') ?? childOfKind(owner, 'parameter_list');
  if (list === null) return false;
  return /(^|[\s(,[])(ref|out|in)\s/.test(textOf(list, text)) || /\b(ReadOnly)?Span\s*</.test(textOf(list, text));
}
