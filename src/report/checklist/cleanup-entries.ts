import type { SaidSecret } from '../../words/named-secrets.ts';
import { nextPhase } from '../audited-app.ts';
import { nextOf } from '../message.ts';
import { plain } from '../page/page.ts';
import { covering, type Entry, task } from './checklist.ts';
import { type ChecklistFacts, commandFor, openOf, secretsToDisable } from './facts.ts';
import { doneEntry, isDone, phaseEntries } from './patch-entries.ts';

/** What is left over in the repo, which is seen only when the switch is done; then what goes from the vault and the portal. */
export function cleanupEntries(facts: ChecklistFacts): readonly Entry[] {
  const next = nextPhase(facts.audited);
  const isSwitched = next === 'cleanup' || next === 'done' || (facts.app.record !== null && isDone(facts, 'switch'));
  const command = commandFor(facts, 'fix', ['--phase', 'cleanup']);
  return [
    ...phaseEntries(facts, 'cleanup'),
    ...(isSwitched
      ? doneEntry(facts, 'cleanup')
      : [task('cleanup later', 'work', facts.words.checklist.cleanupLater(command))]),
    ...retireEntries(facts),
  ];
}

function retireEntries(facts: ChecklistFacts): readonly Entry[] {
  const { app, words } = facts;
  const { checklist } = words;
  const later = openOf(facts, 'vault/retire-secrets').filter(({ data }) => data.phase === 'cleanup');
  const disabled = secretsToDisable(facts);
  const unsure = app.secretNames.flatMap(({ owner, name }) => (owner === 'unknown' ? [name] : []));
  return [
    ...later.map((finding) =>
      covering(
        task('secrets', 'step', checklist.retire(finding.data.names), [plain(nextOf(finding, words))]),
        namesOf(finding.data.names),
      ),
    ),
    ...(unsure.length === 0 ? [] : [covering(task('unsure secrets', 'work', checklist.unsure(unsure)), unsure)]),
    ...(disabled.length === 0 ? [] : [covering(task('purge', 'step', checklist.deleteDisabled), namesOf(disabled))]),
    ...(app.vault.kind === 'none' ? [] : [task('keep vault', 'side', checklist.keepVault)]),
    task('other users', 'vital', checklist.otherUsers),
    task('old client', 'step', checklist.deleteClient),
  ];
}

function namesOf(secrets: readonly SaidSecret[]): readonly string[] {
  return secrets.map(({ name }) => name);
}
