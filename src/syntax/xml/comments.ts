import type { Range } from '../../location.ts';
import { isBlank, lineEnd, lineStart, nextLine, skipSpaces, startsItsLine } from '../white-space.ts';
import type { XmlDocument } from './document.ts';

/** The end of `range` and of comments that follow it and end on the same line: they are about it. */
export function endWithItsComments({ text, comments }: XmlDocument, range: Range): number {
  const line = lineEnd(text, range.end);
  let end = range.end;
  for (const comment of comments) {
    if (comment.start < end) continue;
    if (comment.end > line || comment.start !== skipSpaces(text, end)) break;
    end = comment.end;
  }
  return end;
}

/** The start of the comments that stand right above, without an empty line between. */
export function startWithItsComments({ text, comments }: XmlDocument, range: Range): number {
  let start = range.start;
  for (const comment of comments.toReversed()) {
    if (comment.end > start) continue;
    const above = nextLine(text, comment.end) === lineStart(text, start);
    const alone = startsItsLine(text, comment.start) && isBlank(text, comment.end, lineEnd(text, comment.end));
    if (!above || !alone) break;
    start = comment.start;
  }
  return start;
}
