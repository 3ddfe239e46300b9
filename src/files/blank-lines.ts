import type { Range } from '../location.ts';
import { applyEdits, type TextEdit } from './edits.ts';
import { type Line, lineAt } from './lines.ts';

/**
 * Lets every removal of whole lines take along the empty line that it would leave behind: one of two that would
 * meet, one after an opening brace, one before a closing brace, one at either end of the file.
 */
export function absorbBlankLines(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const removals: Range[] = [];
  const others: TextEdit[] = [];
  for (const edit of edits) {
    if (removesWholeLines(text, edit)) removals.push(edit);
    else others.push(edit);
  }
  const widened = widenAll(text, merge(removals), others);
  return [...others, ...widened.map((range) => ({ ...range, replacement: '' }))];
}

/** Removals that only an empty line parts are one when it has gone, with other lines beside it. */
function widenAll(text: string, removals: readonly Range[], others: readonly TextEdit[]): readonly Range[] {
  const widened = merge(
    removals.map((removal) => {
      const wider = widen(text, removal);
      return others.some((edit) => isBetween(edit, removal, wider)) ? removal : wider;
    }),
  );
  return widened.length < removals.length ? widenAll(text, widened, others) : widened;
}

/** Whether it writes on the empty lines that would be taken along, or in place of what goes. */
function isBetween(edit: TextEdit, removal: Range, wider: Range): boolean {
  const isAbove = edit.end >= wider.start && edit.start <= removal.end;
  const isBelow = edit.start < wider.end && edit.end >= removal.start;
  return (wider.start < removal.start && isAbove) || (wider.end > removal.end && isBelow);
}

function removesWholeLines(text: string, edit: TextEdit): boolean {
  const startsLine = lineAt(text, edit.start).start === edit.start;
  const endsLine = edit.end === text.length || lineAt(text, edit.end).start === edit.end;
  return edit.replacement === '' && edit.end > edit.start && startsLine && endsLine;
}

function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

function widen(text: string, removal: Range): Range {
  const above = removal.start === 0 ? null : lineAt(text, removal.start - 1);
  const below = removal.end >= text.length ? null : lineAt(text, removal.end);
  const opensBlock = above !== null && /[{([]\s*$/.test(text.slice(above.start, above.end));
  const closesBlock = below !== null && /^\s*[})\]]/.test(text.slice(below.start, below.end));
  if (isBlank(text, below) && (above === null || opensBlock || isBlank(text, above))) {
    return { start: removal.start, end: endOfBlanks(text, removal.end) };
  }
  if (isBlank(text, above) && (below === null || closesBlock)) {
    return { start: startOfBlanks(text, removal.start), end: removal.end };
  }
  return removal;
}

function isBlank(text: string, line: Line | null): boolean {
  return line !== null && text.slice(line.start, line.end).trim() === '';
}

function endOfBlanks(text: string, from: number): number {
  let end = from;
  while (end < text.length && isBlank(text, lineAt(text, end))) end = lineAt(text, end).next;
  return end;
}

function startOfBlanks(text: string, from: number): number {
  let start = from;
  while (start > 0 && isBlank(text, lineAt(text, start - 1))) start = lineAt(text, start - 1).start;
  return start;
}

/** The text after the edits, blank lines absorbed. */
export function applyTidily(text: string, edits: readonly TextEdit[]): string {
  return applyEdits(text, absorbBlankLines(text, edits));
}
