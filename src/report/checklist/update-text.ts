import type { Words } from '../../words/words.ts';
import type { Checklist, TaskEntry } from './checklist.ts';
import { checklistText } from './checklist-text.ts';
import {
  boxesIn,
  coversSame,
  findMarked,
  linesIn,
  type MarkedBox,
  type MarkedChecklist,
  partsOf,
  sumOf,
} from './marks.ts';

export type Updated =
  | { readonly kind: 'damaged' }
  /** What stands there is about another app. */
  | { readonly kind: 'of-another' }
  /** Nothing of it fits beside the text around it. */
  | { readonly kind: 'no-room' }
  | { readonly kind: 'text'; readonly text: string; readonly isNew: boolean; readonly boxes: BoxChanges };

/** What became of the boxes that were ticked. */
export interface BoxChanges {
  /** By people, and they still are. */
  readonly kept: number;
  /** By the tool, and it no longer sees that it is so: what they say. */
  readonly unticked: readonly string[];
  /** By people, and what they are about is not the same any more: what they say. */
  readonly changed: readonly string[];
  /** By people, and they are not there any more. */
  readonly gone: number;
  /** Lines of the old checklist that are not in this one, if anybody wrote in it. */
  readonly lost: readonly string[];
}

interface Updating {
  readonly words: Words;
  /** Of the whole text, in UTF-16 units. */
  readonly limit: number;
  /** A byte-order mark stands in front of the text, and is counted. */
  readonly bom: boolean;
  readonly command: string;
}

/** A text with the checklist in it, in place of an older one or at its end; everything around it stays as it is. */
export function updatedText(
  text: string,
  checklists: readonly Checklist[],
  { words, limit, bom, command }: Updating,
): Updated {
  const found = findMarked(text);
  if (found.kind === 'damaged') return found;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const { before, old, after } =
    found.kind === 'found'
      ? found
      : { before: withRoom(closed(text, found.unclosed, lineEnd), lineEnd), old: nothing, after: lineEnd };
  const boxes = boxesIn(old.text);
  if (found.kind === 'found' && isOfAnother(old, boxes, checklists)) return { kind: 'of-another' };
  const room = limit - (bom ? 1 : 0) - before.length - after.length;
  const printed = checklistText(checklists, { words, room, limit, command, kept: boxes, lineEnd });
  if (printed === null) return { kind: 'no-room' };
  return {
    kind: 'text',
    text: `${before}${printed.text}${after}`,
    isNew: found.kind === 'none',
    boxes: { ...changesOf(boxes, printed.shown), lost: linesLost(old, printed.text) },
  };
}

/** Keys are made of the app too, so two checklists of one app have some in common, or else its name. */
function isOfAnother(
  old: MarkedChecklist,
  boxes: ReadonlyMap<string, MarkedBox>,
  checklists: readonly Checklist[],
): boolean {
  const isNamed = ({ title }: Checklist) =>
    title.every(({ look, text }) => look !== 'code' || old.text.includes(`\`${text}\``));
  return !checklists.some(isNamed) && !tasksOf(checklists).some(({ key }) => boxes.has(partsOf(key).item));
}

const nothing: MarkedChecklist = { text: '', sum: sumOf('') };

/** What is added to an open code fence would be shown as code. */
function closed(text: string, fence: string | null, lineEnd: string): string {
  if (fence === null) return text;
  return text.endsWith('\n') ? `${text}${fence}${lineEnd}` : `${text}${lineEnd}${fence}${lineEnd}`;
}

/** An empty line before what is added. */
function withRoom(text: string, lineEnd: string): string {
  if (text === '' || text.endsWith(`${lineEnd}${lineEnd}`)) return text;
  return text.endsWith('\n') ? `${text}${lineEnd}` : `${text}${lineEnd}${lineEnd}`;
}

function changesOf(boxes: ReadonlyMap<string, MarkedBox>, shown: readonly Checklist[]): Omit<BoxChanges, 'lost'> {
  const now = new Map(tasksOf(shown).map((task) => [partsOf(task.key).item, task]));
  const ticked = [...boxes].filter(([, box]) => box.ticked);
  const byPeople = ticked.filter(([, box]) => !box.byTool);
  const isChanged = ([key, box]: (typeof byPeople)[number]) => {
    const task = now.get(key);
    return task !== undefined && !task.done && !coversSame(box, task.key);
  };
  const changed = byPeople.filter(isChanged);
  return {
    kept: byPeople.filter(([key]) => now.has(key)).length - changed.length,
    unticked: ticked.flatMap(([key, box]) => (box.byTool && now.get(key)?.done === false ? [box.text] : [])),
    changed: changed.map(([, box]) => box.text),
    gone: byPeople.filter(([key]) => !now.has(key)).length,
  };
}

/** What the tool wrote says itself what has changed since; only where somebody else wrote is a line worth a word. */
function linesLost(old: MarkedChecklist, now: string): readonly string[] {
  if (old.sum === sumOf(old.text)) return [];
  const kept = new Set(linesIn(now));
  return linesIn(old.text).filter((line) => !kept.has(line));
}

function tasksOf(shown: readonly Checklist[]): readonly TaskEntry[] {
  const entries = shown.flatMap(({ sections }) => sections).flatMap((section) => section.entries);
  return entries.flatMap((entry) => (entry.kind === 'task' ? [entry] : []));
}
