import type { Range } from '../../location.ts';
import { firstFrom } from './in-order.ts';
import { contains, descendants, isNote, type SyntaxNode } from './node.ts';

// A file with many changes asks for each of them what stands around it: a tree is searched once for all.

interface Notes {
  readonly comments: readonly SyntaxNode[];
  /** Comments, and directives such as `#pragma`. */
  readonly all: readonly SyntaxNode[];
}

const known = new WeakMap<SyntaxNode, Notes>();

/** In the order of the text. */
function notesOf(root: SyntaxNode): Notes {
  const before = known.get(root);
  if (before) return before;
  const all = [...descendants(root)].filter(isNote).sort((a, b) => a.start - b.start);
  const notes = { comments: all.filter(({ kind }) => kind === 'comment'), all };
  known.set(root, notes);
  return notes;
}

/** Of a whole tree, in the order of the text. */
export function commentsOf(root: SyntaxNode): readonly SyntaxNode[] {
  return notesOf(root).comments;
}

/** `#region`, `#pragma` and their like, of a whole tree. */
export function directivesOf(root: SyntaxNode): readonly SyntaxNode[] {
  return notesOf(root).all.filter(({ kind }) => kind !== 'comment');
}

/** Comments and directives inside a range, in the order of the text. */
export function notesWithin(root: SyntaxNode, range: Range): readonly SyntaxNode[] {
  const { all } = notesOf(root);
  const within: SyntaxNode[] = [];
  for (let index = firstFrom(all, range.start); index < all.length; index++) {
    const note = all[index];
    if (note === undefined || note.start > range.end) break;
    if (contains(range, note)) within.push(note);
  }
  return within;
}
