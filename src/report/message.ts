import type { Finding } from '../rules/finding.ts';
import type { RuleWords } from '../words/bilingual.ts';
import type { RuleData, RuleId } from '../words/rule-words.ts';
import type { Words } from '../words/words.ts';

type Part = 'message' | 'why' | 'next';

export function messageOf(finding: Finding, words: Words): string {
  return say('message', finding, words);
}

export function whyOf(finding: Finding, words: Words): string {
  return say('why', finding, words);
}

export function nextOf(finding: Finding, words: Words): string {
  return say('next', finding, words);
}

function say<Id extends RuleId>(
  part: Part,
  finding: { readonly rule: Id; readonly data: RuleData[Id] },
  words: Words,
): string {
  const ofRule: RuleWords<RuleData[Id]> = words.rules[finding.rule];
  return ofRule[part](finding.data);
}
