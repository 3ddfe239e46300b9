import type { Phase } from '../../rules/finding.ts';
import type { RuleId } from '../../words/rule-words.ts';
import { messageOf, nextOf } from '../message.ts';
import { type Line, plain } from '../page/page.ts';
import { reasonsOf } from '../remedy-reasons.ts';
import { type Entry, task, type Weight } from './checklist.ts';
import { type ChecklistFacts, type OpenFinding, placeIn } from './facts.ts';

/** Said by steps of their own. */
const toldElsewhere: readonly RuleId[] = ['scopes/to-add', 'vault/retire-secrets', 'files/not-analysed'];
/** What has to be found out before scopes are added. */
export const ofScopes: readonly RuleId[] = ['scopes/unresolved', 'scopes/differ-by-environment'];

/** What is left to people in a phase: the finding, why no patch does it, and what to do. */
export function byHandEntries(facts: ChecklistFacts, phases: readonly (Phase | null)[]): readonly Entry[] {
  return leftToPeople(facts)
    .filter(({ finding }) => phases.includes(finding.phase) && !ofScopes.includes(finding.rule))
    .map((one) => byHand(facts, one));
}

export function leftToPeople({ open, patches }: ChecklistFacts): readonly OpenFinding[] {
  const withdrawn = patches.flatMap((patch) => patch.withdrawn.map(({ settled }) => settled.finding));
  return open.filter(
    ({ finding }) =>
      !toldElsewhere.includes(finding.rule) && (finding.remedy.kind === 'manual' || withdrawn.includes(finding)),
  );
}

const heavy: Readonly<Record<'error' | 'warning' | 'note', Weight>> = { error: 'vital', warning: 'work', note: 'side' };

export function byHand(facts: ChecklistFacts, { finding, fingerprint }: OpenFinding): Entry {
  const { words } = facts;
  const entry = task(
    `finding ${fingerprint}`,
    heavy[finding.severity],
    [...words.checklist.byHand(finding.rule, placeIn(facts, finding.at)), messageOf(finding, words)],
    detailOf(facts, finding),
  );
  return entry;
}

function detailOf({ patches, words }: ChecklistFacts, finding: OpenFinding['finding']): Line {
  const [withdrawal] = patches.flatMap(({ withdrawn }) =>
    withdrawn.filter(({ settled }) => settled.finding === finding),
  );
  const told = withdrawal === undefined && finding.remedy.kind === 'manual' ? reasonsOf(finding.remedy, words) : null;
  return [
    ...(withdrawal === undefined ? [] : [words.checklist.withdrawn(words.reason(withdrawal.reason))]),
    ...(told === null ? [] : [`${told.title}: ${told.reasons.join(' ')}`]),
    nextOf(finding, words),
  ].map((text, index) => plain(index === 0 ? text : ` ${text}`));
}
