import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { decode, type SourceText } from '../files/text.ts';
import { writeAll } from '../migrate/apply.ts';
import type { Checklist } from '../report/checklist/checklist.ts';
import { updatedText } from '../report/checklist/update-text.ts';
import { beginning } from '../report/display-width.ts';
import { redact } from '../report/redact.ts';
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
  const { checklist } = words;
  const source = sourceOf(file, words);
  const { text: old, bom } = source ?? { text: '', bom: false };
  const updated = updatedText(old, checklists, { words, limit: maxLength, bom, command });
  if (updated.kind === 'damaged') throw new WrongUse(checklist.damaged(file));
  if (updated.kind === 'of-another') throw new WrongUse(checklist.ofAnother(file));
  if (updated.kind === 'no-room') throw new WrongUse(checklist.tooShort(maxLength));
  const { text, isNew, boxes } = updated;
  write(file, source, text, words);
  const [first] = boxes.lost;
  return [
    isNew ? checklist.added(file) : checklist.updated(file, boxes.kept),
    ...boxes.unticked.map(checklist.unticked),
    ...boxes.changed.map(checklist.changed),
    ...(boxes.gone === 0 ? [] : [checklist.ticksGone(boxes.gone)]),
    ...(first === undefined ? [] : [checklist.linesGone(boxes.lost.length, beginning(redact(first), 80))]),
  ];
}

/** null for a file that is yet to be written. */
function sourceOf(file: string, words: Words): SourceText | null {
  if (!existsSync(file)) return null;
  const source = decode(readFoundFile(file, words));
  if (source === null || source.readOnly !== null) throw new WrongUse(words.checklist.notText(file));
  return source;
}

/** As a fix writes: all or nothing, and never through a link. */
function write(file: string, source: SourceText | null, text: string, words: Words): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new WrongUse(words.misuse.noSuchPath(dirname(file)));
  if (source?.text === text) return;
  const result = writeAll(realpathSync(folder), [{ path: basename(file), before: source, after: text }]);
  if (result.kind === 'failed') throw new WrongUse(words.fix.writeFailed(file, result.error));
  if (result.kind === 'refused') {
    const said = result.reason === 'changed-since-read' ? words.fix.changedMeanwhile : words.fix.refusedLink;
    throw new WrongUse(said(file));
  }
}
