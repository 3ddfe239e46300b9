import type { Range } from '../location.ts';
import { isBlank, lineStart, nextLine } from './white-space.ts';

/**
 * The whole lines of `range`, and the empty line that would be left behind: one of two that would meet, or one that would
 * stand right after the opening or right before the closing of `inside`, the content of what holds the lines.
 */
export function removedLines(text: string, range: Range, inside: Range): Range {
  const start = lineStart(text, range.start);
  const end = nextLine(text, range.end);
  const before = lineStart(text, Math.max(0, start - lineBreakBefore(text, start)));
  const after = nextLine(text, end);
  const blankBefore = before < start && before > inside.start && isBlank(text, before, start);
  const blankAfter = end < after && after <= inside.end && isBlank(text, end, after);
  if (blankAfter && (blankBefore || isBlank(text, inside.start, start))) return { start, end: after };
  if (blankBefore && isBlank(text, end, inside.end)) return { start: before, end };
  return takenWithLineBreak(text, { start, end });
}

/** A last line without a line end takes the line end before it, unless it is all there is. */
function takenWithLineBreak(text: string, lines: Range): Range {
  const endsFile = lines.end === text.length && !/[\r\n]$/.test(text.slice(lines.start, lines.end));
  return endsFile ? { start: lines.start - lineBreakBefore(text, lines.start), end: lines.end } : lines;
}

function lineBreakBefore(text: string, start: number): number {
  if (start === 0) return 0;
  return text[start - 2] === '\r' && text[start - 1] === '\n' ? 2 : 1;
}
