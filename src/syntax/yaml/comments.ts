import { indentationAt } from '../../files/lines.ts';
import { lineStart, nextLine, skipSpaces, startsItsLine } from '../white-space.ts';
import type { YamlFile } from './document.ts';

/** The end of `end`'s line as far as a comment on it reaches: the comment is about what stands before it. */
export function endWithItsComment({ text, comments }: YamlFile, end: number): number {
  const next = skipSpaces(text, end);
  return comments.find(({ start }) => start === next)?.end ?? end;
}

/** The start of the comments that stand right above at the same indentation, without an empty line between. */
export function startWithItsComments({ text, comments }: YamlFile, offset: number): number {
  let start = offset;
  for (const comment of comments.toReversed()) {
    const above = comment.end <= start && nextLine(text, comment.end) === lineStart(text, start);
    const aligned =
      startsItsLine(text, comment.start) && indentationAt(text, comment.start) === indentationAt(text, offset);
    if (above && aligned && startsItsLine(text, offset)) start = comment.start;
  }
  return start;
}
