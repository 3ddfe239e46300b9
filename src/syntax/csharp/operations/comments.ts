import { lineAt } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { firstFrom } from '../in-order.ts';
import { type SyntaxNode, textOf } from '../node.ts';
import { commentsOf } from '../notes.ts';

/** Says of a comment's text what it has to do with that which is being removed. */
export interface CommentJudge {
  readonly isAbout: (comment: string) => boolean;
  /** Not only the subject: this very call. */
  readonly namesIt: (comment: string) => boolean;
}

/** Documentation belongs to the member below it, whatever it says: left behind, it would document the next. */
export function withDocumentation(judge: CommentJudge): CommentJudge {
  return {
    isAbout: (comment) => isDocumentation(comment) || judge.isAbout(comment),
    namesIt: (comment) => isDocumentation(comment) || judge.namesIt(comment),
  };
}

function isDocumentation(comment: string): boolean {
  const text = comment.trim();
  if (text.startsWith('/**')) return text.indexOf('*/') === text.length - '*/'.length;
  return text.split(/[\r\n]+/).every((line) => line.trimStart().startsWith('///'));
}

/**
 * The comment lines directly above, when they are about what is removed and about nothing that stays: above a
 * paragraph that goes on, only a comment that names the removed call outright.
 */
export function leadingComments(root: SyntaxNode, text: string, removed: Range, judge: CommentJudge): Range | null {
  const block = commentBlockAbove(root, text, removed.start);
  if (block === null) return null;
  const comment = textOf(block, text);
  const goes = paragraphEndsAt(text, removed.end) ? judge.isAbout(comment) : judge.namesIt(comment);
  return goes ? block : null;
}

/** Comment lines directly above the line of the offset, with nothing beside them. */
export function commentBlockAbove(root: SyntaxNode, text: string, offset: number): Range | null {
  const comments = commentsOf(root);
  let start = lineAt(text, offset).start;
  const end = start;
  for (let index = firstFrom(comments, offset) - 1; index >= 0; index--) {
    const comment = comments[index];
    if (comment === undefined || comment.end > offset) continue;
    const lineStart = lineAt(text, comment.start).start;
    const endsDirectlyAbove = lineAt(text, comment.end).next === start;
    const alone = text.slice(lineStart, comment.start).trim() === '' && text.slice(comment.end, start).trim() === '';
    if (!endsDirectlyAbove || !alone) break;
    start = lineStart;
  }
  return start === end ? null : { start, end };
}

/** Whether an empty line, a closing brace or nothing follows. */
function paragraphEndsAt(text: string, offset: number): boolean {
  return /^[ \t]*(\r|\n|\}|$)/.test(text.slice(offset, lineAt(text, offset).next));
}

/** The comment that ends the line after `offset`, if nothing else stands between. */
export function trailingComment(root: SyntaxNode, text: string, offset: number): Range | null {
  const line = lineAt(text, offset);
  const comments = commentsOf(root);
  const comment = comments[firstFrom(comments, offset)];
  if (comment === undefined || comment.start >= line.end) return null;
  const alone = text.slice(offset, comment.start).trim() === '' && text.slice(comment.end, line.end).trim() === '';
  return alone && comment.end <= line.end ? { start: comment.start, end: comment.end } : null;
}
