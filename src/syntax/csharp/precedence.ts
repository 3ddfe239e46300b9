/**
 * The grammar lets `?.` and `?[` take everything that stands before them: `await a?.B()` is read as `(await a)?.B()`, and
 * `a && b?.C` as `(a && b)?.C`. Here each operator gets what the language gives it.
 */

import { type GrowingNode, markBroken } from './growing-node.ts';
import { isNote } from './node.ts';

/** How tightly the operators bind, the tightest first. */
const levels: readonly (readonly string[])[] = [
  [
    'member_access_expression',
    'invocation_expression',
    'element_access_expression',
    'conditional_access_expression',
    'postfix_unary_expression',
  ],
  ['prefix_unary_expression', 'await_expression', 'cast_expression'],
  ['range_expression'],
  ['switch_expression', 'with_expression'],
  ['*', '/', '%'],
  ['+', '-'],
  ['<<', '>>', '>>>'],
  ['<', '>', '<=', '>=', 'is_expression', 'is_pattern_expression', 'as_expression'],
  ['==', '!='],
  ['&'],
  ['^'],
  ['|'],
  ['&&'],
  ['||'],
  ['??'],
  ['conditional_expression'],
  ['assignment_expression', 'lambda_expression', 'throw_expression', 'query_expression', 'ref_expression'],
];
const looseness = new Map(levels.flatMap((level, index) => level.map((operator) => [operator, index] as const)));

/** Their last operand stands at their end, so that what follows may take it away. */
const openAtEnd = [
  'binary_expression',
  'prefix_unary_expression',
  'await_expression',
  'cast_expression',
  'range_expression',
  'conditional_expression',
];

/** Sets right a node that is the last one so far and whose children are complete; answers what stands in its place then. */
export function regrouped(node: GrowingNode): GrowingNode {
  let outermost = node;
  for (;;) {
    const [first] = node.children;
    if (first === undefined || !takesTooMuch(node, first)) return outermost;
    const operand = lastOperand(first);
    if (operand === null) {
      if (isPostfix(node)) markBroken(node);
      return outermost;
    }
    handOver(first, operand, node);
    if (outermost === node) outermost = first;
  }
}

function takesTooMuch(node: GrowingNode, first: GrowingNode): boolean {
  const [own, inner] = [loosenessOf(node), loosenessOf(first)];
  if (own === undefined || inner === undefined || !first.named) return false;
  const groupsFromTheRight = node.kind === 'binary_expression' && own === looseness.get('??');
  return own < inner || (groupsFromTheRight && own === inner);
}

/** What no operation but these can stand before; the others may: `a switch { … } .. b`. */
function isPostfix({ kind }: GrowingNode): boolean {
  return looseness.get(kind) === 0;
}

function loosenessOf({ kind, children }: GrowingNode): number | undefined {
  if (kind !== 'binary_expression') return looseness.get(kind);
  const operator = children.find((child, index) => index > 0 && !child.named);
  return operator && looseness.get(operator.kind);
}

/** null where something closes the node, as in `a is T` and `a..`. */
function lastOperand({ kind, children }: GrowingNode): GrowingNode | null {
  const last = children.findLast((child) => !isNote(child));
  return last && openAtEnd.includes(kind) && last.kind !== '..' ? last : null;
}

/** `(a && b)?.C` becomes `a && (b?.C)`: the looser one stands where the other stood. */
function handOver(looser: GrowingNode, operand: GrowingNode, tighter: GrowingNode): void {
  const { parent, field, end } = tighter;
  const broken = looser.broken || tighter.broken;
  parent?.children.splice(-1, 1, looser);
  const handed = looser.children.splice(looser.children.indexOf(operand), Number.POSITIVE_INFINITY, tighter);
  tighter.children.splice(0, 1, ...handed);
  for (const child of handed) child.parent = tighter;
  const roles = { operand: looser.field, tighter: operand.field };
  operand.field = roles.operand;
  Object.assign(tighter, { parent: looser, field: roles.tighter, start: operand.start, broken });
  Object.assign(looser, { parent, field, end, broken });
}
