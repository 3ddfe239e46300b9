import type { SaidSecret } from '../../words/named-secrets.ts';
import { nextOf } from '../message.ts';
import { plain } from '../page/page.ts';
import { type Entry, task } from './checklist.ts';
import { type ChecklistFacts, openOf } from './facts.ts';

/** The secrets that nothing of the app needs any more once it has moved. */
export function secretsLeaving(facts: ChecklistFacts, phase: 'switch' | 'cleanup'): readonly SaidSecret[] {
  return openOf(facts, 'vault/retire-secrets').flatMap(({ data }) => (data.phase === phase ? data.names : []));
}

/** What goes from the vault and the portal in the end. */
export function retireEntries(facts: ChecklistFacts): readonly Entry[] {
  const { app, words } = facts;
  const { checklist } = words;
  const later = openOf(facts, 'vault/retire-secrets').filter(({ data }) => data.phase === 'cleanup');
  const unsure = app.secretNames.flatMap(({ owner, name }) => (owner === 'unknown' ? [name] : []));
  return [
    ...later.map((finding) =>
      task('secrets', 'step', checklist.retire(finding.data.names), [plain(nextOf(finding, words))]),
    ),
    ...(unsure.length === 0 ? [] : [task('unsure secrets', 'work', checklist.unsure(unsure))]),
    ...(secretsLeaving(facts, 'switch').length === 0 ? [] : [task('purge', 'step', checklist.deleteDisabled)]),
    ...(app.vault.kind === 'none' ? [] : [task('keep vault', 'side', checklist.keepVault)]),
    task('other users', 'vital', checklist.otherUsers),
    task('old client', 'step', checklist.deleteClient),
  ];
}
