import { type CSharpFile, readCSharp } from '../../src/syntax/csharp/file.ts';
import type { SyntaxNode } from '../../src/syntax/csharp/node.ts';
import type { Area } from './facts.ts';

/** A file of ours as one set of symbols compiles it. */
export interface OwnView {
  readonly file: CSharpFile;
  readonly root: SyntaxNode;
}

/** The same file with no view but one, so that readers of whole files speak of that. */
export function aloneWith({ file, root }: OwnView): CSharpFile {
  return { ...file, views: file.views.filter((view) => view.root === root) };
}

export function area({ start, end }: { readonly start: number; readonly end: number }): Area {
  return [start, end];
}

export function read(path: string, text: string): CSharpFile {
  const file = readCSharp(path, text);
  if (file === null) throw new Error(`the parser gave up on ${path}`);
  return file;
}
