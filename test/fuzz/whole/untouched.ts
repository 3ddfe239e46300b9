import type { TextEdit } from '../../../src/files/edits.ts';
import { lineRanges } from '../mutate/text.ts';
import { demand } from '../target.ts';

/**
 * Every line that no edit touches stands in the new text with the same bytes, its end included, and in the same order.
 * Blank lines may go with what stood between them.
 */
export function demandUntouched(before: string, after: string, edits: readonly TextEdit[], what: string): void {
  const isTouched = (line: { start: number; end: number }) =>
    edits.some(({ start, end }) => start <= line.end && end >= line.start);
  const kept = lineRanges(before)
    .filter((line) => !isTouched(line))
    .map(({ start, end }) => before.slice(start, end))
    .filter((line) => line.trim() !== '');
  let at = 0;
  for (const line of kept) {
    const found = after.indexOf(line, at);
    demand(found !== -1, `lines outside the edits of ${what} stay as they are`);
    at = found + line.length;
  }
}
