import { recordName } from '../../app/record/migration-record.ts';
import { type Phase, tierOf } from '../../rules/finding.ts';
import { plain, strong } from '../page/page.ts';
import type { PhasePatch } from '../phase-patch.ts';
import { reasonsOf } from '../remedy-reasons.ts';
import { byHandEntries, leftToPeople, standingIn } from './by-hand-entries.ts';
import { covering, type Entry, task, verified } from './checklist.ts';
import { type ChecklistFacts, commandFor, openOf, placeIn } from './facts.ts';
import { phaseOf } from './phase-of.ts';
import { vaultMovesBeforeScopes } from './vault-moves.ts';

/** More files than these nobody reads in a list. */
const mostFiles = 12;

/** What the patch of a phase does and how to get it, then what no patch does; what has no phase goes with the first. */
export function phaseEntries(facts: ChecklistFacts, phase: Phase): readonly Entry[] {
  const patch = facts.patches.find((one) => one.phase === phase);
  return [
    ...(patch === undefined || patch.changes.length === 0 ? [] : patchEntries(facts, patch)),
    ...byHandEntries(facts, withPhaseless(phase)),
    ...standingIn(facts, withPhaseless(phase)).map(({ finding, fingerprint }) =>
      task(`stands ${fingerprint}`, 'work', facts.words.checklist.stands(finding.rule, placeIn(facts, finding.at))),
    ),
  ];
}

function withPhaseless(phase: Phase): readonly (Phase | null)[] {
  return phase === 'prepare' ? [phase, null] : [phase];
}

export function switchEntries(facts: ChecklistFacts): readonly Entry[] {
  return [...phaseEntries(facts, 'switch'), ...doneEntry(facts, 'switch')];
}

/** Where the tool sees that a phase is done with. */
export function doneEntry(facts: ChecklistFacts, phase: Phase): readonly Entry[] {
  return isDone(facts, phase) ? [verified(`patch ${phase}`, facts.words.checklist.nothingLeft(phase))] : [];
}

/** Whether a phase has neither a patch nor work for people, nor anything that is only let stand. */
export function isDone(facts: ChecklistFacts, phase: Phase): boolean {
  const isUnsure = openOf(facts, 'files/not-analysed').some(({ severity }) => severity === 'error');
  if (facts.rulesLeftOut || isUnsure || standingIn(facts, withPhaseless(phase)).length > 0) return false;
  const isPatched = facts.patches.some((one) => one.phase === phase && one.changes.length > 0);
  return !isPatched && !leftToPeople(facts).some(({ finding }) => phaseOf(facts, finding) === phase);
}

function patchEntries(facts: ChecklistFacts, { phase, changes, taken }: PhasePatch): readonly Entry[] {
  const { words } = facts;
  const { checklist } = words;
  const secret = changes.find(({ isSecret }) => isSecret);
  const command = commandFor(facts, 'fix', ['--phase', phase]);
  const record = changes.find(({ change }) => change.path.endsWith(recordName));
  const files = changes.filter((one) => one !== record || one.change.after === null);
  const left = files.length - mostFiles;
  const covers = [
    ...taken.map(({ finding }) => fingerprintOf(facts, finding) ?? finding.rule),
    ...changes.map(({ change }) => change.path),
  ];
  return [
    covering(
      task(
        `patch ${phase}`,
        'step',
        checklist.patch({
          phase,
          command: secret === undefined ? `${command} | git apply` : command,
          findings: taken.length,
        }),
        [
          plain(mergeOf(facts, phase)),
          ...(phase === 'switch' && !takesCredentials(taken) ? [plain(` ${checklist.removesNothing}`)] : []),
          ...(secret === undefined ? [] : [plain(` ${words.fix.secretInPatch(secret.change.path)}`)]),
        ],
      ),
      covers,
    ),
    ...files
      .slice(0, mostFiles)
      .map(({ change }) => task(`file ${phase} ${change.path}`, 'side', checklist.patchIn(change.path, change.labels))),
    ...(left > 0
      ? [
          covering(
            task(`files ${phase}`, 'side', checklist.moreFiles(left)),
            files.slice(mostFiles).map(({ change }) => change.path),
          ),
        ]
      : []),
    ...reviewEntries(facts, taken),
    ...(record === undefined || record.change.after === null
      ? []
      : [task('record', 'work', checklist.record(record.change.path))]),
    covering(task(`build ${phase}`, 'work', checklist.build), covers),
  ];
}

function mergeOf(facts: ChecklistFacts, phase: Phase): string {
  const { merge, mergeOwn } = facts.words.checklist;
  if (phase !== 'switch') return merge[phase];
  if (facts.status === 'own') return mergeOwn;
  return vaultMovesBeforeScopes(facts) ? merge.switchBeforeScopes : merge.switch;
}

/** Out of a file where a rollback finds them. */
function takesCredentials(taken: PhasePatch['taken']): boolean {
  return taken.some(
    ({ finding: { remedy } }) =>
      remedy.kind === 'change' && remedy.reasons.some(({ code }) => code === 'default-section-cleared'),
  );
}

/** What a person should look at before merging, and why. */
function reviewEntries(facts: ChecklistFacts, taken: PhasePatch['taken']): readonly Entry[] {
  const { words } = facts;
  return taken.flatMap(({ finding }) => {
    const told = tierOf(finding) === 'review' ? reasonsOf(finding.remedy, words) : null;
    if (told === null) return [];
    return [
      task(
        `review ${fingerprintOf(facts, finding) ?? finding.rule}`,
        'test',
        words.checklist.review(finding.rule, placeIn(facts, finding.at)),
        [strong(`${told.title}:`), plain(` ${told.reasons.join(' ')}`)],
      ),
    ];
  });
}

function fingerprintOf({ open }: ChecklistFacts, finding: PhasePatch['taken'][number]['finding']): string | undefined {
  return open.find((one) => isSame(one.finding, finding))?.fingerprint;
}

function isSame(one: PhasePatch['taken'][number]['finding'], other: PhasePatch['taken'][number]['finding']): boolean {
  return one.rule === other.rule && one.at.file === other.at.file && one.at.start === other.at.start;
}
