import type { App } from '../../app/app.ts';
import { hasAddressElsewhere, looksForAddress } from '../../app/vault/vault-address.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const missingMount: Rule<'vault/missing-mount'> = {
  id: 'vault/missing-mount',
  severity: 'warning',
  phase: 'prepare',
  fixes: ['manual'],
  example: 'vault-missing-mount',
  check: (app) => {
    const { file, mounts, volumes } = app.secretMounts;
    const isWhole = mounts.length > 0 && volumes.length > 0;
    if (app.vault.kind === 'none' || file === null || isWhole) return [];
    if (!looksForAddress(app) || hasAddressElsewhere(app)) return [];
    const missing = mounts.length > 0 ? 'volume' : volumes.length > 0 ? 'mount' : 'both';
    return [findingAt(app.vault.at, { file, missing, isHelper: callsHelper(app) })];
  },
};

function findingAt(
  at: FindingOf<'vault/missing-mount'>['at'],
  data: FindingOf<'vault/missing-mount'>['data'],
): FindingOf<'vault/missing-mount'> {
  return {
    rule: 'vault/missing-mount',
    severity: 'warning',
    phase: 'prepare',
    at,
    subject: at,
    data,
    remedy: { kind: 'manual', reasons: [] },
  };
}

function callsHelper({ wirings }: App): boolean {
  return wirings.some(({ kind }) => kind === 'helper');
}
