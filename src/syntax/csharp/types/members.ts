import { typeKinds } from '../enclosing.ts';
import type { Binding } from '../evaluate/bindings.ts';
import { isInitializer, membersOfType } from '../evaluate/member.ts';
import { at, type Place } from '../evaluate/place.ts';
import { bindingInScope, enclosingMember, primaryParameter } from '../evaluate/scope.ts';
import { placeOf, type Type, typeOfTopLevel, wholeType } from '../evaluate/type-lookup.ts';
import { ancestors, childInRole } from '../node.ts';
import type { CSharpProject, TypePart } from '../project.ts';
import { type WrittenType, written, writtenAt } from './written-type.ts';

/** What a name without a dot stands for, as far as it tells a type. */
export type Named =
  | { readonly kind: 'binding'; readonly binding: Binding }
  | { readonly kind: 'members'; readonly type: WrittenType | null };

/** null where nothing of that name is declared. */
export function namedThing(name: string, place: Place, project: CSharpProject): Named | null {
  const { node, root, file } = place;
  const binding = bindingInScope(name, node, root, file.text);
  if (binding) return { kind: 'binding', binding };
  for (const outer of ancestors(node)) {
    const found = typeKinds.includes(outer.kind) ? namedInType(name, at(place, outer), node, project) : null;
    if (found) return found;
  }
  return membersNamed(name, typeOfTopLevel(place, project), project);
}

/** Initializers see the parameters of `class Name(…)` before the members, everything else after them. */
function namedInType(name: string, type: Place, user: Place['node'], project: CSharpProject): Named | null {
  const parameter = primaryParameter(type.node, name, type.root, type.file.text);
  const member = enclosingMember(user);
  const initializes = member !== null && (member.kind === 'base_list' || isInitializer(member, user));
  const bound = parameter && ({ kind: 'binding', binding: parameter } as const);
  if (bound && initializes) return bound;
  const whole = wholeType(type.node, type, project);
  return membersNamed(name, whole, project) ?? bound ?? inOtherPart(name, whole);
}

/** `partial class C(T parameter)` elsewhere. */
function inOtherPart(name: string, type: Type): Named | null {
  const [found] = type.flatMap((part) => typeOfParameter(name, part));
  return found ? { kind: 'members', type: found } : null;
}

function typeOfParameter(name: string, part: TypePart): readonly WrittenType[] {
  const parameter = primaryParameter(part.node, name, part.root, part.file.text);
  if (parameter?.kind !== 'parameter') return [];
  const type = writtenAt(childInRole(parameter.node, 'type'), placeOf(part));
  return type ? [type] : [];
}

function membersNamed(name: string, type: Type, project: CSharpProject): Named | null {
  const found = membersOfType(type, name, project);
  return found.length === 0 ? null : { kind: 'members', type: typeOfMember(name, type, project) };
}

/** The type of a field or property, which all its declarations must agree on; a record's parameters are properties. */
export function typeOfMember(name: string, type: Type, project: CSharpProject): WrittenType | null {
  const declared = membersOfType(type, name, project).map((member) =>
    written(member.declaration.typeName, placeOf(member.type)),
  );
  const [first, ...others] = declared.length > 0 ? declared : positional(name, type);
  return first && others.every(({ text }) => text === first.text) ? first : null;
}

function positional(name: string, type: Type): readonly WrittenType[] {
  return type.flatMap((part) => (part.node.kind === 'record_declaration' ? typeOfParameter(name, part) : []));
}
