import { typeKinds } from '../enclosing.ts';
import type { CSharpFile } from '../file.ts';
import type { Argument } from '../invocation.ts';
import {
  childInRole,
  childOfKind,
  closest,
  contains,
  descendantsOfKind,
  hasModifier,
  type SyntaxNode,
} from '../node.ts';
import { byKey, type Call, type CSharpProject, callsNamed, oncePerFile, wholeWord } from '../project.ts';
import { dottedName } from '../using.ts';
import { identifierName } from './bindings.ts';
import type { Place } from './place.ts';
import { bindingInScope } from './scope.ts';
import { accepts, type Signature } from './signature.ts';
import { placeOf, type Type, typesCalled, wholeType } from './type-lookup.ts';

/** Base classes of each other do not compile, but can be written. */
const deepestInheritance = 20;

/** The arguments that one call passes, and how many parameters its receiver has already filled. */
export interface PassedArguments {
  readonly place: Place;
  readonly args: readonly Argument[];
  readonly skip: number;
}

/** Every call of the method in the app; null when it is also used in ways that no call shows. */
export function callsOfMethod(
  method: Place,
  signature: Signature,
  project: CSharpProject,
): readonly PassedArguments[] | null {
  const { node, root, file } = method;
  const nameNode = childInRole(node, 'name');
  if (nameNode === null || mayBeCalledFromOutside(method, project)) return null;
  const name = identifierName(nameNode, file.text);
  const isLocal = node.kind === 'local_function_statement';
  const inSight = (where: { file: CSharpFile; root: SyntaxNode }) =>
    where.file.path === file.path ? where.root === root : !isLocal;
  const scope = isLocal && node.parent?.kind === 'block' ? node.parent : root;
  const files = project.filesMentioning(name, wholeWord(name));
  const passedAround = files.some((mentioning) =>
    (looseNames(mentioning).get(name) ?? []).some(
      (loose) =>
        inSight({ file: mentioning, root: loose.root }) &&
        (!isLocal || contains(scope, loose.node)) &&
        bindingInScope(name, loose.node, loose.root, mentioning.text) === null,
    ),
  );
  if (passedAround) return null;
  return callsNamed(project, name)
    .filter(
      (call) => inSight(call) && (!isLocal || (call.invocation.receiver === null && contains(scope, call.invocation))),
    )
    .flatMap((call) => matching(call, method, signature, project));
}

/** A base class or an interface of a package may call it, and no such call is in sight. */
function mayBeCalledFromOutside(method: Place, project: CSharpProject): boolean {
  const { node, root, file } = method;
  if (hasModifier(node, file.text, 'override') || childOfKind(node, 'explicit_interface_specifier')) return true;
  const owner = node.kind === 'method_declaration' ? closest(node, ...typeKinds) : null;
  const isOpen = hasModifier(node, file.text, 'public') && !hasModifier(node, file.text, 'static');
  return owner !== null && isOpen && hasForeignBase(wholeType(owner, { node: owner, root, file }, project), project);
}

function hasForeignBase(type: Type, project: CSharpProject, depth = 0): boolean {
  return type.some((part) =>
    part.bases.some((base) => {
      const [found] = typesCalled(base, placeOf(part), project);
      return found === undefined || depth > deepestInheritance || hasForeignBase(found, project, depth + 1);
    }),
  );
}

function matching(call: Call, method: Place, signature: Signature, project: CSharpProject): readonly PassedArguments[] {
  const { invocation, root, file } = call;
  const place = { node: invocation.node, root, file };
  const namedTypes = typesBeforeDot(call, place, project);
  const isOnOwnType = namedTypes.some((type) =>
    type.some((part) => contains(part.node, method.node) && part.file.path === method.file.path),
  );
  if (!isOnOwnType && namedTypes.some((type) => declaresMethod(type, invocation.name))) return [];
  const skip = signature.isExtension && invocation.receiver !== null && !isOnOwnType ? 1 : 0;
  return accepts(signature, invocation.arguments, skip) ? [{ place, args: invocation.arguments, skip }] : [];
}

/** The types of the app that the receiver's text can name. */
function typesBeforeDot({ invocation, file }: Call, place: Place, project: CSharpProject): readonly Type[] {
  const { receiver } = invocation;
  if (receiver === null || !['identifier', 'member_access_expression'].includes(receiver.kind)) return [];
  return typesCalled(dottedName(receiver, file.text), place, project);
}

function declaresMethod(type: Type, name: string): boolean {
  return type.some((part) =>
    (childInRole(part.node, 'body')?.children ?? []).some((member) => {
      const memberName = member.kind === 'method_declaration' ? childInRole(member, 'name') : null;
      return memberName !== null && identifierName(memberName, part.file.text) === name;
    }),
  );
}

interface LooseName {
  readonly node: SyntaxNode;
  readonly root: SyntaxNode;
  readonly name: string;
}

/** Names that are neither called nor declared nor part of a type: a method among them is passed around as a value. */
const looseNames = oncePerFile((file) =>
  byKey(
    file.views.flatMap(({ root }): readonly LooseName[] =>
      [...descendantsOfKind(root, 'identifier')]
        .filter(isLoose)
        .map((node) => ({ node, root, name: identifierName(node, file.text) })),
    ),
    (loose) => loose.name,
  ),
);

const holdersOfTypes = [
  'using_directive',
  'qualified_name',
  'namespace_declaration',
  'file_scoped_namespace_declaration',
  'base_list',
  'type_argument_list',
];
/** A method cannot stand here without being called. */
const rolesOfOtherThings = ['name', 'type', 'expression', 'condition', 'function'];

function isLoose(identifier: SyntaxNode): boolean {
  let outer = identifier.parent?.kind === 'generic_name' ? identifier.parent : identifier;
  const isAccessed = ['member_access_expression', 'member_binding_expression'].includes(outer.parent?.kind ?? '');
  if (isAccessed && outer.field !== 'name') return false;
  if (isAccessed && outer.parent) outer = outer.parent;
  if (outer.kind === 'member_binding_expression' && outer.parent) outer = outer.parent;
  if (holdersOfTypes.includes(outer.parent?.kind ?? '') || isInNameof(outer)) return false;
  return !rolesOfOtherThings.includes(outer.field ?? '');
}

function isInNameof(node: SyntaxNode): boolean {
  const list = node.parent?.kind === 'argument' ? node.parent.parent : null;
  const call = list?.kind === 'argument_list' ? list.parent : null;
  const callee = call?.kind === 'invocation_expression' ? childInRole(call, 'function') : null;
  return callee?.kind === 'identifier' && callee.end - callee.start === 'nameof'.length;
}
