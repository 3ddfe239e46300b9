import { lineAt } from '../files/lines.ts';

/** The offset at which the line that holds `offset` begins. */
export const lineStart = (text: string, offset: number): number => lineAt(text, offset).start;

/** The offset of the line end (or of the end of the text) that follows `offset`. */
export const lineEnd = (text: string, offset: number): number => lineAt(text, offset).end;

/** The offset at which the line after that of `offset` begins. */
export const nextLine = (text: string, offset: number): number => lineAt(text, offset).next;

export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!/[ \t\r\n]/.test(text.charAt(at))) return false;
  return true;
}

export function startsItsLine(text: string, offset: number): boolean {
  const before = text[skipSpacesBack(text, offset) - 1];
  return before === undefined || before === '\n' || before === '\r';
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
