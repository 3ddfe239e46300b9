import type { Range } from '../location.ts';
import { isBlank, lineEnd, lineStart, nextLine, startsItsLine } from './white-space.ts';

/** Says of a comment whether it is about what stands right below it, and so goes with that. */
export type IsAbout = (comment: string) => boolean;

/** The start of the comments about what begins at `start` that have the lines right above to themselves. */
export function startWithOwnComments(
  { text, comments }: { readonly text: string; readonly comments: readonly Range[] },
  start: number,
  isAbout: IsAbout,
): number {
  if (!startsItsLine(text, start)) return start;
  let top = start;
  for (const comment of comments.toReversed()) {
    if (comment.end > top) continue;
    const isAbove = nextLine(text, comment.end) === lineStart(text, top);
    const isAlone = startsItsLine(text, comment.start) && isBlank(text, comment.end, lineEnd(text, comment.end));
    if (!isAbove || !isAlone || !isAbout(text.slice(comment.start, comment.end))) break;
    top = comment.start;
  }
  return top;
}
