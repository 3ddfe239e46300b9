import type { App } from '../app/app.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { Finding } from './finding.ts';
import { rules } from './registry.ts';

/** What the rules find, in the order of files and places. */
export function checkRules(app: App, ids: readonly RuleId[]): readonly Finding[] {
  const found: readonly Finding[] = ids.flatMap((id): readonly Finding[] => rules[id].check(app));
  return [...found].sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  if (a.at.start !== b.at.start) return a.at.start - b.at.start;
  return a.rule < b.rule ? -1 : Number(a.rule > b.rule);
}
