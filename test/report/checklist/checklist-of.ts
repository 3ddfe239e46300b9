import { cpSync } from 'node:fs';
import { checklist } from '../../../src/commands/checklist.ts';
import type { ChecklistChoices } from '../../../src/commands/checklist-choices.ts';
import { projectRoot } from '../../end-to-end/binary.ts';
import { temporaryFolder, writeFiles } from '../../files/repo.ts';
import { choicesFor } from '../../fuzz/whole/choices.ts';
import type { Files } from '../../rules/audited.ts';

export interface Made {
  readonly text: string;
  /** Each line that is said beside it. */
  readonly talk: readonly string[];
}

/** A fixture's app, to be changed. */
export function folderOf(fixture: string, files: Files = {}): string {
  const folder = temporaryFolder();
  cpSync(`${projectRoot}fixtures/${fixture}/app`, folder, { recursive: true });
  writeFiles(folder, files);
  return folder;
}

/** The command in this process. */
export async function checklistIn(folder: string, asked: Partial<ChecklistChoices> = {}): Promise<Made> {
  const texts: string[] = [];
  const talk: string[] = [];
  const output = {
    isTerminal: false,
    data: (text: string | Buffer) => texts.push(text.toString()),
    talk: (text: string) => talk.push(text),
    progress: () => undefined,
  };
  await checklist({ ...choicesFor([folder], 'en', null), maxLength: 1_000_000, update: null, ...asked }, output);
  return { text: texts.join(''), talk };
}

/** The lines of the text that begin so, without their marks. */
export function linesWith(text: string, start: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.startsWith(start) ? [line.replace(/ <!--mf.*$/, '')] : []));
}
