import type { App } from '../../app/app.ts';
import { usesMaskinporten } from '../../app/status.ts';
import { bindsDefaultSection } from '../../app/vault/credential-sections.ts';
import { defaultSectionSecrets } from '../../app/vault/default-section-secrets.ts';
import type { FileRange } from '../../location.ts';
import type { FindingOf } from '../finding.ts';
import { isHostMissing, restoringHost } from '../host/restoring-host.ts';
import type { Rule } from '../rule.ts';

export const overridesStudio: Rule<'vault/overrides-studio'> = {
  id: 'vault/overrides-studio',
  severity: 'warning',
  phase: 'switch',
  fixes: ['manual'],
  example: 'vault-overrides-studio',
  check: (app): readonly FindingOf<'vault/overrides-studio'>[] => {
    const keys = defaultSectionSecrets(app.vaultListing);
    const at = lastVault(app);
    const isUsed = (usesMaskinporten(app) || app.record !== null) && !keepsOwn(app);
    if (at === null || !isUsed || !mergesSources(app) || (keys !== 'unknown' && keys.length === 0)) return [];
    return [
      {
        rule: 'vault/overrides-studio',
        severity: keys === 'unknown' ? 'warning' : 'error',
        phase: 'switch',
        at,
        subject: sameForAllWirings(at),
        data: {
          secrets: keys === 'unknown' ? null : keys.map((key) => `MaskinportenSettings--${key}`),
          hostMissing: isHostMissing(app),
        },
        remedy: { kind: 'manual', reasons: [] },
      },
    ];
  },
};

/** Whether nothing of the app has Studio's credentials, or is to have them. */
function keepsOwn(app: App): boolean {
  const isDecided = app.identities.length > 0 && app.identities.every(({ decision }) => decision.startsWith('own'));
  return isDecided && !bindsDefaultSection(app);
}

/** Where the vault is asked before the provisioned file, or will be once the host is back. */
function lastVault(app: App): FileRange | null {
  if (app.vault.kind === 'after-host') return app.vault.at;
  const comesBack = isHostMissing(app) && restoringHost(app).obstacles.length === 0;
  return comesBack && app.vault.kind === 'unknown' && app.wirings.length > 0 ? app.vault.at : null;
}

/** v9 keeps what Studio provides to itself; before 8.3 nothing is provided. */
function mergesSources({ versions, target }: App): boolean {
  const { ownSettingsSection } = versions.capabilities;
  return target === 'v8' && (ownSettingsSection === 'merged' || ownSettingsSection === 'unknown');
}

/** `AddAzureKeyVault…`, by whatever method: the finding stays the same when another takes its place. */
function sameForAllWirings({ file, start, end }: FileRange): FileRange {
  return { file, start, end: Math.min(end, start + 'AddAzureKeyVault'.length) };
}
