/** Where something is, for people: line and column count from 1, columns in UTF-16 units. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): Position {
  const lineBreak = /\r\n?|\n/g;
  let line = 1;
  let start = 0;
  for (let found = lineBreak.exec(text); found && lineBreak.lastIndex <= offset; found = lineBreak.exec(text)) {
    line += 1;
    start = lineBreak.lastIndex;
  }
  return { offset, line, column: offset - start + 1 };
}

const isBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';

/** The offset at which the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text[at - 1])) at -= 1;
  return at;
}

/** The offset of the line end (or of the end of the text) that follows `offset`. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text[at])) at += 1;
  return at;
}

/** The offset of the line that begins after a line end which stands at `end`. */
export function nextLine(text: string, end: number): number {
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
  return isBreak(text[end]) ? end + 1 : end;
}

export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!/[ \t\r\n]/.test(text.charAt(at))) return false;
  return true;
}

export function startsItsLine(text: string, offset: number): boolean {
  return isBlank(text, lineStart(text, offset), offset);
}

/** The white space that the line which holds `offset` begins with. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return text.slice(start, end);
}

/** The line end in use at `offset`: that of the line before, else of this line, else a line feed. */
export function newlineAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  if (start > 0) return text.slice(text[start - 2] === '\r' && text[start - 1] === '\n' ? start - 2 : start - 1, start);
  const end = lineEnd(text, offset);
  return text.slice(end, nextLine(text, end)) || '\n';
}

/** Skips spaces and tabs, not line ends. */
export function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

/** Skips spaces and tabs backwards. */
export function skipSpacesBack(text: string, offset: number): number {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  return at;
}
