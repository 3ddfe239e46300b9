import { type Phase, phases } from '../../rules/finding.ts';
import type { RuleId } from '../../words/rule-words.ts';
import { messageOf, nextOf } from '../message.ts';
import { type Line, plain, strong } from '../page/page.ts';
import { reasonsOf } from '../remedy-reasons.ts';
import { type Entry, task, type Weight } from './checklist.ts';
import { type ChecklistFacts, type OpenFinding, placeIn, secretsToDisable } from './facts.ts';
import { isRemovalThatSwitches, phaseOf } from './phase-of.ts';

/** Said by steps of their own. */
const toldElsewhere: readonly string[] = ['scopes/to-add', 'vault/retire-secrets', 'files/not-analysed'];
/** What has to be found out before scopes are added. */
export const ofScopes: readonly RuleId[] = ['scopes/unresolved', 'scopes/differ-by-environment'];

/** What is left to people in a phase: the finding, why no patch does it, and what to do. */
export function byHandEntries(facts: ChecklistFacts, phases: readonly (Phase | null)[]): readonly Entry[] {
  return leftToPeople(facts)
    .filter(({ finding }) => phases.includes(phaseOf(facts, finding)) && !ofScopes.includes(finding.rule))
    .map((one) => byHand(facts, one));
}

export function leftToPeople(facts: ChecklistFacts): readonly OpenFinding[] {
  const { open, patches } = facts;
  // Which secrets to disable, and when, is a step of the deployment.
  const told = secretsToDisable(facts).length > 0 ? [...toldElsewhere, 'vault/overrides-studio'] : toldElsewhere;
  const withdrawn = patches.flatMap((patch) => patch.withdrawn.map(({ settled }) => settled.finding));
  return open.filter(
    ({ finding }) => !told.includes(finding.rule) && (finding.remedy.kind === 'manual' || withdrawn.includes(finding)),
  );
}

/** What somebody lets stand in a phase, although a patch or a person would have something to do about it. */
export function standingIn({ suppressed }: ChecklistFacts, phases: readonly (Phase | null)[]): readonly OpenFinding[] {
  return suppressed.filter(
    ({ finding }) =>
      phases.includes(finding.phase) && finding.remedy.kind !== 'none' && !toldElsewhere.includes(finding.rule),
  );
}

const heavy: Readonly<Record<'error' | 'warning' | 'note', Weight>> = { error: 'vital', warning: 'work', note: 'side' };

export function byHand(facts: ChecklistFacts, { finding, fingerprint }: OpenFinding): Entry {
  const { words } = facts;
  const { byHand, waiting } = words.checklist;
  const awaited = awaitedBy(finding);
  const place = placeIn(facts, finding.at);
  const along = goesWith(facts, finding);
  if (along !== null) {
    return task(`finding ${fingerprint}`, 'test', words.checklist.goesAlong(along, finding.rule, place));
  }
  const ahead = awaited === null ? byHand(finding.rule, place) : waiting[awaited](finding.rule, place);
  return task(
    `finding ${fingerprint}`,
    awaited === null && !isLeftForNow(finding) ? heavy[finding.severity] : 'test',
    [...ahead, messageOf(finding, words)],
    awaited === null ? detailOf(facts, finding) : [],
  );
}

/** The phase whose patch, not later than the finding's own turn, takes away the place that it is about. */
function goesWith({ app, patches }: ChecklistFacts, { at, phase }: OpenFinding['finding']): Phase | null {
  const read = app.workspace.read(at.file);
  if (read.kind !== 'text') return null;
  const said = read.source.text.slice(at.start, at.end);
  const turn = phases.indexOf(phase ?? 'prepare');
  const patch = patches.find(
    (one) =>
      phases.indexOf(one.phase) <= turn &&
      one.taken.some(({ edits }) =>
        edits.some(
          ({ file, start, end, replacement }) =>
            file === at.file && start <= at.start && at.end <= end && at.start < at.end && !replacement.includes(said),
        ),
      ),
  );
  return patch?.phase ?? null;
}

/** Until the app has switched, nobody has anything to do about it. */
function isLeftForNow({ remedy }: OpenFinding['finding']): boolean {
  return remedy.kind === 'manual' && remedy.reasons.some(({ code }) => code === 'switch-unrecorded');
}

/** What comes before anything can be said of the finding: then a patch may well do it. */
function awaitedBy({ remedy }: OpenFinding['finding']): 'decision' | 'upgrade' | 'switch' | null {
  if (remedy.kind !== 'manual') return null;
  const codes = remedy.reasons.map(({ code }) => code);
  if (codes.includes('undecided-identities')) return 'decision';
  if (codes.includes('version-too-old')) return 'upgrade';
  return codes.includes('vault-still-read') ? 'switch' : null;
}

function detailOf(facts: ChecklistFacts, finding: OpenFinding['finding']): Line {
  const { patches, words } = facts;
  const [withdrawal] = patches.flatMap(({ withdrawn }) =>
    withdrawn.filter(({ settled }) => settled.finding === finding),
  );
  const told = withdrawal === undefined && finding.remedy.kind === 'manual' ? reasonsOf(finding.remedy, words) : null;
  const { terminal, checklist } = words;
  return [
    ...(withdrawal === undefined ? [] : [plain(`${checklist.withdrawn(words.reason(withdrawal.reason))} `)]),
    ...(told === null ? [] : [strong(`${told.title}:`), plain(` ${told.reasons.join(' ')} `)]),
    strong(`${terminal.next}:`),
    plain(` ${nextOf(finding, words)}`),
    ...(isRemovalThatSwitches(facts, finding) ? [plain(` ${checklist.removalSwitches}`)] : []),
  ];
}
