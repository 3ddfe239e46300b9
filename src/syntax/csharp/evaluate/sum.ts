import { childInRole, namedChildren, type SyntaxNode, textOf } from '../node.ts';
import { display, joinVia, known, knownText, type Result, unknown, type Value } from './evaluation.ts';
import { at, excerpt, type Place, type Reader } from './place.ts';

const largestInt = 2n ** 31n - 1n;

/** `a + b + c`: text as soon as one side is text, a sum of numbers before that. */
export function evaluateSum(place: Place, reader: Reader): Result {
  const computed = unknown({ code: 'computed', expression: excerpt(place) });
  const operands = operandsOf(place.node, place.file.text);
  let sum: Value | null = null;
  const via = [];
  for (const operand of operands) {
    const result = reader.evaluate(at(place, operand));
    if (result.kind === 'unknown') return result;
    via.push(result.via);
    sum = sum === null ? result.value : add(sum, result.value);
    if (sum === null) return computed;
    const checked = sum.kind === 'string' ? knownText(sum.text) : null;
    if (checked?.kind === 'unknown') return checked;
  }
  return sum === null ? computed : known(sum, joinVia(via));
}

export function isSum(node: SyntaxNode, text: string): boolean {
  const operator = node.kind === 'binary_expression' ? childInRole(node, 'operator') : null;
  return operator !== null && textOf(operator, text) === '+';
}

/** From left to right, without recursion: generated code adds thousands of lines. */
function operandsOf(node: SyntaxNode, text: string): readonly SyntaxNode[] {
  const fromTheRight: SyntaxNode[] = [];
  let left = node;
  for (;;) {
    left = insideParentheses(left);
    const [next, right] = isSum(left, text) ? [childInRole(left, 'left'), childInRole(left, 'right')] : [];
    if (!next || !right) break;
    fromTheRight.push(right);
    left = next;
  }
  fromTheRight.push(left);
  return fromTheRight.reverse();
}

export function insideParentheses(node: SyntaxNode): SyntaxNode {
  let inside = node;
  while (inside.kind === 'parenthesized_expression') {
    const [only] = namedChildren(inside);
    if (only === undefined) break;
    inside = only;
  }
  return inside;
}

function add(left: Value, right: Value): Value | null {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a === null || b === null) return { kind: 'string', text: display(left) + display(right) };
  return a + b <= largestInt ? { kind: 'integer', number: a + b } : null;
}

function numberOf(value: Value): bigint | null {
  if (value.kind === 'integer') return value.number;
  return value.kind === 'character' ? BigInt(value.text.charCodeAt(0)) : null;
}
