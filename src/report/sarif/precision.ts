import type { RuleId } from '../../words/rule-words.ts';
import type { Precision } from './log.ts';

/** How often what a rule says is so; where nothing stands here it rests on code that is followed, and is high. */
const precisions: Partial<Readonly<Record<RuleId, Precision>>> = {
  // What is written down and means one thing.
  'clients/obsolete-spelling': 'very-high',
  'clients/key-type': 'very-high',
  'config/custom-path': 'very-high',
  'config/default-path': 'very-high',
  'config/local-file': 'very-high',
  'config/settings-file-path': 'very-high',
  'files/not-analysed': 'very-high',
  'scopes/unresolved': 'very-high',
  'secrets/committed-key': 'very-high',
  'version/mismatch': 'very-high',
  'version/too-old': 'very-high',
  'version/unknown': 'very-high',
  // What rests on something that was not found, or on what only the vault or the deployment knows.
  'clients/library-brings-client': 'medium',
  'config/dead-section': 'medium',
  'config/early-read': 'medium',
  'config/environment-override': 'medium',
  'vault/missing-mount': 'medium',
  'vault/overrides-studio': 'medium',
  'vault/retire-secrets': 'medium',
  'vault/unused-provider': 'medium',
  // A question more than an answer.
  'clients/exchange-expected': 'low',
};

export function precisionOf(rule: RuleId): Precision {
  return precisions[rule] ?? 'high';
}
