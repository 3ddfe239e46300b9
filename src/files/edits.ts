import type { Range } from '../location.ts';

export interface TextEdit extends Range {
  readonly replacement: string;
}

/** `reason` is the id of the rule that wants the edit. */
export interface FileEdit extends TextEdit {
  readonly file: string;
  readonly reason: string;
}

/**
 * The first two edits of one text that cannot both be made, in the order of the text; null when all can.
 * Equal edits count as one. Insertions never conflict with each other, nor with an edit that they only touch.
 */
export function findConflict<E extends TextEdit>(edits: readonly E[]): readonly [E, E] | null {
  let reach: E | null = null;
  for (const edit of inOrder(edits)) {
    if (reach !== null && edit.start < reach.end) return [reach, edit];
    if (edit.end > edit.start) reach = edit;
  }
  return null;
}

/** Edits are offsets into `text` as it is, not as earlier edits leave it. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const conflict = findConflict(edits);
  if (conflict !== null) throw new Error(`conflicting edits: ${conflict.map(describe).join(' and ')}`);
  let result = '';
  let copied = 0;
  for (const edit of inOrder(edits)) {
    if (edit.start < 0 || edit.start > edit.end || edit.end > text.length) {
      throw new RangeError(`edit outside the text: ${describe(edit)} of ${text.length}`);
    }
    result += text.slice(copied, edit.start) + edit.replacement;
    copied = edit.end;
  }
  return result + text.slice(copied);
}

/** Equal ones once, by start; at the same start insertions come first, because they stand before what is replaced there. */
export function inOrder<E extends TextEdit>(edits: readonly E[]): readonly E[] {
  const distinct = new Map<string, E>();
  for (const edit of edits) {
    const key = `${edit.start} ${edit.end} ${edit.replacement}`;
    if (!distinct.has(key)) distinct.set(key, edit);
  }
  const isReplacement = (edit: E) => Number(edit.end > edit.start);
  return [...distinct.values()].sort((a, b) => a.start - b.start || isReplacement(a) - isReplacement(b));
}

function describe(edit: TextEdit): string {
  return `${edit.start}–${edit.end}`;
}
