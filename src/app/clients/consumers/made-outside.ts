import type { Workspace } from '../../../files/workspace.ts';
import { type CSharpFile, nodesOfKind, readCSharp } from '../../../syntax/csharp/file.ts';
import { unlessTooDeep } from '../../../syntax/csharp/nesting.ts';
import { childOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type ClassNames, isNamedIn, namesOfClass } from './class-names.ts';
import { makes, namesBase } from './making.ts';

/** Those of the files, none of them the app's, that make a class of the app themselves, derive from it or fake it. */
export function filesMaking(name: string, workspace: Workspace, paths: readonly string[]): readonly string[] {
  const naming = filesNaming([name], workspace, paths);
  const names = namesOfClass(
    name,
    naming.flatMap(({ file }) => file ?? []),
  );
  // An alias may stand in one file for all of a project.
  const all = names.own.length > 1 ? filesNaming(names.own, workspace, paths) : naming;
  return all.filter(({ file }) => file === null || isMaking(names, file)).map(({ path }) => path);
}

/** Without a tree where nobody could read the file: it may do anything. */
function filesNaming(names: readonly string[], workspace: Workspace, paths: readonly string[]) {
  return workspace.filesWithAny(names, paths).flatMap((path) => {
    const read = workspace.read(path);
    if (read.kind !== 'text') return [{ path, file: null }];
    const { text } = read.source;
    return isNamedIn(text, names) ? [{ path, file: unlessTooDeep(readCSharp(path, text)) }] : [];
  });
}

function isMaking(names: ClassNames, file: CSharpFile): boolean {
  const fakes = nodesOfKind(file, 'generic_name').some((node) => isFake(node, names, file.text));
  return fakes || namesBase(names, file) || makes(names, null, file);
}

/** `Mock<T>`, `Substitute.For<T>()`, `fixture.Create<T>()`, `ActivatorUtilities.CreateInstance<T>(services)` */
const faking = /^(?:Mock|GetMock|Of|For|ForPartsOf|Fake|Build|Freeze|Create\w*)$/;

function isFake(generic: SyntaxNode, { own }: ClassNames, text: string): boolean {
  const [name, list] = [childOfKind(generic, 'identifier'), childOfKind(generic, 'type_argument_list')];
  return name !== null && list !== null && faking.test(textOf(name, text)) && isNamedIn(textOf(list, text), own);
}
