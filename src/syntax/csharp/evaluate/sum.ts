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
  return sidesOf(node, text) !== null;
}

type Sides = readonly [left: SyntaxNode, right: SyntaxNode];

function sidesOf(node: SyntaxNode, text: string): Sides | null {
  const isPlus = (operator: SyntaxNode | null | undefined) => !!operator && textOf(operator, text) === '+';
  if (node.kind === 'cast_expression') return sidesOfMisreadCast(node, isPlus);
  const [left, right] = ['left', 'right'].map((role) => childInRole(node, role));
  const isBinary = node.kind === 'binary_expression' && isPlus(childInRole(node, 'operator'));
  return isBinary && left && right ? [left, right] : null;
}

/** The grammar takes `(a) + b` for `+b` cast to `a`, which the language only allows for its own types. */
function sidesOfMisreadCast(cast: SyntaxNode, isPlus: (operator: SyntaxNode | undefined) => boolean): Sides | null {
  const type = childInRole(cast, 'type');
  const value = childInRole(cast, 'value');
  if (type === null || type.kind === 'predefined_type' || value?.kind !== 'prefix_unary_expression') return null;
  const [operand] = namedChildren(value);
  return operand && isPlus(value.children[0]) ? [type, operand] : null;
}

/** From left to right, without recursion: generated code adds thousands of lines. */
function operandsOf(node: SyntaxNode, text: string): readonly SyntaxNode[] {
  const operands: SyntaxNode[] = [];
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    // Only on the left do parentheses change nothing: `"a" + (1 + 2)` is `a3`.
    const sides = sidesOf(operands.length === 0 ? insideParentheses(next) : next, text);
    if (sides) pending.push(sides[1], sides[0]);
    else operands.push(next);
  }
  return operands;
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
