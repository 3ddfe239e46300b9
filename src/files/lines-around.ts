import { lineAt } from './lines.ts';

/** The line that an offset is on, and so many before and after it, without their ends. */
export function linesAround(text: string, offset: number, count: number): readonly string[] {
  let first = lineAt(text, offset).start;
  for (let above = 0; above < count && first > 0; above += 1) first = lineAt(text, first - 1).start;
  const lines: string[] = [];
  for (let at = first; lines.length <= count * 2 && at < text.length; ) {
    const { start, end, next } = lineAt(text, at);
    lines.push(text.slice(start, end));
    if (next <= at) break;
    at = next;
  }
  return lines;
}
