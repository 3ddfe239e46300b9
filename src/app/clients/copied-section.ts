import type { FileRange } from '../../location.ts';
import type { LocalBinding } from '../../syntax/csharp/evaluate/bindings.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import {
  childInRole,
  childOfKind,
  contains,
  descendants,
  descendantsOfKind,
  namedChildren,
  type SyntaxNode,
  textOf,
} from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
import { beforeMark } from '../../syntax/csharp/types/null-marks.ts';
import { readBinding, type SettingsBinding } from './external/settings-binding.ts';
import { configKeyOf, type SectionPath, sectionOf } from './section-path.ts';

/** What a delegate hands on to the client's options. */
export interface CopiedSettings {
  readonly section: SectionPath;
  /** The keys of the section that it reads; null where it has the client bind whatever the section holds. */
  readonly keys: readonly string[] | null;
  /** Statements that only fill the object it copies from, and where else the object is used. */
  readonly filling: readonly FileRange[];
  readonly uses: readonly FileRange[];
  /** Locals that hold such objects. */
  readonly names: readonly string[];
}

/** Through an object that was read from a section, key by key, or by binding the options to it. */
export function settingsCopied(delegate: SyntaxNode, file: CSharpFile, project: CSharpProject): CopiedSettings {
  const members = membersUsed(delegate);
  const objects = objectsRead(members, file, project).filter(
    ({ local, section }) => section.kind === 'section' || !contains(delegate, local.scope),
  );
  const outside = objects.filter(({ local }) => !contains(delegate, local.scope));
  const paths = pathsRead(delegate, file, project);
  const bound = sectionsBound(delegate, file, project);
  const sections = [
    ...objects.flatMap(({ section }) => (section.kind === 'section' ? [section.path] : [])),
    ...paths.flatMap((path) => path.split(':').slice(0, -1).join(':') || []),
    ...bound,
  ];
  const keys = [...paths.map((path) => path.split(':').at(-1) ?? ''), ...membersRead(members, objects, file)];
  return {
    section: onlyOne(sections),
    keys: bound.length > 0 || keys.length === 0 ? null : [...new Set(keys)],
    filling: outside.flatMap(({ filling }) => filling),
    uses: outside.flatMap(({ uses }) => uses),
    names: outside.map(({ local }) => local.name),
  };
}

function onlyOne([first, ...others]: readonly string[]): SectionPath {
  if (first === undefined) return { kind: 'unknown' };
  const isSame = (path: string) => path.toLowerCase() === first.toLowerCase();
  return others.every(isSame) ? { kind: 'section', path: first } : { kind: 'unknown' };
}

/** `settings.ClientId`, `settings!.ClientId` and `settings?.ClientId`. */
interface MemberUse {
  readonly owner: SyntaxNode;
  readonly name: SyntaxNode;
  /** Where it is a method. */
  readonly isCalled: boolean;
}

function membersUsed(delegate: SyntaxNode): readonly MemberUse[] {
  return [...descendantsOfKind(delegate, 'member_access_expression', 'conditional_access_expression')].flatMap(
    (access) => {
      const isConditional = access.kind === 'conditional_access_expression';
      const before = childInRole(access, isConditional ? 'condition' : 'expression');
      const holder = isConditional ? childOfKind(access, 'member_binding_expression') : access;
      const name = holder && childInRole(holder, 'name');
      const owner = before && unmarked(beforeMark(before));
      return owner && name ? [{ owner, name, isCalled: access.field === 'function' }] : [];
    },
  );
}

/** `x` of `x!` and of `(x)`. */
function unmarked(expression: SyntaxNode): SyntaxNode {
  const isAround = expression.kind === 'postfix_unary_expression' || expression.kind === 'parenthesized_expression';
  const inner = isAround ? namedChildren(expression)[0] : undefined;
  return inner ? unmarked(inner) : expression;
}

interface ObjectRead extends SettingsBinding {
  readonly local: LocalBinding;
}

function objectsRead(members: readonly MemberUse[], file: CSharpFile, project: CSharpProject): readonly ObjectRead[] {
  const byLocal = new Map<LocalBinding, SyntaxNode>();
  for (const { owner } of members) {
    const binding =
      owner.kind === 'identifier' ? bindingInScope(textOf(owner, file.text), owner, rootOf(owner), file.text) : null;
    if (binding?.kind === 'local') byLocal.set(binding, owner);
  }
  return [...byLocal].map(([local, use]) => ({ ...readBinding(use, file, { project }), local }));
}

const keyed = ['element_access_expression', 'invocation_expression'];

function pathsRead(delegate: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly string[] {
  return [...descendants(delegate)].flatMap((node) => {
    const path = keyed.includes(node.kind) ? configKeyOf(node, file, project) : null;
    return path?.includes(':') ? [path] : [];
  });
}

/** What is called on an object, or on a value of it, is no key. */
function membersRead(
  members: readonly MemberUse[],
  objects: readonly ObjectRead[],
  file: CSharpFile,
): readonly string[] {
  const names = objects.map(({ local }) => local.name);
  return members.flatMap(({ owner, name, isCalled }) =>
    names.includes(textOf(owner, file.text)) && !isCalled ? [textOf(name, file.text)] : [],
  );
}

/** `config.GetSection("A").Bind(options)` */
function sectionsBound(delegate: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly string[] {
  return [...descendantsOfKind(delegate, 'invocation_expression')].flatMap((node) => {
    const call = readInvocation(node, file.text);
    const isBind = call?.name === 'Bind' && call.receiver !== null && call.arguments.length === 1;
    const section = isBind && call.receiver ? sectionOf(call.receiver, file, project) : null;
    return section?.kind === 'section' ? [section.path] : [];
  });
}
