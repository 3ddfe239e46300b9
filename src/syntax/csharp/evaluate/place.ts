import type { FileRange, Range } from '../../../location.ts';
import type { CSharpFile } from '../file.ts';
import type { SyntaxNode } from '../node.ts';
import type { CSharpProject } from '../project.ts';
import type { Result } from './evaluation.ts';

/** Where names are looked up from: one node of one view of one file. */
export interface Place {
  readonly node: SyntaxNode;
  readonly root: SyntaxNode;
  readonly file: CSharpFile;
}

/** An evaluation under way: the app it reads, and the way back in for whatever an expression is made of. */
export interface Reader {
  readonly project: CSharpProject;
  evaluate(place: Place): Result;
}

export function at(place: Place, node: SyntaxNode): Place {
  return { node, root: place.root, file: place.file };
}

export function rangeIn(file: CSharpFile, { start, end }: Range): FileRange {
  return { file: file.path, start, end };
}

export function sourceOf({ node, file }: Place): string {
  return file.text.slice(node.start, node.end);
}

const longestExcerpt = 80;

export function excerpt(place: Place): string {
  const source = sourceOf(place).replace(/\s+/g, ' ').trim();
  return source.length > longestExcerpt ? `${source.slice(0, longestExcerpt - 1)}…` : source;
}
