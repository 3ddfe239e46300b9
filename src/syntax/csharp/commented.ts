import type { Range } from '../../location.ts';
import type { Commented } from '../commented.ts';
import { type CSharpFile, nodesOfKind } from './file.ts';
import { isNote, type SyntaxNode } from './node.ts';
import { commentsOf } from './notes.ts';

/** Those of every branch of `#if` that may be compiled. */
export function commentedCSharp(file: CSharpFile): Commented {
  return {
    text: file.text,
    comments: nodesOfKind(file, 'comment'),
    below: ({ start, end }) =>
      file.views
        .filter(({ root }) => commentsOf(root).some((comment) => comment.start === start))
        .flatMap(({ root }) => beginningAfter(root, end) ?? []),
  };
}

/** The widest piece of code that begins with the first word after the offset; a whole file begins nowhere. */
function beginningAfter(root: SyntaxNode, offset: number): Range | null {
  let node = root;
  for (;;) {
    const next = node.children.find((child) => !isNote(child) && child.end > offset && child.end > child.start);
    if (next === undefined) return null;
    if (next.start >= offset) return { start: next.start, end: next.end };
    node = next;
  }
}
