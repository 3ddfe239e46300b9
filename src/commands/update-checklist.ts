import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { decode, type SourceText } from '../files/text.ts';
import { writeAll } from '../migrate/apply.ts';
import type { Checklist } from '../report/checklist/checklist.ts';
import { checklistText } from '../report/checklist/checklist-text.ts';
import { boxesIn, findMarked, type MarkedBox } from '../report/checklist/marks.ts';
import type { Words } from '../words/words.ts';
import type { ChecklistChoices } from './checklist-choices.ts';
import { readFoundFile } from './given-file.ts';
import { WrongUse } from './wrong-use.ts';

/** Puts the checklist into a file, in place of an older one or at its end; returns what is to be said of it. */
export function updateChecklist(
  file: string,
  checklists: readonly Checklist[],
  command: string,
  { words, maxLength }: Pick<ChecklistChoices, 'words' | 'maxLength'>,
): readonly string[] {
  const source = sourceOf(file, words);
  const text = source?.text ?? '';
  const found = findMarked(text);
  if (found.kind === 'damaged') throw new WrongUse(words.checklist.damaged(file));
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const { before, old, after } =
    found.kind === 'found' ? found : { before: withRoom(text, lineEnd), old: null, after: lineEnd };
  const kept = boxesIn(old ?? '');
  const printed = checklistText(checklists, {
    words,
    room: maxLength - before.length - after.length,
    limit: maxLength,
    command,
    kept,
    lineEnd,
  });
  if (printed === null) throw new WrongUse(words.checklist.tooShort(maxLength));
  write(file, source, `${before}${printed.text}${after}`, words);
  return [
    old === null ? words.checklist.added(file) : words.checklist.updated(file, keptIn(printed.shown, kept)),
    ...lost(printed.shown, kept, words),
  ];
}

/** null for a file that is yet to be written. */
function sourceOf(file: string, words: Words): SourceText | null {
  if (!existsSync(file)) return null;
  const source = decode(readFoundFile(file, words));
  if (source === null || source.readOnly !== null) throw new WrongUse(words.checklist.notText(file));
  return source;
}

/** An empty line before what is added. */
function withRoom(text: string, lineEnd: string): string {
  if (text.trim() === '') return text;
  if (text.endsWith(`${lineEnd}${lineEnd}`)) return text;
  return text.endsWith('\n') ? `${text}${lineEnd}` : `${text}${lineEnd}${lineEnd}`;
}

function write(file: string, source: SourceText | null, text: string, words: Words): void {
  const target = resolve(file);
  if (!existsSync(dirname(target))) throw new WrongUse(words.misuse.noSuchPath(dirname(file)));
  if (source?.text === text) return;
  const result = writeAll(realpathSync(dirname(target)), [{ path: basename(target), before: source, after: text }]);
  if (result.kind === 'failed') throw new WrongUse(words.fix.writeFailed(file, result.error));
  if (result.kind === 'refused') {
    const said = result.reason === 'changed-since-read' ? words.fix.changedMeanwhile : words.fix.refusedLink;
    throw new WrongUse(said(file));
  }
}

function tasksOf(shown: readonly Checklist[]) {
  const entries = shown.flatMap(({ sections }) => sections).flatMap((section) => section.entries);
  return entries.flatMap((entry) => (entry.kind === 'task' ? [entry] : []));
}

function keptIn(shown: readonly Checklist[], kept: ReadonlyMap<string, MarkedBox>): number {
  return tasksOf(shown).filter(({ key }) => kept.get(key)?.ticked === true && kept.get(key)?.byTool === false).length;
}

/** What was ticked and is not any more: by the tool, because the facts are others now; by people, because it is not there. */
function lost(
  shown: readonly Checklist[],
  kept: ReadonlyMap<string, MarkedBox>,
  { checklist }: Words,
): readonly string[] {
  const now = new Map(tasksOf(shown).map((one) => [one.key, one]));
  const unticked = [...kept].filter(([key, { ticked, byTool }]) => ticked && byTool && now.get(key)?.done === false);
  const gone = [...kept].filter(([key, { ticked, byTool }]) => ticked && !byTool && !now.has(key));
  return [
    ...unticked.map(([, { text }]) => checklist.unticked(text)),
    ...(gone.length === 0 ? [] : [checklist.ticksGone(gone.length)]),
  ];
}
