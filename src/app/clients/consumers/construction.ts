import { type CSharpFile, isConditional } from '../../../syntax/csharp/file.ts';
import { childInRole, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, typesNamed, wholeWord } from '../../../syntax/csharp/project.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { filesNaming, namesOfClass } from './class-names.ts';
import { makes, makesSaid, namesBase } from './making.ts';

/** What keeps a class from getting its client in another type: others than the framework make it, or go on from it. */
export function useOfClass(
  type: SyntaxNode,
  isInjected: boolean,
  file: CSharpFile,
  project: CSharpProject,
): TokenUse | null {
  const nameNode = childInRole(type, 'name');
  if (nameNode === null) return null;
  const name = textOf(nameNode, file.text);
  if (isConditional(file, type)) return 'conditional-compilation';
  if (isInParts(name, type, project)) return 'partial-class';
  if (!isInjected) return null;
  const names = namesOfClass(name, project.filesMentioning(name, wholeWord(name)));
  const { naming, linked } = filesNaming(names, project);
  const isMade = naming.some((other) => makes(names, type, other)) || linked.some((other) => makesSaid(names, other));
  if (isMade) return 'made-by-hand';
  return naming.some((other) => namesBase(names, other)) ? 'derived-class' : null;
}

/** One part by itself is what a source generator adds to. */
function isInParts(name: string, type: SyntaxNode, project: CSharpProject): boolean {
  const kind = type.kind;
  const places = typesNamed(project, name).filter(({ node }) => node.kind === kind);
  return new Set(places.map(({ file, node }) => `${file.path} ${node.start}`)).size > 1;
}
