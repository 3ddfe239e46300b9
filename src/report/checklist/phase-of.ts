import type { Finding, Phase } from '../../rules/finding.ts';
import type { ChecklistFacts } from './facts.ts';

/** The phase in which people see to a finding: taking out the values that hold Studio's credentials back is the switch. */
export function phaseOf(facts: ChecklistFacts, finding: Finding): Phase | null {
  return isRemovalThatSwitches(facts, finding) ? 'switch' : finding.phase;
}

export function isRemovalThatSwitches({ trigger }: ChecklistFacts, { rule, at }: Finding): boolean {
  if (rule !== 'config/local-file') return false;
  return trigger.event === 'code-deploy' && trigger.because === 'overruled' && trigger.files.includes(at.file);
}
