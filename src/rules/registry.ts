import type { RuleId } from '../words/rule-words.ts';
import { obsoleteSpelling } from './clients/obsolete-spelling.ts';
import { customPath } from './config/custom-path.ts';
import { defaultPath } from './config/default-path.ts';
import { notAnalysed } from './files/not-analysed.ts';
import type { Rule } from './rule.ts';
import { mismatch } from './version/mismatch.ts';
import { tooOld } from './version/too-old.ts';
import { unknownVersion } from './version/unknown.ts';

/** Every rule, by id. */
export const rules: { readonly [Id in RuleId]: Rule<Id> } = {
  'clients/obsolete-spelling': obsoleteSpelling,
  'config/custom-path': customPath,
  'config/default-path': defaultPath,
  'files/not-analysed': notAnalysed,
  'version/mismatch': mismatch,
  'version/too-old': tooOld,
  'version/unknown': unknownVersion,
};

export const ruleIds: readonly RuleId[] = Object.values(rules).map(({ id }) => id);

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}
