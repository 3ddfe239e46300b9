import { typeKinds } from '../enclosing.ts';
import { ancestors, childInRole, type SyntaxNode } from '../node.ts';
import type { Member } from '../project.ts';
import { dottedName } from '../using.ts';
import { type Binding, identifierName } from './bindings.ts';
import { agreed, type Result, type UnknownReason, unknown } from './evaluation.ts';
import { evaluateLocal } from './local.ts';
import { evaluateMembers, isInitializer, membersOfType } from './member.ts';
import { evaluateParameter } from './parameter.ts';
import { excerpt, type Place, type Reader } from './place.ts';
import { bindingInScope, enclosingMember, primaryParameter } from './scope.ts';
import {
  baseTypesOf,
  simpleName,
  type Type,
  typeOfTopLevel,
  typesCalled,
  usingsInForce,
  wholeType,
} from './type-lookup.ts';

/** A name without a dot: a local, a parameter, a member in scope, a member imported by `using static`. */
export function evaluateIdentifier(place: Place, reader: Reader): Result {
  const { node, root, file } = place;
  const name = identifierName(node, file.text);
  const binding = bindingInScope(name, node, root, file.text);
  if (binding) return evaluateBinding(binding, place, reader);
  for (const outer of ancestors(node)) {
    const found = typeKinds.includes(outer.kind) ? evaluateInType(name, outer, place, reader) : null;
    if (found) return found;
  }
  const topLevel = evaluateInTypes(name, [typeOfTopLevel(place, reader.project)], place, reader);
  if (topLevel) return topLevel;
  const imported = usingsInForce(file, reader.project)
    .filter((using) => using.kind === 'static')
    .flatMap((using) => typesCalled(using.target, place, reader.project));
  return evaluateInTypes(name, imported, place, reader) ?? unknown(undeclared(name, place));
}

/** `field` is what a property keeps its value in. */
function undeclared(name: string, place: Place): UnknownReason {
  const isBackingField = name === 'field' && enclosingMember(place.node)?.kind === 'property_declaration';
  return isBackingField ? { code: 'computed', expression: name } : { code: 'undeclared', name };
}

function evaluateBinding(binding: Binding, place: Place, reader: Reader): Result {
  switch (binding.kind) {
    case 'local':
      return evaluateLocal(binding, place, reader);
    case 'parameter':
      return evaluateParameter(binding, place, reader);
    case 'run-time':
      return unknown({ code: 'set-at-run-time', name: binding.name });
  }
}

/** Initializers see the parameters of `class Name(…)` before the members, everything else after them. */
function evaluateInType(name: string, typeNode: SyntaxNode, place: Place, reader: Reader): Result | null {
  const parameter = primaryParameter(typeNode, name, place.root, place.file.text);
  const member = enclosingMember(place.node);
  const inInitializer = member !== null && (member.kind === 'base_list' || isInitializer(member, place.node));
  if (parameter && inInitializer) return evaluateBinding(parameter, place, reader);
  const type = wholeType(typeNode, place, reader.project);
  const found = membersOfType(type, name, reader.project);
  if (found.length > 0) return evaluateFound(found, name, type, place, reader);
  if (!parameter) return null;
  // The parameter of a record is a property there, which `with` and `init` can set.
  if (typeNode.kind === 'record_declaration') return unknown({ code: 'mutable', name });
  return evaluateBinding(parameter, place, reader);
}

function evaluateFound(members: readonly Member[], name: string, type: Type, from: Place, reader: Reader): Result {
  return evaluateMembers(members, name, { from, type, throughBase: false }, reader);
}

/** null when none of the types has such a member. */
function evaluateInTypes(name: string, types: readonly Type[], from: Place, reader: Reader): Result | null {
  const results = types.flatMap((type) => {
    const members = membersOfType(type, name, reader.project);
    return members.length > 0 ? [evaluateFound(members, name, type, from, reader)] : [];
  });
  return results.length === 0 ? null : agreed(results, { code: 'ambiguous', name });
}

/** `this.X`, `base.X`, `Type.X`, `Namespace.Type.X`, `alias.X`. */
export function evaluateMemberAccess(place: Place, reader: Reader): Result {
  const { node, file } = place;
  const receiver = receiverOf(node);
  const nameNode = childInRole(node, 'name');
  if (receiver === null || nameNode === null) return unknown({ code: 'computed', expression: excerpt(place) });
  const name = identifierName(nameNode, file.text);
  if (receiver.kind === 'this' || receiver.kind === 'base') {
    return evaluateOwnMember(name, receiver.kind === 'base', place, reader);
  }
  if (!isTypeName(receiver, place, reader)) return unknown({ code: 'computed', expression: excerpt(place) });
  const types = typesCalled(dottedName(receiver, file.text), place, reader.project);
  const found = evaluateInTypes(name, types, place, reader);
  if (found) return found;
  const isEnum = types.some((type) => type.some((part) => part.node.kind === 'enum_declaration'));
  if (isEnum) return unknown({ code: 'not-a-string', expression: excerpt(place) });
  return unknown({ code: 'undeclared', name: excerpt(place) });
}

/** What stands before the last dot of an expression, or of a name that the grammar took for a type. */
export function receiverOf(dotted: SyntaxNode): SyntaxNode | null {
  return childInRole(dotted, dotted.kind === 'qualified_name' ? 'qualifier' : 'expression');
}

function evaluateOwnMember(name: string, throughBase: boolean, place: Place, reader: Reader): Result {
  const typeNode = [...ancestors(place.node)].find((outer) => typeKinds.includes(outer.kind));
  if (typeNode === undefined) return unknown({ code: 'undeclared', name });
  const own = wholeType(typeNode, place, reader.project);
  for (const type of throughBase ? baseTypesOf(own, reader.project) : [own]) {
    const members = membersOfType(type, name, reader.project);
    if (members.length > 0) return evaluateMembers(members, name, { from: place, type, throughBase }, reader);
  }
  return unknown({ code: 'undeclared', name });
}

const nameKinds = ['identifier', 'generic_name', 'member_access_expression', 'alias_qualified_name', 'qualified_name'];

/** Whether `A.B` before a dot names a type: not when its first name is a variable or a member of another type. */
function isTypeName(receiver: SyntaxNode, place: Place, reader: Reader): boolean {
  let first = receiver;
  for (;;) {
    if (!nameKinds.includes(first.kind)) return false;
    const inner = receiverOf(first);
    if (inner === null) break;
    first = inner;
  }
  if (first.kind !== 'identifier') return true;
  const declaredType = typeOfVariable(identifierName(first, place.file.text), place, reader);
  return declaredType === null || declaredType === identifierName(first, place.file.text);
}

/** The last name of the written type of what the name stands for, '' when there is none; null for no variable. */
function typeOfVariable(name: string, place: Place, reader: Reader): string | null {
  const binding = bindingInScope(name, place.node, place.root, place.file.text);
  if (binding) return writtenType(binding, place.file.text);
  for (const outer of ancestors(place.node)) {
    if (!typeKinds.includes(outer.kind)) continue;
    const parameter = primaryParameter(outer, name, place.root, place.file.text);
    if (parameter) return writtenType(parameter, place.file.text);
    const [member] = membersOfType(wholeType(outer, place, reader.project), name, reader.project);
    if (member) return simpleName(member.declaration.typeName);
  }
  const [member] = membersOfType(typeOfTopLevel(place, reader.project), name, reader.project);
  return member ? simpleName(member.declaration.typeName) : null;
}

function writtenType(binding: Binding, text: string): string {
  const typed =
    binding.kind === 'local' ? binding.declarator.parent : binding.kind === 'parameter' ? binding.node : null;
  const type = typed && childInRole(typed, 'type');
  return type ? simpleName(dottedName(type, text)) : '';
}
