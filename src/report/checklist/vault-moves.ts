import type { ChecklistFacts } from './facts.ts';

/** Whether the patch of the switch moves the vault behind the host of an app that switches with the scopes, and so holds it back. */
export function vaultMovesBeforeScopes({ trigger, patches }: ChecklistFacts): boolean {
  if (trigger.event !== 'scopes-added' || trigger.from !== 'vault') return false;
  const [taken = []] = patches.flatMap((patch) => (patch.phase === 'switch' ? [patch.taken] : []));
  return taken.some(({ finding }) => finding.rule === 'vault/before-host');
}
