import { childInRole, namedChildren, type SyntaxNode, textOf } from '../node.ts';
import { dottedName } from '../using.ts';
import { agreed, display, joinVia, known, knownText, type Result, unknown } from './evaluation.ts';
import { type Hole, readInterpolatedString } from './interpolation.ts';
import { evaluateCall, evaluatePlatformField } from './known-call.ts';
import { evaluateIdentifier, evaluateMemberAccess, receiverOf } from './name.ts';
import { at, excerpt, type Place, type Reader, sourceOf } from './place.ts';
import { evaluateSum, insideParentheses, isSum } from './sum.ts';
import { characterLiteralText, stringLiteralText } from './text-literal.ts';
import { evaluateTypeName } from './type-name.ts';

export function evaluateExpression(outer: Place, reader: Reader): Result {
  const place = at(outer, insideParentheses(outer.node));
  const { node, file } = place;
  if (isMisread(outer.node)) return unknown({ code: 'not-understood', expression: excerpt(place) });
  switch (node.kind) {
    case 'string_literal':
    case 'verbatim_string_literal':
    case 'raw_string_literal':
      return textOrNotAString(stringLiteralText(sourceOf(place)), place);
    case 'character_literal':
      return character(place);
    case 'integer_literal':
      return integer(place);
    case 'null_literal':
      return known({ kind: 'null' });
    case 'boolean_literal':
    case 'real_literal':
      return unknown({ code: 'not-a-string', expression: excerpt(place) });
    case 'interpolated_string_expression':
      return evaluateInterpolation(place, reader);
    case 'binary_expression':
      if (isSum(node, file.text)) return evaluateSum(place, reader);
      return isCoalescing(node, file.text) ? evaluateCoalescing(place, reader) : computed(place);
    case 'conditional_expression':
      return evaluateConditional(place, reader);
    case 'cast_expression':
      if (isSum(node, file.text)) return evaluateSum(place, reader);
      return castTo(childInRole(node, 'type'), childInRole(node, 'value'), place, reader);
    case 'as_expression':
      return castTo(childInRole(node, 'right'), childInRole(node, 'left'), place, reader);
    case 'postfix_unary_expression':
      return evaluateForgiven(place, reader);
    case 'identifier':
      return evaluateIdentifier(place, reader);
    case 'member_access_expression':
    case 'qualified_name':
      return evaluateDotted(place, reader);
    case 'invocation_expression':
      return evaluateCall(place, reader);
    default:
      return computed(place);
  }
}

/** A piece that the parser skipped beside an expression may have been the better part of it. */
function isMisread(node: SyntaxNode): boolean {
  const hasSkipped = (around: SyntaxNode | null | undefined) =>
    around?.broken === true && (around.kind === 'ERROR' || around.children.some((child) => child.kind === 'ERROR'));
  return node.broken || hasSkipped(node.parent) || (node.parent?.kind === 'argument' && hasSkipped(node.parent.parent));
}

function computed(place: Place): Result {
  return unknown({ code: 'computed', expression: excerpt(place) });
}

function textOrNotAString(text: string | null, place: Place): Result {
  return text === null ? unknown({ code: 'not-a-string', expression: excerpt(place) }) : knownText(text);
}

function character(place: Place): Result {
  const text = characterLiteralText(sourceOf(place));
  return text === null ? computed(place) : known({ kind: 'character', text });
}

function integer(place: Place): Result {
  const digits = sourceOf(place)
    .replaceAll('_', '')
    .replace(/[uUlL]+$/, '');
  return known({ kind: 'integer', number: BigInt(digits) });
}

function evaluateInterpolation(place: Place, reader: Reader): Result {
  const read = readInterpolatedString(place.node, place.file.text);
  if (read === null) return computed(place);
  const pieces = [read.texts[0] ?? ''];
  const via = [];
  for (const [index, hole] of read.holes.entries()) {
    const result = reader.evaluate(at(place, hole.expression));
    if (result.kind === 'unknown') return result;
    const text = display(result.value);
    if (!isPlain(hole, result.value.kind === 'string', text, place)) return computed(place);
    via.push(result.via);
    pieces.push(text, read.texts[index + 1] ?? '');
  }
  return knownText(pieces.join(''), joinVia(via));
}

/** A string ignores its format, and an alignment no wider than itself. */
function isPlain({ alignment, format }: Hole, isString: boolean, text: string, place: Place): boolean {
  if (format !== null && !isString) return false;
  if (alignment === null) return true;
  const width = Number(textOf(alignment, place.file.text).replace(/[\s_]/g, ''));
  return Math.abs(width) <= text.length;
}

function isCoalescing(node: SyntaxNode, text: string): boolean {
  const operator = childInRole(node, 'operator');
  return operator !== null && textOf(operator, text) === '??';
}

function evaluateCoalescing(place: Place, reader: Reader): Result {
  const left = childInRole(place.node, 'left');
  const right = childInRole(place.node, 'right');
  if (left === null || right === null) return computed(place);
  const value = reader.evaluate(at(place, left));
  return value.kind === 'known' && value.value.kind === 'null' ? reader.evaluate(at(place, right)) : value;
}

function evaluateConditional(place: Place, reader: Reader): Result {
  const sides = ['consequence', 'alternative'].map((role) => childInRole(place.node, role));
  const results = sides.flatMap((side) => (side ? [reader.evaluate(at(place, side))] : []));
  return agreed(results, { code: 'conditional', expression: excerpt(place) });
}

function castTo(type: SyntaxNode | null, value: SyntaxNode | null, place: Place, reader: Reader): Result {
  const isString = type !== null && /^(?:string|String|System\.String)\??$/.test(dottedName(type, place.file.text));
  return isString && value ? reader.evaluate(at(place, value)) : computed(place);
}

/** `x!`, as opposed to `x++`. */
function evaluateForgiven(place: Place, reader: Reader): Result {
  const [operand] = namedChildren(place.node);
  const forgives = place.node.children.some((child) => child.kind === '!');
  return forgives && operand ? reader.evaluate(at(place, operand)) : computed(place);
}

function evaluateDotted(place: Place, reader: Reader): Result {
  const { node, file } = place;
  const receiver = receiverOf(node);
  const name = childInRole(node, 'name');
  if (receiver === null || name === null) return computed(place);
  const member = textOf(name, file.text);
  if (receiver.kind === 'typeof_expression') {
    const isName = member === 'Name' || member === 'FullName';
    return isName ? evaluateTypeName(receiver, member, place, reader) : computed(place);
  }
  const result = evaluateMemberAccess(place, reader);
  const isElsewhere = result.kind === 'unknown' && result.reason.code === 'undeclared';
  const platform = evaluatePlatformField(dottedName(receiver, file.text), member, place, reader);
  return (receiver.kind === 'predefined_type' || isElsewhere ? platform : null) ?? result;
}
