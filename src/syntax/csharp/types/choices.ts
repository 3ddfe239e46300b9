import { at, type Place } from '../evaluate/place.ts';
import { childInRole, type SyntaxNode } from '../node.ts';
import type { TypeReader } from './reader.ts';
import { type WrittenType, withoutNull } from './written-type.ts';

/** Of `a ? b : c`, where both sides are the same. */
export function typeOfEither(
  sides: readonly (SyntaxNode | null)[],
  place: Place,
  reader: TypeReader,
): WrittenType | null {
  const told = sides.filter((side) => side === null || !isBareDefault(side));
  const [first, ...others] = told.map((side) => side && reader.of(at(place, side)));
  return first && others.every((other) => other?.text === first.text) ? first : null;
}

/** Of `a ?? b`. */
export function typeOfCoalescing(
  left: SyntaxNode | null,
  right: SyntaxNode | null,
  place: Place,
  reader: TypeReader,
): WrittenType | null {
  const tried = left && reader.of(at(place, left));
  if (!tried || right === null) return null;
  if (right.kind === 'throw_expression' || isBareDefault(right)) return withoutNull(tried);
  const otherwise = reader.of(at(place, right));
  return otherwise && withoutNull(otherwise).text === withoutNull(tried).text ? otherwise : null;
}

/** `default`, which is of whatever type is wanted. */
function isBareDefault(node: SyntaxNode): boolean {
  return node.kind === 'default_expression' && childInRole(node, 'type') === null;
}
