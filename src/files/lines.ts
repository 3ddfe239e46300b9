import type { Location, Range } from '../location.ts';

/** `end` is where the line's text ends, `next` where the following line starts: after the line end, if there is one. */
export interface Line extends Range {
  readonly next: number;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * `\n`, `\r\n` and a lone `\r` end a line: so count the C# compiler and VS Code, where people will look up the
 * locations. (git counts `\n` only; patches do not use these positions.)
 */
const lineEnd = /\r\n|\n|\r/g;

export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(lineEnd)) starts.push(match.index + match[0].length);
  return starts;
}

/** Line and column from 1, in UTF-16 units. Whoever asks more than once for a text passes its `lineStarts`. */
export function positionAt(textOrStarts: string | readonly number[], offset: number): Position {
  const starts = typeof textOrStarts === 'string' ? lineStarts(textOrStarts) : textOrStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

export function locate(file: string, textOrStarts: string | readonly number[], range: Range): Location {
  const starts = typeof textOrStarts === 'string' ? lineStarts(textOrStarts) : textOrStarts;
  const start = positionAt(starts, range.start);
  const end = positionAt(starts, range.end);
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

export function lineAt(text: string, offset: number): Line {
  let start = offset;
  while (start > 0 && !startsLine(text, start)) start--;
  let end = offset;
  // Between the two halves of `\r\n` the line is already over.
  if (end > start && text[end] === '\n' && text[end - 1] === '\r') end--;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return { start, end, next: end + lineEndLength(text, end) };
}

/** How lines end around `offset`: for text that is inserted there. Falls back to the line before, then to `\n`. */
export function lineEndAt(text: string, offset: number): string {
  const line = lineAt(text, offset);
  if (line.next > line.end) return text.slice(line.end, line.next);
  if (line.start === 0) return '\n';
  const before = lineAt(text, line.start - 1);
  return text.slice(before.end, before.next);
}

/** The blanks and tabs that the line of `offset` begins with. */
export function indentationAt(text: string, offset: number): string {
  const { start, end } = lineAt(text, offset);
  return /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
}

/**
 * The range widened to whole lines, line end included, when nothing but white space stands beside it; else null.
 * The last line of a file has no line end to take, and the one before is left alone: so neighbours can both be removed.
 */
export function wholeLines(text: string, range: Range): Range | null {
  const start = lineAt(text, range.start).start;
  const endsOnLineBreak = range.end > range.start && startsLine(text, range.end);
  const last = endsOnLineBreak ? { end: range.end, next: range.end } : lineAt(text, range.end);
  const beside = text.slice(start, range.start) + text.slice(range.end, Math.max(range.end, last.end));
  return beside.trim() === '' ? { start, end: last.next } : null;
}

function startsLine(text: string, offset: number): boolean {
  if (offset === 0) return true;
  const previous = text[offset - 1];
  return previous === '\n' || (previous === '\r' && text[offset] !== '\n');
}

function lineEndLength(text: string, at: number): number {
  if (at >= text.length) return 0;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
}
