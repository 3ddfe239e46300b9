import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { typeKinds } from '../../syntax/csharp/enclosing.ts';
import { type Binding, identifierName, type ParameterBinding } from '../../syntax/csharp/evaluate/bindings.ts';
import { writesToBinding } from '../../syntax/csharp/evaluate/local.ts';
import { isInitializer, membersOfType } from '../../syntax/csharp/evaluate/member.ts';
import { callsOfMethod } from '../../syntax/csharp/evaluate/method-calls.ts';
import { at, type Place } from '../../syntax/csharp/evaluate/place.ts';
import { bindingInScope, enclosingMember, primaryParameter } from '../../syntax/csharp/evaluate/scope.ts';
import { signatureOf } from '../../syntax/csharp/evaluate/signature.ts';
import { placeOf, type Type, wholeType } from '../../syntax/csharp/evaluate/type-lookup.ts';
import { type Write, writesTo } from '../../syntax/csharp/evaluate/writes.ts';
import { argumentFor } from '../../syntax/csharp/invocation.ts';
import { ancestors, childInRole, closest, contains, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject, Member, TypePart } from '../../syntax/csharp/project.ts';
import { type WrittenType, writtenAt } from '../../syntax/csharp/types/written-type.ts';

/** What gives a local, parameter, field or property its only value. */
export type GivenValue =
  | { readonly kind: 'set'; readonly value: Place }
  /** One value a call of the function. */
  | { readonly kind: 'passed'; readonly values: readonly Place[] }
  /** By whoever makes the class. */
  | { readonly kind: 'injected'; readonly type: WrittenType | null }
  | { readonly kind: 'unknown' }
  /** Nothing of that name was found. */
  | { readonly kind: 'undeclared' };

const unknown: GivenValue = { kind: 'unknown' };

/** Of an identifier, or of what stands behind `this.`. */
export function givenValue(place: Place, project: CSharpProject): GivenValue {
  const { node, root, file } = place;
  const name = identifierName(node, file.text);
  const isQualified = node.field === 'name' && node.parent?.kind === 'member_access_expression';
  const binding = isQualified ? null : bindingInScope(name, node, root, file.text);
  if (binding) return ofBinding(binding, place, project);
  for (const outer of ancestors(node)) {
    if (!typeKinds.includes(outer.kind)) continue;
    const found = ofMember(name, at(place, outer), node, project);
    if (found) return found;
  }
  return { kind: 'undeclared' };
}

function ofBinding(binding: Binding, place: Place, project: CSharpProject): GivenValue {
  if (binding.kind === 'run-time') return unknown;
  const writes = writesToBinding(binding, place);
  if (binding.kind === 'local') return onlyValue(initializerOf(binding.declarator), writes, place);
  return writes.length > 0 ? unknown : ofParameter(binding, place, project);
}

function onlyValue(initializer: SyntaxNode | null, writes: readonly Write[], place: Place): GivenValue {
  const values = [initializer, ...writes.map(({ value }) => value)].filter((value, index) => index > 0 || value);
  const [only, ...others] = values;
  return only && others.length === 0 ? { kind: 'set', value: at(place, only) } : unknown;
}

function ofParameter({ scope, node }: ParameterBinding, place: Place, project: CSharpProject): GivenValue {
  if (scope.kind === 'constructor_declaration' || typeKinds.includes(scope.kind)) {
    return { kind: 'injected', type: writtenAt(childInRole(node, 'type'), place) };
  }
  if (scope.kind !== 'method_declaration' && scope.kind !== 'local_function_statement') return unknown;
  const signature = signatureOf(scope, place.file.text);
  const index = signature?.parameters.findIndex((parameter) => parameter.node === node) ?? -1;
  const parameter = signature?.parameters[index];
  const calls = signature && callsOfMethod(at(place, scope), signature, project);
  if (!parameter || !calls || calls.length === 0) return unknown;
  const passed = calls.map((call) => {
    const argument = argumentFor(call.args, parameter.name, index - call.skip);
    const value = argument ? at(call.place, argument.value) : null;
    return value ?? (parameter.defaultValue && at(place, parameter.defaultValue));
  });
  const values = passed.filter((value) => value !== null);
  return values.length === passed.length ? { kind: 'passed', values } : unknown;
}

/** Initializers see the parameters of `class Name(…)` before the members, everything else after them. */
function ofMember(name: string, type: Place, user: SyntaxNode, project: CSharpProject): GivenValue | null {
  const parameter = primaryParameter(type.node, name, type.root, type.file.text);
  const member = enclosingMember(user);
  const initializes = member !== null && (member.kind === 'base_list' || isInitializer(member, user));
  if (parameter && initializes) return ofBinding(parameter, type, project);
  const whole = wholeType(type.node, type, project);
  const members = membersOfType(whole, name, project);
  const [only, ...others] = members;
  if (only) return others.length > 0 ? unknown : ofDeclared(only, whole);
  return parameter && (isSetIn(type, name) ? unknown : ofBinding(parameter, type, project));
}

/** Whether any member of the class sets what the class is given; where a member has the name, that is meant. */
function isSetIn({ node, root, file }: Place, name: string): boolean {
  return writesTo(name, root, file.text).some(
    ({ target }) =>
      target.kind !== 'member_access_expression' &&
      closest(target, ...typeKinds) === node &&
      bindingInScope(name, target, root, file.text) === null,
  );
}

function ofDeclared({ type, declaration }: Member, whole: Type): GivenValue {
  const writes = whole.flatMap((part) =>
    writesTo(declaration.name, part.root, part.file.text)
      .filter((write) => contains(part.node, write.node) && isOfMember(write, part))
      .map((write) => ({ write, place: placeOf(part) })),
  );
  const place = writes[0] && declaration.initializer === null ? writes[0].place : placeOf(type);
  return onlyValue(
    declaration.initializer,
    writes.map(({ write }) => write),
    place,
  );
}

/** `_x = …`, `this._x = …` and `Type._x = …`; what is written to a local or to another object is not it. */
function isOfMember({ target, name }: Write, { name: type, root, file }: TypePart): boolean {
  const owner = childInRole(target, 'expression');
  if (owner) return owner.kind === 'this' || textOf(owner, file.text) === type;
  return bindingInScope(name, target, root, file.text) === null;
}
