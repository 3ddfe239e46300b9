import type { App } from '../../app/app.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import { usesMaskinporten } from '../../app/status.ts';
import { defaultSectionSecrets } from '../../app/vault/default-section-secrets.ts';
import type { VaultWiring } from '../../app/vault/wiring.ts';
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
    if (!usesMaskinporten(app) && app.record === null) return [];
    const isLast = app.vault.kind === 'before-host';
    return app.wirings
      .filter((wiring) => !isDevelopmentOnly(wiring) && wiring.order === 'before-host')
      .filter((wiring) => throwsThere(app, wiring) || (isLast && readsProvisionedFile(app) && mayHoldDefault(app)))
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

/** What holds nothing of the default section neither wins nor loses. */
function mayHoldDefault({ vaultListing }: App): boolean {
  const held = defaultSectionSecrets(vaultListing);
  return held === 'unknown' || held.length > 0;
}

function remedyFor(app: App, wiring: VaultWiring): Remedy {
  // Behind the host there is one already: which of the two is to stay is for people to say.
  if (app.vault.kind !== 'before-host') {
    return { kind: 'manual', reasons: [{ code: 'wiring-unclear', because: 'several-calls', condition: null }] };
  }
  const { obstacles, changes, doubts } = movingBehindHost(app, wiring);
  return obstacles.length > 0 ? { kind: 'manual', reasons: obstacles } : { kind: 'change', changes, reasons: doubts };
}
