import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { contains, descendants, descendantsOfKind, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
import { configKeyOf, type SectionPath, sectionOf } from './section-path.ts';

/** The section whose values a delegate hands on: through an object that was read from it, or key by key. */
export function sectionCopied(delegate: SyntaxNode, file: CSharpFile, project: CSharpProject): SectionPath {
  const sections = [...objectsRead(delegate, file, project), ...keysRead(delegate, file, project)];
  const [first, ...others] = sections;
  if (first === undefined) return { kind: 'unknown' };
  const isSame = (path: string) => path.toLowerCase() === first.toLowerCase();
  return others.every(isSame) ? { kind: 'section', path: first } : { kind: 'unknown' };
}

function objectsRead(delegate: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly string[] {
  const { text } = file;
  return [...descendantsOfKind(delegate, 'identifier')].flatMap((name) => {
    const isOwner = name.parent?.kind === 'member_access_expression' && name.field === 'expression';
    const binding = isOwner ? bindingInScope(textOf(name, text), name, rootOf(name), text) : null;
    if (binding?.kind !== 'local' || contains(delegate, binding.scope)) return [];
    const initializer = initializerOf(binding.declarator);
    const section = initializer ? sectionOf(initializer, file, project) : null;
    return section?.kind === 'section' ? [section.path] : [];
  });
}

const keyed = ['element_access_expression', 'invocation_expression'];

function keysRead(delegate: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly string[] {
  return [...descendants(delegate)].flatMap((node) => {
    const key = keyed.includes(node.kind) ? configKeyOf(node, file, project) : null;
    const section = key?.split(':').slice(0, -1).join(':');
    return section ? [section] : [];
  });
}
