import { findConflict, inOrder, type TextEdit } from '../files/edits.ts';
import type { Range } from '../location.ts';
import { isIgnoring } from '../suppressed.ts';
import { aboutOf, type Commented } from '../syntax/commented.ts';
import { isBlank, lineEnd, lineStart, nextLine } from '../syntax/white-space.ts';

/** Left behind by what it is about, a comment that lets findings stand would let those of what comes next. */
export function withOrphanedComments(commented: Commented, edits: readonly TextEdit[]): readonly TextEdit[] {
  const { text, comments } = commented;
  const orphans = comments.filter(
    (comment) =>
      isIgnoring(text.slice(comment.start, comment.end)) &&
      !edits.some((edit) => edit.start < comment.end && comment.start < edit.end) &&
      isAllGone(commented, aboutOf(commented, comment), edits),
  );
  return orphans.reduce((all, comment) => withDeletion(all, removalOf(text, comment, all)), edits);
}

/** What parts or closes it from others may stay. */
function isAllGone({ text, comments }: Commented, about: readonly Range[], edits: readonly TextEdit[]): boolean {
  const notes = comments.map((comment) => ({ ...comment, replacement: '' }));
  const isLeft = (range: Range, gone: readonly TextEdit[]) => !/^[\s;,)}\]]*$/.test(leftOf(text, range, gone));
  return about.some((range) => isLeft(range, notes)) && about.every((range) => !isLeft(range, [...edits, ...notes]));
}

/** What the edits leave of a range, with what they put in it. */
function leftOf(text: string, range: Range, edits: readonly TextEdit[]): string {
  let left = '';
  let at = range.start;
  for (const { start, end, replacement } of inOrder(edits)) {
    if (start >= range.end || (end <= range.start && start < range.start)) continue;
    left += text.slice(at, Math.max(at, start)) + replacement;
    at = Math.max(at, end);
  }
  return left + text.slice(at, Math.max(at, range.end));
}

/** With its lines, where nothing else stays on them. */
function removalOf(text: string, comment: Range, edits: readonly TextEdit[]): Range {
  const line = { start: lineStart(text, comment.start), end: lineEnd(text, comment.end) };
  const left = leftOf(text, line, [...edits, { ...comment, replacement: '' }]);
  return isBlank(left, 0, left.length) ? { start: line.start, end: nextLine(text, comment.end) } : comment;
}

/** One edit of it and the deletions that it meets, unless something is put in between. */
function withDeletion(edits: readonly TextEdit[], range: Range): readonly TextEdit[] {
  const met = edits.filter((one) => one.replacement === '' && one.start <= range.end && range.start <= one.end);
  const start = Math.min(range.start, ...met.map((one) => one.start));
  const end = Math.max(range.end, ...met.map((one) => one.end));
  const joined = [...edits.filter((one) => !met.includes(one)), { start, end, replacement: '' }];
  if (findConflict(joined) === null) return joined;
  const apart = [...edits, { ...range, replacement: '' }];
  return findConflict(apart) === null ? apart : edits;
}
