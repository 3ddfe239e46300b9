import type { RuleId } from '../words/rule-words.ts';
import type { Words } from '../words/words.ts';
import { readEntriesOfReport, readEntry } from './baseline-entry.ts';
import { readNamedFile } from './given-file.ts';
import { WrongUse } from './wrong-use.ts';

/** A finding that is known. A fingerprint says nothing of the app: apps made from one template are alike. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: RuleId;
  /** `org/app`; without metadata, the path that reports show. */
  readonly app: string;
  /** Within the app's folder; for people. */
  readonly path: string;
}

export interface Baseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/** A private key must be changed, whoever knows of it. */
export function isKnowable(rule: RuleId): boolean {
  return rule !== 'secrets/committed-key';
}

const head = '{"schemaVersion":1}';

/** A line an entry, each whole in itself: two branches that add and remove others seldom meet, and `merge=union` will do. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ fingerprint, rule, app, path }) => JSON.stringify({ fingerprint, rule, app, path }));
  return `${[head, ...[...new Set(lines)].sort()].join('\n')}\n`;
}

/** In any order, and an entry may stand there twice: so a merge may leave it. An earlier report will do as well. */
export function readBaseline(file: string, words: Words): Baseline {
  const text = readNamedFile(file, words)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const ofReport = readEntriesOfReport(text);
  if (ofReport !== null) return { file, entries: ofReport.filter(({ rule }) => isKnowable(rule)) };
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (!lines.includes(head)) throw new WrongUse(words.misuse.notAList(file, words.suppressions.baselineExpected));
  const entries = lines.flatMap((line, index): readonly BaselineEntry[] => {
    if (line === '' || line === head) return [];
    const read = readEntry(line);
    if (read.kind === 'entry' && isKnowable(read.entry.rule)) return [read.entry];
    const fault = read.kind === 'entry' ? ({ code: 'committed-key' } as const) : read.fault;
    throw new WrongUse(words.suppressions.baselineFaulty(`${file}:${index + 1}`, fault));
  });
  return { file, entries };
}
