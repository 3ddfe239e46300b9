import { phases } from '../../rules/finding.ts';
import type { SectionName } from '../../words/checklist.ts';
import type { Phrase } from '../../words/phrase.ts';
import { beforeEntries, rightsEntry, versionEntry } from './before-entries.ts';
import { callEntries } from './call-entries.ts';
import { type Entry, paragraphOf, type Section, task } from './checklist.ts';
import { cleanupEntries } from './cleanup-entries.ts';
import { decisionEntries } from './decision-entries.ts';
import { productionEntries, testEntries } from './deploy-entries.ts';
import type { ChecklistFacts } from './facts.ts';
import { localEntries } from './local-entries.ts';
import { phaseEntries, switchEntries } from './patch-entries.ts';
import { rollbackEntries } from './rollback-entries.ts';
import { compareEntries, scopeEntries, undecidedScopes } from './scope-entries.ts';
import { unseenEntries } from './unseen-entries.ts';

/** All steps for an app that has something to move; less for one that has not, or cannot yet. */
export function sectionsFor(facts: ChecklistFacts): readonly Section[] {
  const { app, status, trigger, words } = facts;
  const { checklist } = words;
  const about = (said: Phrase) => ({ heading: null, entries: [paragraphOf('vital', said)] });
  const section = (name: SectionName, entries: readonly Entry[]) => ({ heading: checklist.sections[name], entries });
  const unseen = section('unseen', unseenEntries(facts));
  if (status === 'none') return [about(checklist.nothingToMove), section('asItIs', allPhases(facts)), unseen];
  if (status === 'studio' && trigger.event === 'none' && app.record === null) {
    return [
      about(checklist.managedByStudio),
      section('asItIs', [...allPhases(facts), ...versionEntry(facts), ...rightsEntry(facts)]),
      section('scopesInStudio', scopeEntries(facts)),
      unseen,
    ];
  }
  if (status === 'blocked') {
    return [
      about(checklist.upgradeFirst),
      section('before', [
        ...decisionEntries(facts),
        ...phaseEntries(facts, 'prepare'),
        ...phaseEntries(facts, 'switch'),
        ...rightsEntry(facts),
      ]),
      section('cleanup', phaseEntries(facts, 'cleanup')),
      unseen,
    ];
  }
  if (status === 'own' && facts.patches.some(({ phase, changes }) => phase === 'switch' && changes.length > 0)) {
    return [
      about(checklist.staysAndChanges),
      section('before', [...decisionEntries(facts), ...phaseEntries(facts, 'prepare'), ...rightsEntry(facts)]),
      section('code', switchEntries(facts)),
      section('test', [task('deploy TT02', 'step', checklist.deployTest)]),
      section('verify', callEntries(facts)),
      section('production', productionEntries(facts)),
      section('ownClients', [...phaseEntries(facts, 'cleanup'), paragraphOf('side', checklist.ownClient)]),
      unseen,
    ];
  }
  if (status === 'own') {
    return [
      about(checklist.staysAsDecided),
      section('asItIs', [...decisionEntries(facts), ...allPhases(facts), ...rightsEntry(facts)]),
      section('ownClients', [...callEntries(facts), paragraphOf('side', checklist.ownClient)]),
      unseen,
    ];
  }
  const open = app.identities.filter(({ decision }) => decision === 'undecided').length;
  if (open > 0) {
    return [
      about(checklist.decideFirst(open)),
      section('before', beforeEntries(facts)),
      section('compare', compareEntries(facts)),
      section('scopes', undecidedScopes(facts)),
      section('code', switchEntries(facts)),
      unseen,
    ];
  }
  return [
    section('before', beforeEntries(facts)),
    section('compare', compareEntries(facts)),
    section('scopes', scopeEntries(facts)),
    section('code', switchEntries(facts)),
    section('test', testEntries(facts)),
    section('verify', callEntries(facts)),
    section('production', productionEntries(facts)),
    section('cleanup', cleanupEntries(facts)),
    section('local', localEntries(facts)),
    section('rollback', rollbackEntries(facts)),
    unseen,
  ];
}

function allPhases(facts: ChecklistFacts): readonly Entry[] {
  return phases.flatMap((phase) => phaseEntries(facts, phase));
}
