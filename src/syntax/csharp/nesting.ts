import type { CSharpFile } from './file.ts';
import type { SyntaxNode } from './node.ts';

/** Whoever reads a tree goes down by recursion here and there; no one nests code like this. */
const maximumDepth = 1_200;

/** Where something is nested more deeply than is read; null in a file that may be read. */
export function tooDeepAt({ views }: CSharpFile): number | null {
  for (const { root } of views) {
    const place = below(root);
    if (place !== null) return place;
  }
  return null;
}

/** As a file that the parser gave up on, for whoever needs no place to tell. */
export function unlessTooDeep(file: CSharpFile | null): CSharpFile | null {
  return file !== null && tooDeepAt(file) === null ? file : null;
}

function below(root: SyntaxNode): number | null {
  let level: readonly SyntaxNode[] = [root];
  for (let depth = 0; depth < maximumDepth; depth++) {
    level = level.flatMap(({ children }) => children);
    if (level.length === 0) return null;
  }
  return level[0]?.start ?? null;
}
