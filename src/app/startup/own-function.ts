import type { FileRange } from '../../location.ts';
import { functionKinds, typeKinds } from '../../syntax/csharp/enclosing.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import {
  ancestors,
  childOfKind,
  closest,
  contains,
  hasModifier,
  type SyntaxNode,
  textOf,
} from '../../syntax/csharp/node.ts';
import { type CSharpProject, wholeWord } from '../../syntax/csharp/project.ts';
import { nameOf } from './callable.ts';

/** A function that the app declares. */
export interface OwnFunction {
  readonly name: string;
  readonly declaration: FileRange;
  /** Where else its name stands in code, as far as that may mean it: nowhere, when nothing can call it. */
  readonly mentions: readonly FileRange[];
}

/** The function that a place stands in; null for statements outside all functions. */
export function ownFunctionAround(place: SyntaxNode, file: CSharpFile, project: CSharpProject): OwnFunction | null {
  const declaration = [...ancestors(place)].find(({ kind }) => functionKinds.includes(kind));
  if (declaration === undefined) return null;
  const name = nameOf(declaration, file.text);
  const isLocal = declaration.kind === 'local_function_statement';
  const files = isLocal ? [file] : project.filesMentioning(name, wholeWord(name));
  return {
    name,
    declaration: { file: file.path, start: declaration.start, end: declaration.end },
    mentions: name === '' ? [] : files.flatMap((one) => mentionsOf(name, one, one === file ? declaration : null)),
  };
}

/** In code, declarations of functions by the name aside. */
function mentionsOf(name: string, file: CSharpFile, declaration: SyntaxNode | null): readonly FileRange[] {
  return nodesOfKind(file, 'identifier')
    .filter((node) => textOf(node, file.text) === name)
    .filter((node) => !(node.field === 'name' && node.parent && functionKinds.includes(node.parent.kind)))
    .filter((node) => declaration === null || !contains(declaration, node))
    .map(({ start, end }) => ({ file: file.path, start, end }));
}

/**
 * Whether nothing can bring the app to a place: a function of its own that no code names, or only code in such functions.
 * The entry point and what the framework calls by its name are not of that kind.
 */
export function isLeftOver(place: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  return isDead(place, file, project, []);
}

const calledFromOutside = ['Main', 'ConfigureServices', 'Configure', 'ConfigureContainer', 'CreateHostBuilder'];

function isDead(place: SyntaxNode, file: CSharpFile, project: CSharpProject, seen: readonly number[]): boolean {
  const around = ownFunctionAround(place, file, project);
  if (around === null || around.name === '' || seen.length > 16) return false;
  if (mayBeCalledFromOutside(place, file.text)) return false;
  const before = [...seen, around.declaration.start];
  return around.mentions.every((mention) => {
    const from = project.file(mention.file);
    const node = from && nodesOfKind(from, 'identifier').find(({ start }) => start === mention.start);
    if (!from || !node) return false;
    const caller = ownFunctionAround(node, from, project);
    if (caller !== null && before.includes(caller.declaration.start)) return true;
    return isDead(node, from, project, before);
  });
}

/** By the framework: it makes objects, calls what an interface or a base class tells it of, and a few by their names. */
function mayBeCalledFromOutside(place: SyntaxNode, text: string): boolean {
  const declaration = [...ancestors(place)].find(({ kind }) => functionKinds.includes(kind));
  if (declaration === undefined || declaration.kind === 'local_function_statement') return false;
  if (declaration.kind !== 'method_declaration' || calledFromOutside.includes(nameOf(declaration, text))) return true;
  if (hasModifier(declaration, text, 'static') || hasModifier(declaration, text, 'private')) return false;
  const type = closest(declaration, ...typeKinds);
  return type === null || childOfKind(type, 'base_list') !== null;
}
