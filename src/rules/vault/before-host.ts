import type { App } from '../../app/app.ts';
import { usesMaskinporten } from '../../app/status.ts';
import { isDeployedWiring, type VaultWiring } from '../../app/vault/wiring.ts';
import type { Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { movingBehindHost } from './behind-host.ts';

export const beforeHost: Rule<'vault/before-host'> = {
  id: 'vault/before-host',
  severity: 'warning',
  phase: 'switch',
  fixes: ['review', 'manual'],
  example: 'vault-before-host',
  check: (app) => {
    if (app.vault.kind !== 'before-host' || (!usesMaskinporten(app) && app.record === null)) return [];
    return app.wirings
      .filter((wiring) => isDeployedWiring(wiring) && wiring.order === 'before-host')
      .filter((wiring) => throwsThere(app, wiring) || readsProvisionedFile(app))
      .map((wiring) => ({
        rule: 'vault/before-host',
        severity: 'warning',
        phase: 'switch',
        at: wiring.at,
        subject: wiring.call,
        data: { method: wiring.method, throws: throwsThere(app, wiring) },
        remedy: remedyFor(app, wiring),
      }));
  },
};

function throwsThere({ versions }: App, { kind }: VaultWiring): boolean {
  return kind === 'helper' && versions.capabilities.vaultHelper === 'throws-before-host';
}

/** Where the file comes into configuration, its place among the others decides. */
function readsProvisionedFile({ versions, target }: App): boolean {
  const { provisionedFile } = versions.capabilities;
  return target === 'v8' && (provisionedFile === 'in-configuration' || provisionedFile === 'unknown');
}

function remedyFor(app: App, wiring: VaultWiring): Remedy {
  const { obstacles, changes, doubts } = movingBehindHost(app, wiring);
  return obstacles.length > 0 ? { kind: 'manual', reasons: obstacles } : { kind: 'change', changes, reasons: doubts };
}
