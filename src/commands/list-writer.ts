import { realpathSync } from 'node:fs';
import { azureAnnotations } from '../report/annotations/azure.ts';
import { githubAnnotations } from '../report/annotations/github.ts';
import { gitlabCodeQuality } from '../report/annotations/gitlab.ts';
import { toCsv } from '../report/csv.ts';
import { type Entry, entriesOf } from '../report/entries.ts';
import { fileNames, type NameFile } from '../report/file-names.ts';
import { type Listed, listedIn, listedKeys } from '../report/listed.ts';
import type { Outcome } from '../report/outcome.ts';
import type { Words } from '../words/words.ts';
import type { Choices } from './choices.ts';
import type { Format } from './formats.ts';
import type { Writer } from './writers.ts';

type ListFormat = 'azure' | 'csv' | 'github' | 'gitlab';

const texts: Readonly<Record<ListFormat, (entries: readonly Entry[], words: Words) => string>> = {
  azure: azureAnnotations,
  csv: toCsv,
  github: githubAnnotations,
  gitlab: gitlabCodeQuality,
};

/** Formats that have a line for each finding, wherever it stands. */
export function listWriter(format: Format, name: ListFormat, choices: Choices): Writer {
  const { words } = choices;
  const listed: Listed[] = [];
  return {
    format,
    see: async (audited, report) => void listed.push(...listedIn(audited, report, words)),
    seeKeys: (keys) => void listed.push(...listedKeys(keys, words)),
    textOf: (outcome) => [texts[name](entriesOf(listed, outcome, namesIn(listed, outcome, choices)), words)],
  };
}

interface InRepo {
  readonly root: string;
}

export function rootsOf(seen: readonly InRepo[], { beside }: Pick<Outcome, 'beside'>): readonly string[] {
  return [...seen, ...beside.filter(({ files }) => files.length > 0)].map(({ root }) => root);
}

export function namesIn(
  seen: readonly InRepo[],
  outcome: Pick<Outcome, 'beside'>,
  { paths: [first = '.', ...others] }: Pick<Choices, 'paths'>,
): NameFile {
  return fileNames(rootsOf(seen, outcome), realpathSync(others.length === 0 ? first : '.'));
}
