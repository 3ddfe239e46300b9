import { isTopLevel, typeKinds } from '../enclosing.ts';
import { ancestors, childInRole, contains, hasModifier, type SyntaxNode, textOf } from '../node.ts';
import { type CSharpProject, type Member, membersNamed, readTypePart, type TypePart } from '../project.ts';
import { identifierName } from './bindings.ts';
import { agreed, type Result, readThrough, type UnknownReason, unknown } from './evaluation.ts';
import { excerpt, type Place, type Reader, rangeIn } from './place.ts';
import { bindingInScope, enclosingMember } from './scope.ts';
import { baseTypesOf, placeOf, type Type } from './type-lookup.ts';
import { type Write, writesTo } from './writes.ts';

/** Declared by the type, or else by the nearest of its base types that does. */
export function membersOfType(type: Type, name: string, project: CSharpProject): readonly Member[] {
  const seen = new Set<string>();
  let generation: readonly Type[] = [type];
  while (generation.length > 0) {
    const unseen = generation.filter(([part]) => part && !seen.has(part.fullName));
    for (const [part] of unseen) if (part) seen.add(part.fullName);
    const found = unseen.flatMap((parts) => membersNamed(parts, name));
    if (found.length > 0) return found;
    generation = unseen.flatMap((parts) => heirlooms(parts, project));
  }
  return [];
}

/** A class has what its base class has; what belongs to an interface it has to name the interface for. */
function heirlooms(type: Type, project: CSharpProject): readonly Type[] {
  return baseTypesOf(type, project).filter((base) => isInterface(type) || !isInterface(base));
}

function isInterface(type: Type): boolean {
  return type.some(({ node }) => node.kind === 'interface_declaration');
}

export interface MemberUse {
  readonly from: Place;
  readonly type: Type;
  /** `base.X` reads what the base class says, whoever overrides it. */
  readonly throughBase: boolean;
}

/** The one value of all declarations of a name: parts, `#if` branches, types of one name. */
export function evaluateMembers(members: readonly Member[], name: string, use: MemberUse, reader: Reader): Result {
  const results = members.map((member) => evaluateMember(member, use, reader));
  return agreed(results, disagreement(members, name));
}

function disagreement(members: readonly Member[], name: string): UnknownReason {
  const roots = new Map(members.map(({ type }) => [type.root, type.file.path]));
  const files = new Set(roots.values());
  const [file] = files;
  const oneEach = roots.size === members.length && files.size === 1;
  return oneEach && file !== undefined ? { code: 'differs-by-symbols', file } : { code: 'ambiguous', name };
}

function evaluateMember(member: Member, use: MemberUse, reader: Reader): Result {
  const { type, declaration } = member;
  const reason = declaration.kind === 'const' ? null : reasonAgainst(member, use);
  if (reason) return unknown(reason);
  const value = declaration.initializer ?? valueFromConstructor(member, use.type);
  const place = { ...placeOf(type), node: value ?? declaration.node };
  if (value === null) return unknown(withoutValue(member));
  return readThrough(reader.evaluate(place), rangeIn(type.file, declaration.node));
}

function withoutValue({ type, declaration }: Member): UnknownReason {
  const accessors = childInRole(declaration.node, 'accessors');
  const settable = accessors?.children.some((accessor) =>
    ['set', 'init'].includes(accessorKeyword(accessor, type.file.text)),
  );
  if (settable) return { code: 'mutable', name: declaration.name };
  if (declaration.kind !== 'property') return { code: 'set-at-run-time', name: declaration.name };
  return { code: 'computed', expression: excerpt({ ...placeOf(type), node: declaration.node }) };
}

function accessorKeyword(accessor: SyntaxNode, text: string): string {
  const name = childInRole(accessor, 'name');
  return name ? textOf(name, text) : '';
}

function reasonAgainst(member: Member, use: MemberUse): UnknownReason | null {
  const { type, declaration } = member;
  const { name, node, initializer } = declaration;
  const is = (...modifiers: readonly string[]) => modifiers.some((word) => hasModifier(node, type.file.text, word));
  const ofInterface = type.node.kind === 'interface_declaration' && !declaration.isStatic;
  if ((is('virtual', 'abstract', 'override') || ofInterface) && !use.throughBase) return { code: 'overridable', name };
  if (isReadBeforeSet(member, use.from)) return { code: 'read-before-set', name };
  const writes = writesToMember(member, use.type);
  if (declaration.kind === 'field') {
    const exposed = is('public', 'internal', 'protected') || writes.any || isWrittenAtTopLevel(member, use);
    return exposed || initializer === null ? { code: 'mutable', name } : null;
  }
  if (writes.own.length > (initializer === null ? 1 : 0)) return { code: 'reassigned', name };
  return null;
}

/** Static initializers run from top to bottom. */
function isReadBeforeSet({ type, declaration }: Member, from: Place): boolean {
  const { initializer } = declaration;
  if (!declaration.isStatic || initializer === null || from.root !== type.root) return false;
  if (initializer.parent?.kind === 'arrow_expression_clause' || initializer.parent?.kind === 'return_statement')
    return false;
  const reader = enclosingMember(from.node);
  const readsWhileSetting =
    reader !== null && hasModifier(reader, from.file.text, 'static') && isInitializer(reader, from.node);
  return readsWhileSetting && contains(type.node, from.node) && initializer.start > from.node.start;
}

/** Whether the node runs when the member is given its first value. */
export function isInitializer(member: SyntaxNode, node: SyntaxNode): boolean {
  if (member.kind !== 'property_declaration')
    return ['field_declaration', 'event_field_declaration'].includes(member.kind);
  const value = childInRole(member, 'value');
  return value !== null && value.kind !== 'arrow_expression_clause' && contains(value, node);
}

/** `own` are surely writes to this member; `any` tells whether some write could be one. */
function writesToMember({ declaration }: Member, type: Type): { own: readonly Write[]; any: boolean } {
  const { name } = declaration;
  const own: Write[] = [];
  let any = false;
  for (const part of type) {
    const { file, root } = part;
    for (const write of writesTo(name, root, file.text)) {
      if (!contains(part.node, write.node)) continue;
      const qualifier = childInRole(write.target, 'expression');
      const free = qualifier === null && isFreeIn(part, name, write.target);
      const named = qualifier !== null && ['this', part.name].includes(identifierName(qualifier, file.text));
      if (free || named) own.push(write);
      any ||= free || qualifier !== null;
    }
  }
  return { own, any };
}

/** Code outside all types writes the fields of `class Program` as its own. */
function isWrittenAtTopLevel({ type, declaration: { name } }: Member, use: MemberUse): boolean {
  if (type.fullName !== 'Program') return false;
  return [use.from, ...use.type].some(({ root, file }) =>
    writesTo(name, root, file.text).some(
      ({ target }) =>
        isTopLevel(target) &&
        (target.kind === 'member_access_expression' || bindingInScope(name, target, root, file.text) === null),
    ),
  );
}

/** Whether the name, written without a dot, stands for the type's own member there. */
function isFreeIn({ node, root, file }: TypePart, name: string, target: SyntaxNode): boolean {
  if (bindingInScope(name, target, root, file.text) !== null) return false;
  for (const outer of ancestors(target)) {
    if (outer === node) return true;
    const hides = typeKinds.includes(outer.kind) && membersNamed([readTypePart(outer, root, file)], name).length > 0;
    if (hides) return false;
  }
  return false;
}

/** `readonly string path; Name() { path = "x"; }` with one constructor. */
function valueFromConstructor(member: Member, type: Type): SyntaxNode | null {
  if (member.declaration.kind === 'field') return null;
  const constructors = type.flatMap((part) =>
    (childInRole(part.node, 'body')?.children ?? []).filter(
      (child) =>
        child.kind === 'constructor_declaration' &&
        hasModifier(child, part.file.text, 'static') === member.declaration.isStatic,
    ),
  );
  const [write] = writesToMember(member, type).own;
  const [only, ...others] = constructors;
  const block = write?.node.parent?.kind === 'expression_statement' ? write.node.parent.parent : null;
  const runsAlways = block !== null && only !== undefined && others.length === 0 && block?.parent === only;
  return runsAlways && contains(member.type.node, only) ? (write?.value ?? null) : null;
}
