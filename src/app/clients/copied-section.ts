import type { FileRange } from '../../location.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import {
  childInRole,
  contains,
  descendants,
  descendantsOfKind,
  type SyntaxNode,
  textOf,
} from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
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
  const byName = objectsRead(delegate, file, project);
  const objects = [...byName.values()];
  const paths = pathsRead(delegate, file, project);
  const bound = sectionsBound(delegate, file, project);
  const sections = [
    ...objects.flatMap(({ section }) => (section.kind === 'section' ? [section.path] : [])),
    ...paths.flatMap((path) => path.split(':').slice(0, -1).join(':') || []),
    ...bound,
  ];
  const keys = [
    ...paths.map((path) => path.split(':').at(-1) ?? ''),
    ...membersRead(delegate, [...byName.keys()], file),
  ];
  return {
    section: onlyOne(sections),
    keys: bound.length > 0 || keys.length === 0 ? null : [...new Set(keys)],
    filling: objects.flatMap(({ filling }) => filling),
    uses: objects.flatMap(({ uses }) => uses),
    names: [...byName.keys()],
  };
}

function onlyOne([first, ...others]: readonly string[]): SectionPath {
  if (first === undefined) return { kind: 'unknown' };
  const isSame = (path: string) => path.toLowerCase() === first.toLowerCase();
  return others.every(isSame) ? { kind: 'section', path: first } : { kind: 'unknown' };
}

function objectsRead(
  delegate: SyntaxNode,
  file: CSharpFile,
  project: CSharpProject,
): ReadonlyMap<string, SettingsBinding> {
  const { text } = file;
  const byName = new Map<string, SyntaxNode>();
  for (const name of descendantsOfKind(delegate, 'identifier')) {
    const isOwner = name.parent?.kind === 'member_access_expression' && name.field === 'expression';
    const binding = isOwner ? bindingInScope(textOf(name, text), name, rootOf(name), text) : null;
    if (binding?.kind === 'local' && !contains(delegate, binding.scope)) byName.set(binding.name, name);
  }
  return new Map([...byName].map(([name, node]) => [name, readBinding(node, file, { project })]));
}

const keyed = ['element_access_expression', 'invocation_expression'];

function pathsRead(delegate: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly string[] {
  return [...descendants(delegate)].flatMap((node) => {
    const path = keyed.includes(node.kind) ? configKeyOf(node, file, project) : null;
    return path?.includes(':') ? [path] : [];
  });
}

/** `settings.ClientId`; what is called on it, or on its value, is no key. */
function membersRead(delegate: SyntaxNode, names: readonly string[], file: CSharpFile): readonly string[] {
  return [...descendantsOfKind(delegate, 'member_access_expression')].flatMap((access) => {
    const [owner, member] = [childInRole(access, 'expression'), childInRole(access, 'name')];
    const isOfObject = owner !== null && names.includes(textOf(owner, file.text).replace(/!$/, ''));
    return isOfObject && member && access.field !== 'function' ? [textOf(member, file.text)] : [];
  });
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
