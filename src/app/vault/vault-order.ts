import type { FileRange } from '../../location.ts';
import { isDevelopmentOnly } from '../startup/condition.ts';
import type { UnreachedWiring, VaultWiring } from './wiring.ts';

/** Whether Key Vault is a source of configuration, and which of vault and host comes last and so wins. */
export type VaultOrder =
  | { readonly kind: 'none' }
  | { readonly kind: 'after-host' | 'before-host' | 'unknown'; readonly at: FileRange };

/** Of a deployed app; what the start-up was not found to make, but something may, leaves it open. */
export function vaultOrderOf(wirings: readonly VaultWiring[], unreached: readonly UnreachedWiring[]): VaultOrder {
  const deployed = wirings.filter((wiring) => !isDevelopmentOnly(wiring));
  const last = deployed.at(-1);
  if (last === undefined) {
    const open = unreached.find(({ leftOver }) => !leftOver);
    return open ? { kind: 'unknown', at: open.at } : { kind: 'none' };
  }
  const isOpen = last.order === 'before-host' && deployed.some(({ order }) => order === 'unknown');
  return { kind: isOpen ? 'unknown' : last.order, at: last.at };
}
