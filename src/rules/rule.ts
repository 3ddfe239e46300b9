import type { App } from '../app/app.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { FindingOf, FixTier, Phase, Severity } from './finding.ts';

export interface Rule<Id extends RuleId = RuleId> {
  readonly id: Id;
  /** As usual; a finding may deviate where the rule's page says so. */
  readonly severity: Severity;
  readonly phase: Phase | null;
  /** What the rule can offer, best first. */
  readonly fixes: readonly FixTier[];
  /** The fixture that its page shows. */
  readonly example: string;
  check(app: App): readonly FindingOf<Id>[];
}
