import { lineEnd, skipSpaces } from '../white-space.ts';
import type { JsonDocument } from './document.ts';

/** The first offset from `offset` on that holds neither white space nor a comment. */
function skipTrivia({ text, comments }: JsonDocument, offset: number): number {
  let at = offset;
  for (;;) {
    while (/[ \t\r\n]/.test(text.charAt(at))) at += 1;
    const comment = comments.find(({ start }) => start === at);
    if (!comment) return at;
    at = comment.end;
  }
}

/** The offset of the comma that follows, if the next thing is one. */
export function commaAfter(document: JsonDocument, offset: number): number | null {
  const at = skipTrivia(document, offset);
  return document.text[at] === ',' ? at : null;
}

/** The end of the comments that follow on the same line and end on it. */
export function endOfLineComments({ text, comments }: JsonDocument, offset: number): number {
  const line = lineEnd(text, offset);
  let end = offset;
  for (const comment of comments) if (comment.start === skipSpaces(text, end) && comment.end <= line) end = comment.end;
  return end;
}
