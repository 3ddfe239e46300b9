import type { FileRange } from '../../../location.ts';
import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import type { LocalBinding } from '../../../syntax/csharp/evaluate/bindings.ts';
import { writesToBinding } from '../../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { identifiersBelow } from '../../../syntax/csharp/identifiers.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import {
  childInRole,
  childOfKind,
  descendantsOfKind,
  namedChildren,
  type SyntaxNode,
  textOf,
} from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { findCallables } from '../../startup/callable.ts';
import { configKeyOf, type SectionPath, sectionOf } from '../section-path.ts';
import type { ProjectSources } from './package-names.ts';
import { fillingBy, isBinding, membersAfter, sectionAfter } from './settings-filling.ts';
import { memberSet, membersInitialized, type SettingsMember } from './settings-member.ts';
import { maySetMore, type UnsetMembers, unsetMembersOf } from './unset-members.ts';

/** Where a registration has its settings from. */
export interface SettingsBinding {
  readonly section: SectionPath;
  /** What those members have that no code sets. */
  readonly unset: UnsetMembers;
  /** What code puts into the settings object, the later the stronger. */
  readonly members: readonly SettingsMember[];
  /** Statements that do nothing but fill the object. */
  readonly filling: readonly FileRange[];
  /** Everywhere that the object's local is used besides, the registrations that take it included. */
  readonly uses: readonly FileRange[];
}

export function readBinding(expression: SyntaxNode, file: CSharpFile, sources: ProjectSources): SettingsBinding {
  return read(expression, file, sources, 0);
}

const deepest = 20;
const unknown = { kind: 'unknown' } as const;
export const unbound: SettingsBinding = { section: unknown, unset: unknown, members: [], filling: [], uses: [] };

function read(node: SyntaxNode, file: CSharpFile, sources: ProjectSources, depth: number): SettingsBinding {
  const follow = (next: SyntaxNode | null | undefined) =>
    next && depth < deepest ? read(next, file, sources, depth + 1) : unbound;
  switch (node.kind) {
    case 'parenthesized_expression':
    case 'postfix_unary_expression':
    case 'as_expression':
      return follow(namedChildren(node)[0]);
    case 'cast_expression':
      return follow(namedChildren(node).at(-1));
    case 'binary_expression':
      return follow(childInRole(node, 'left'));
    case 'with_expression': {
      const [base, ...changes] = namedChildren(node);
      const inner = follow(base);
      const members = changes.flatMap((change) => {
        const [name, value] = namedChildren(change);
        return name && value ? [memberSet(name, value, file)] : [];
      });
      return { ...inner, members: [...inner.members, ...members] };
    }
    case 'object_creation_expression':
    case 'implicit_object_creation_expression':
      return created(node, file, sources);
    case 'identifier': {
      const binding = bindingInScope(textOf(node, file.text), node, rootOf(node), file.text);
      return binding?.kind === 'local' ? local(binding, node, file, sources, depth) : sectionOnly(node, file, sources);
    }
    case 'invocation_expression':
      return returned(node, file, sources, depth) ?? sectionOnly(node, file, sources);
    default:
      return sectionOnly(node, file, sources);
  }
}

/** What a function of the app's own returns that makes the settings. */
function returned(call: SyntaxNode, file: CSharpFile, sources: ProjectSources, depth: number): SettingsBinding | null {
  const invocation = readInvocation(call, file.text);
  const [only, ...others] = invocation ? findCallables(invocation, file, sources.project) : [];
  if (only === undefined || others.length > 0) return null;
  const value = valueReturned(only.body);
  return value && depth < deepest ? read(value, only.file, sources, depth + 1) : unbound;
}

/** Of `=> x` and of a body whose only way out is `return x`. */
export function valueReturned(body: SyntaxNode): SyntaxNode | null {
  if (body.kind === 'arrow_expression_clause') return namedChildren(body)[0] ?? null;
  const [statement, ...others] = [...descendantsOfKind(body, 'return_statement')];
  return statement && others.length === 0 ? (namedChildren(statement)[0] ?? null) : null;
}

function sectionOnly(node: SyntaxNode, file: CSharpFile, { project }: ProjectSources): SettingsBinding {
  const section = sectionOf(node, file, project);
  return { ...unbound, section, unset: section };
}

function created(creation: SyntaxNode, file: CSharpFile, sources: ProjectSources): SettingsBinding {
  const initializer = childOfKind(creation, 'initializer_expression');
  const members = initializer ? membersInitialized(initializer, file) : [];
  return {
    ...unbound,
    section: sectionOfMembers(members, sources),
    unset: unsetMembersOf(creation, file, sources),
    members,
  };
}

const credentials = ['ClientId', 'EncodedJwk', 'EncodedX509', 'JwkBase64'];

/** Where the credentials are from when members are set on top of what was bound: of two places, nobody can tell. */
export function sectionOfCredentials(
  { section }: SettingsBinding,
  members: readonly SettingsMember[],
  sources: ProjectSources,
): SectionPath {
  if (!members.some(({ name }) => credentials.includes(name))) return section;
  const own = sectionOfMembers(members, sources);
  const isSame =
    section.kind === 'section' && own.kind === 'section' && section.path.toLowerCase() === own.path.toLowerCase();
  return section.kind === 'unknown' || isSame ? own : unknown;
}

/** The section that all credentials are read from, key by key. */
function sectionOfMembers(members: readonly SettingsMember[], { project }: ProjectSources): SectionPath {
  const paths = members
    .filter(({ name }) => credentials.includes(name))
    .map(({ value, file }) => configKeyOf(value, file, project));
  const sections = new Set(paths.map((path) => path?.split(':').slice(0, -1).join(':').toLowerCase() ?? ''));
  const [first] = paths;
  const path = first?.split(':').slice(0, -1).join(':');
  return sections.size === 1 && path ? { kind: 'section', path } : unknown;
}

/** An object that statements after its declaration fill. */
function local(
  binding: LocalBinding,
  use: SyntaxNode,
  file: CSharpFile,
  sources: ProjectSources,
  depth: number,
): SettingsBinding {
  const root = rootOf(use);
  const initializer = initializerOf(binding.declarator);
  const place = { node: use, root, file };
  if (initializer === null || depth >= deepest || writesToBinding(binding, place).length > 0) return unbound;
  const start = read(initializer, file, sources, depth + 1);
  const names = identifiersBelow(binding.scope, binding.name, file.text).filter(
    (name) => name.parent !== binding.declarator && bindingInScope(binding.name, name, root, file.text) === binding,
  );
  const fillings = names.flatMap((name) => fillingBy(name, binding, file, sources) ?? []);
  const removable = fillings.filter(({ certain }) => certain);
  const members = membersAfter(start.members, fillings);
  const section = sectionAfter(start.section, fillings);
  const others = names.filter((name) => !removable.some((one) => one.name === name));
  const open = names.filter((name) => !fillings.some((one) => one.name === name));
  return {
    unset: fillings.some(isBinding) ? section : isKept(start, open, file) ? start.unset : unknown,
    section: section.kind === 'unknown' && !fillings.some(isBinding) ? sectionOfMembers(members, sources) : section,
    members,
    filling: [...start.filling, ...removable.map(({ statement }) => statement)],
    uses: [...start.uses, ...(holdsObject(initializer, file) ? others.map((name) => rangeOf(name, file)) : [])],
  };
}

/** Whether what code made is still what it was. */
function isKept({ unset }: SettingsBinding, uses: readonly SyntaxNode[], file: CSharpFile): boolean {
  return unset.kind !== 'made' || !uses.some((use) => maySetMore(use, file));
}

/** Not a section, of which other code may read other parts. */
function holdsObject(initializer: SyntaxNode, file: CSharpFile): boolean {
  const call = readInvocation(initializer, file.text);
  return call === null || !/^Get(Required)?Section$/.test(call.name);
}

function rangeOf({ start, end }: SyntaxNode, file: CSharpFile): FileRange {
  return { file: file.path, start, end };
}
