import type { Phrase } from '../../words/phrase.ts';
import type { TriggerName } from '../../words/words.ts';
import { type Entry, pointOf } from './checklist.ts';
import type { ChecklistFacts } from './facts.ts';

/** How to get back from each phase; what flips the app says which way leads back. */
export function rollbackEntries({ app, patches, trigger, words }: ChecklistFacts): readonly Entry[] {
  const { rollback } = words.checklist;
  const point = (when: boolean, said: Phrase) => (when ? [pointOf('side', said)] : []);
  const from = trigger.event === 'scopes-added' ? trigger.from : null;
  const isPatched = patches.some(({ phase, changes }) => phase === 'switch' && changes.length > 0);
  const isCode = app.record !== null || byCode.includes(trigger.event) || (isPatched && from === null);
  // The patch of a vault before the host moves it, and then the vault wins as long as it holds anything.
  const bySecrets = trigger.event === 'secret-removal' || (from === 'vault' && isPatched);
  return [
    pointOf('side', rollback.prepare),
    ...point(isCode, rollback.switchCode),
    ...point(bySecrets, rollback.switchSecrets),
    ...point(from === 'vault' && !isPatched, rollback.switchScopesVault),
    ...point(from === 'settings' && app.target === 'v8', rollback.switchScopesSettings),
    pointOf('side', rollback.cleanup),
  ];
}

/** Where a change of the code is what makes the app switch. */
const byCode: readonly TriggerName[] = ['code-deploy', 'never', 'breaks-when-scopes-added'];
