import type { FileRange } from '../../location.ts';
import { containerOf, typesIn } from '../../syntax/csharp/declaration.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import {
  childInRole,
  childOfKind,
  contains,
  namedChildren,
  type SyntaxNode,
  textOf,
} from '../../syntax/csharp/node.ts';
import { type CSharpProject, wholeWord } from '../../syntax/csharp/project.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';
import type { App } from '../app.ts';
import type { Callable } from '../startup/callable.ts';

/** A static class that holds nothing but functions which go. */
export interface EmptiedType {
  readonly at: FileRange;
  /** Its namespace, if nothing else is declared there: then nothing can import it any more. */
  readonly namespace: string | null;
  /** The usings of that namespace. */
  readonly usings: readonly FileRange[];
}

export function typesEmptiedWithout(
  functions: readonly Callable[],
  gone: readonly FileRange[],
  { sources }: Pick<App, 'sources'>,
): readonly EmptiedType[] {
  const holders = new Map(functions.map(({ file, declaration }) => [declaration.parent?.parent ?? null, file]));
  return [...holders].flatMap(([type, file]) => {
    if (type?.kind !== 'class_declaration' || !holdsOnly(type, functions) || childOfKind(type, 'base_list')) return [];
    if (isNamed(type, file, gone, sources)) return [];
    const namespace = containerOf(type, file.text);
    const isLast = namespace !== '' && !isDeclaredBeside(namespace, type, file, sources);
    const usings = isLast ? importsOf(namespace, sources) : [];
    return [
      { at: { file: file.path, start: type.start, end: type.end }, namespace: isLast ? namespace : null, usings },
    ];
  });
}

function holdsOnly(type: SyntaxNode, functions: readonly Callable[]): boolean {
  const body = childInRole(type, 'body');
  const members = body === null ? [] : namedChildren(body);
  return members.length > 0 && members.every((member) => functions.some(({ declaration }) => declaration === member));
}

/** Outside of itself and of what goes. */
function isNamed(type: SyntaxNode, file: CSharpFile, gone: readonly FileRange[], sources: CSharpProject): boolean {
  const name = childInRole(type, 'name');
  if (name === null) return true;
  const text = textOf(name, file.text);
  const isGone = (node: SyntaxNode, path: string) => gone.some((range) => range.file === path && contains(range, node));
  return sources.filesMentioning(text, wholeWord(text)).some((one) =>
    nodesOfKind(one, 'identifier').some((node) => {
      if (textOf(node, one.text) !== text || (one === file && contains(type, node))) return false;
      return !isGone(node, one.path);
    }),
  );
}

/** Or a namespace in it. */
function isDeclaredBeside(namespace: string, type: SyntaxNode, file: CSharpFile, sources: CSharpProject): boolean {
  const last = namespace.split('.').at(-1) ?? namespace;
  return sources.filesMentioning(last, /\bnamespace\b/).some((one) =>
    typesIn(one).some(({ node, container }) => {
      const isIn = container === namespace || container.startsWith(`${namespace}.`);
      return isIn && !(one === file && contains(type, node));
    }),
  );
}

function importsOf(namespace: string, sources: CSharpProject): readonly FileRange[] {
  return sources.filesMentioning(namespace.split('.').at(-1) ?? namespace, /\busing\b/).flatMap((one) =>
    usingsOf(one)
      .filter(({ target }) => target === namespace)
      .map(({ node }) => ({ file: one.path, start: node.start, end: node.end })),
  );
}
