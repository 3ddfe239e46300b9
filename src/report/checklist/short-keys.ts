import { createHash } from 'node:crypto';
import type { Checklist, Entry, TaskEntry } from './checklist.ts';

/** Each task by a key of a few characters, the same in every run, wherever the task stands and whatever it says. */
export function shortKeys(checklists: readonly Checklist[]): readonly Checklist[] {
  const taken = new Set<string>();
  const totals = totalsIn(checklists);
  const keyed = (about: string, entry: Entry): Entry => {
    if (entry.kind !== 'task') return entry;
    const whole = wholeKey(about, entry);
    const key = firstFree(whole, totals.get(whole) ?? 1, taken);
    taken.add(key);
    return { ...entry, key: withCover(key, entry.covers) };
  };
  return checklists.map((checklist) => ({
    ...checklist,
    sections: checklist.sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => keyed(checklist.about, entry)),
    })),
  }));
}

/** Told apart by what it covers, without being another item for that. */
function withCover(key: string, covers: readonly string[]): string {
  return covers.length === 0 ? key : `${key}:${keyOf([...covers].sort().join('\0')).slice(-4)}`;
}

function wholeKey(about: string, { key }: TaskEntry): string {
  return `${about}\0${key}`;
}

function totalsIn(checklists: readonly Checklist[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { about, sections } of checklists) {
    for (const entry of sections.flatMap(({ entries }) => entries)) {
      if (entry.kind !== 'task') continue;
      const whole = wholeKey(about, entry);
      totals.set(whole, (totals.get(whole) ?? 0) + 1);
    }
  }
  return totals;
}

/** The second of two that are alike in everything is told apart by being the second: of three it may be another one. */
function firstFree(text: string, total: number, taken: ReadonlySet<string>): string {
  const alike = total === 1 ? text : `${text}\0of ${total}`;
  for (let occurrence = 0; ; occurrence++) {
    const key = keyOf(`${alike}\0${occurrence}`);
    if (!taken.has(key)) return key;
  }
}

/** Thirty bits are enough for one page, and take six characters of the little room that there may be. */
function keyOf(text: string): string {
  const hash = createHash('sha256').update(text).digest();
  return hash.readUIntBE(0, 4).toString(36).padStart(7, '0').slice(-6);
}
