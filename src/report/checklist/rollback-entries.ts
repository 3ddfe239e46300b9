import type { Phrase } from '../../words/phrase.ts';
import { leftToPeople } from './by-hand-entries.ts';
import { type Entry, pointOf } from './checklist.ts';
import { type ChecklistFacts, openOf, secretsToDisable } from './facts.ts';
import { phaseOf } from './phase-of.ts';
import { wayBackOf } from './way-back.ts';

/** How to get back from each phase; what flips the app says which way leads back. */
export function rollbackEntries(facts: ChecklistFacts): readonly Entry[] {
  const { rollback } = facts.words.checklist;
  return [
    ...prepareBack(facts).map((said) => pointOf('side', said)),
    ...switchBack(facts).map((said) => pointOf('work', said)),
    pointOf('side', rollback.cleanup),
  ];
}

function prepareBack(facts: ChecklistFacts): readonly Phrase[] {
  const { patches, words } = facts;
  const { rollback } = words.checklist;
  const isPatched = patches.some(({ phase, changes }) => phase === 'prepare' && changes.length > 0);
  if (!isPatched && !leftToPeople(facts).some(({ finding }) => phaseOf(facts, finding) === 'prepare')) return [];
  return [openOf(facts, 'config/default-section-shared').length > 0 ? rollback.prepareShared : rollback.prepare];
}

function switchBack(facts: ChecklistFacts): readonly Phrase[] {
  const { rollback } = facts.words.checklist;
  const besides = (said: Phrase) => (secretsToDisable(facts).length > 0 ? [said] : []);
  switch (wayBackOf(facts)) {
    case 'code':
      return [rollback.switchCode, ...besides(rollback.secretsAlong)];
    case 'secrets':
      return [rollback.switchSecrets];
    case 'section-after-mixture':
      return [rollback.switchMixes, ...besides(rollback.secretsMix)];
    case 'section':
      return [rollback.switchScopesSettings, ...besides(rollback.secretsMix)];
    case 'vault-behind-host':
      return [rollback.switchScopesVault, ...besides(rollback.secretsAlong)];
    case 'none':
      return besides(rollback.secretsAgain);
  }
}
