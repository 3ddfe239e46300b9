import type { TextEdit } from '../../../files/edits.ts';
import { wholeLines } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { skipSpaces } from '../../white-space.ts';
import { type CSharpFile, isConditional, nodesOfKind } from '../file.ts';
import { childOfKind, closest, contains, type SyntaxNode, textOf } from '../node.ts';
import { byKey, oncePerFile, rootOf } from '../project.ts';
import { type UsingDirective, usingsOf } from '../using.ts';
import { trailingComment } from './comments.ts';
import type { ImportedNames } from './imports.ts';
import { deletion } from './operation.ts';
import { imports } from './using-list.ts';

/** The usings of these namespaces that nothing in the file needs once the ranges are gone. */
export function unneededUsings(
  file: CSharpFile,
  mayGo: readonly ImportedNames[],
  gone: readonly Range[],
): readonly UsingDirective[] {
  // What could not be parsed may hold anything.
  if (mayGo.length === 0 || file.views.some(({ root }) => root.broken)) return [];
  const own = usingsOf(file).filter(({ node, global }) => !global && !isConditional(file, node));
  const aliases = own.filter(
    (using) => isAliasInto(using, mayGo, file, gone) && !isUsed(using.alias ?? '', file, gone),
  );
  const names = own.filter((using) => {
    const imported = mayGo.find(({ namespace }) => imports(using, namespace, file));
    return (
      imported !== undefined && !imported.names.some((name) => isUsed(name, file, [...gone, ...aliases.map(nodeOf)]))
    );
  });
  return [...aliases, ...names].sort((a, b) => a.node.start - b.node.start);
}

function nodeOf({ node }: UsingDirective): SyntaxNode {
  return node;
}

/** Of the namespace itself, or of a type in it; of a namespace around it only where that is how the names were written. */
function isAliasInto(
  using: UsingDirective,
  mayGo: readonly ImportedNames[],
  file: CSharpFile,
  gone: readonly Range[],
): boolean {
  if (using.kind !== 'alias') return false;
  const target = using.target.replace(/<.*$/s, '');
  const isPart = mayGo.some(({ namespace }) => namespace.startsWith(`${target}.`));
  if (isPart) return usesOf(using.alias ?? '', file).some((use) => gone.some((range) => contains(range, use)));
  return mayGo.some(
    ({ namespace, names }) => target === namespace || names.some((name) => target === `${namespace}.${name}`),
  );
}

function isUsed(name: string, file: CSharpFile, gone: readonly Range[]): boolean {
  const isGone = (range: Range) => gone.some((outer) => contains(outer, range));
  return usesOf(name, file).some((use) => !isGone(use)) || mayBeUsedElsewhere(name, file, isGone);
}

/** Where the name stands; in a using only where that leans on the usings around it. */
function usesOf(name: string, file: CSharpFile): readonly SyntaxNode[] {
  return usesByName(file).get(name.replace(/^@/, '')) ?? [];
}

const usesByName = oncePerFile((file) => {
  const uses = nodesOfKind(file, 'identifier').filter((node) => {
    const using = closest(node, 'using_directive');
    return using === null || (leansOnOthers(using) && beginsName(node, file.text));
  });
  return byKey(uses, (node) => textOf(node, file.text).replace(/^@/, ''));
});

/** An alias or a static using inside a namespace. */
function leansOnOthers(using: SyntaxNode): boolean {
  const fileScoped = using.parent && childOfKind(using.parent, 'file_scoped_namespace_declaration');
  const isInside = using.parent?.kind === 'declaration_list' || (fileScoped && fileScoped.end <= using.start);
  return isInside === true && using.children.some(({ kind }) => kind === '=' || kind === 'static');
}

/** `A` in `A.B`, and not the name of the alias. */
function beginsName({ start, field, parent }: SyntaxNode, text: string): boolean {
  if (field === 'name' && parent?.kind === 'using_directive') return false;
  return !/[.:]\s*$/.test(text.slice(Math.max(0, start - 200), start));
}

/** Of many symbols not every combination was read: there the bare text counts. */
function mayBeUsedElsewhere(name: string, file: CSharpFile, isGone: (range: Range) => boolean): boolean {
  if (file.conditionals.length === 0) return false;
  const bare = name.replace(/^@/, '');
  return [...file.text.matchAll(new RegExp(`(?<![\\w])${bare}(?![\\w])`, 'g'))].some(({ index }) => {
    const range = { start: index, end: index + bare.length };
    return isConditional(file, range) && !isGone(range);
  });
}

/** With their lines and the comments that end them, where they have these to themselves. */
export function removeUsings(usings: readonly UsingDirective[], file: CSharpFile): readonly TextEdit[] {
  const { text } = file;
  return runsOnLines(usings, text).map(({ root, start, end }) => {
    const lines = wholeLines(text, { start, end: trailingComment(root, text, end)?.end ?? end });
    return deletion(lines ?? { start, end: skipSpaces(text, end) });
  });
}

/** Neighbours on one line are one removal. */
function runsOnLines(usings: readonly UsingDirective[], text: string) {
  const runs: (Range & { readonly root: SyntaxNode })[] = [];
  for (const { node } of usings) {
    const last = runs.at(-1);
    const joins = last !== undefined && skipSpaces(text, last.end) === node.start;
    if (joins) runs[runs.length - 1] = { ...last, end: node.end };
    else runs.push({ root: rootOf(node), start: node.start, end: node.end });
  }
  return runs;
}
