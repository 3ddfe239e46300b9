import { type Entry, pointOf } from './checklist.ts';
import type { ChecklistFacts } from './facts.ts';

/** How to get back from each phase; what flips the app says which way leads back. */
export function rollbackEntries({ trigger, words, app }: ChecklistFacts): readonly Entry[] {
  const { rollback } = words.checklist;
  return [
    pointOf('side', rollback.prepare),
    ...(trigger.event === 'secret-removal' ? [pointOf('side', rollback.switchSecrets)] : []),
    ...(trigger.event === 'scopes-added' && trigger.from === 'vault'
      ? [pointOf('side', rollback.switchScopesVault)]
      : []),
    ...(trigger.event === 'scopes-added' && trigger.from === 'settings' && app.target === 'v8'
      ? [pointOf('side', rollback.switchScopesSettings)]
      : []),
    ...(trigger.event === 'scopes-added' || (trigger.event === 'none' && app.record === null)
      ? []
      : [pointOf('side', rollback.switchCode)]),
    pointOf('side', rollback.cleanup),
  ];
}
