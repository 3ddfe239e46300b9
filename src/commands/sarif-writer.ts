import { listedIn, listedKeys, type UnreadInApp, unreadIn } from '../report/listed.ts';
import { fixesOf } from '../report/sarif/fixes.ts';
import { githubLimits } from '../report/sarif/limits.ts';
import type { Fixable } from '../report/sarif/result.ts';
import { toSarif } from '../report/sarif/sarif.ts';
import type { Choices } from './choices.ts';
import type { Format } from './formats.ts';
import { namesIn, rootsOf } from './list-writer.ts';
import type { Writer } from './writers.ts';

export function sarifWriter(format: Format, choices: Choices): Writer {
  const { words, lang, rules } = choices;
  const fixables: Fixable[] = [];
  const unread: UnreadInApp[] = [];
  return {
    format,
    see: async (audited, report) => {
      const fixes = fixesOf(audited.app, audited.settled, await audited.patches());
      const found = audited.settled.map(({ finding }) => fixes.get(finding) ?? null);
      fixables.push(...listedIn(audited, report, words).map((one, index) => ({ ...one, fix: found[index] ?? null })));
      unread.push(...unreadIn(audited, words));
    },
    seeKeys: (keys) => void fixables.push(...listedKeys(keys, words).map((one) => ({ ...one, fix: null }))),
    textOf: (outcome) => {
      const seen = [...fixables, ...unread];
      const nameFile = namesIn(seen, outcome, choices);
      const isOneRepo = new Set(rootsOf(seen, outcome)).size < 2;
      return [toSarif({ fixables, unread, outcome, rules, nameFile, isOneRepo }, lang, words, githubLimits)];
    },
  };
}
