import { typeKinds } from '../enclosing.ts';
import { identifierName } from '../evaluate/bindings.ts';
import { at, type Place } from '../evaluate/place.ts';
import { baseTypesOf, type Type, typesCalled, wholeType } from '../evaluate/type-lookup.ts';
import { closest, type SyntaxNode } from '../node.ts';
import { dottedName } from '../using.ts';
import { namedThing, typeOfMember } from './members.ts';
import { beforeMark } from './null-marks.ts';
import type { TypeReader } from './reader.ts';
import { isTask } from './tasks.ts';
import { genericName, isNullable, typeArguments, type WrittenType, withoutNull } from './written-type.ts';

/** Of `receiver.Name`; a `?.` before the name has looked at null already. */
export function typeOfAccess(
  receiver: SyntaxNode | null,
  name: SyntaxNode | null,
  place: Place,
  reader: TypeReader,
): WrittenType | null {
  if (receiver === null || name === null) return null;
  const member = identifierName(name, place.file.text);
  const before = valueBefore(receiver, place, reader);
  const value = before && place.node.kind === 'conditional_access_expression' ? withoutNull(before) : before;
  if (value && wraps(value, member)) return typeArguments(value)[0] ?? null;
  if (value && member === 'Value' && isNullable(value)) return withoutNull(value);
  const [type, ...others] = ownTypesBefore(receiver, value, place, reader);
  return type && others.length === 0 ? typeOfMember(member, type, reader.project) : null;
}

function wraps(value: WrittenType, member: string): boolean {
  return member === 'Result' ? isTask(value) : member === 'Value' && genericName(value) === 'Lazy';
}

/** The type of what stands before a dot, where that is a value. */
export function valueBefore(receiver: SyntaxNode, place: Place, reader: TypeReader): WrittenType | null {
  return isSelf(receiver) ? null : reader.ofLink(at(place, beforeMark(receiver)));
}

/** The app's own types before a dot: that of a value, or the one that is named there. */
export function ownTypesBefore(
  receiver: SyntaxNode,
  value: WrittenType | null,
  place: Place,
  { project }: TypeReader,
): readonly Type[] {
  if (isSelf(receiver)) return typesOfSelf(receiver, place, project);
  if (value) return typesCalled(withoutNull(value).text, value.place, project);
  return isTypeName(receiver, place, project) ? typesCalled(dottedName(receiver, place.file.text), place, project) : [];
}

function typesOfSelf({ kind }: SyntaxNode, place: Place, project: TypeReader['project']): readonly Type[] {
  const around = closest(place.node, ...typeKinds);
  if (around === null) return [];
  const own = wholeType(around, at(place, around), project);
  return kind === 'this' ? [own] : baseTypesOf(own, project);
}

const nameKinds = ['identifier', 'generic_name', 'member_access_expression'];

function isTypeName(receiver: SyntaxNode, place: Place, project: TypeReader['project']): boolean {
  if (!nameKinds.includes(receiver.kind)) return false;
  const isVariable =
    receiver.kind === 'identifier' &&
    namedThing(identifierName(receiver, place.file.text), at(place, receiver), project) !== null;
  return !isVariable;
}

function isSelf({ kind }: SyntaxNode): boolean {
  return kind === 'this' || kind === 'base';
}
