import type { App } from '../../app/app.ts';
import { readsOwnSettings } from '../../app/settings/unread-settings.ts';
import type { SecretName } from '../../app/vault/secret-names.ts';
import type { FileRange } from '../../location.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const retireSecrets: Rule<'vault/retire-secrets'> = {
  id: 'vault/retire-secrets',
  severity: 'note',
  phase: 'cleanup',
  fixes: ['manual'],
  example: 'vault-retire-secrets',
  check: (app) => {
    const leaving = namesThere(app).filter((secret) => isLeft(app, secret));
    const winning = leaving.filter((secret) => winsOverStudio(app, secret));
    const others = leaving.filter((secret) => !winning.includes(secret));
    return [...findingFor(app, 'switch', winning), ...findingFor(app, 'cleanup', others)];
  },
};

/** Where the vault's secrets are listed, what the repo names besides is in no need of removal. */
function namesThere({ secretNames, vaultListing }: App): readonly SecretName[] {
  return secretNames.filter(({ certainty }) => vaultListing === null || certainty === 'listed');
}

/** Whether nothing of the app needs the secret any more once it has moved. */
function isLeft(app: App, { owner, section, name }: SecretName): boolean {
  if (owner === 'other-app' || owner === 'unknown') return false;
  const isOf = (other: string | null) => section !== null && other?.toLowerCase() === section.toLowerCase();
  const recorded = app.record?.clients.find((client) => client.secrets.includes(name) || isOf(client.section));
  const identities = app.identities.filter((one) => one.secrets.includes(name) || isOf(one.section));
  if (identities.length > 0) return identities.every(({ decision }) => decision === 'studio');
  if (recorded !== undefined) return recorded.decision === 'studio';
  const stays = app.identities.length > 0 && app.identities.every(({ decision }) => decision.startsWith('own'));
  return !stays || (owner === 'default-section' && usesBuiltIn(app));
}

function usesBuiltIn({ authorizations, builtIn }: App): boolean {
  return authorizations.length > 0 || builtIn.clients.length > 0;
}

/** Secrets of the default section keep Studio's out, or mix with them, where the vault is a source and the client reads settings. */
function winsOverStudio(app: App, { owner }: SecretName): boolean {
  return owner === 'default-section' && app.vault.kind !== 'none' && readsOwnSettings(app);
}

function findingFor(
  app: App,
  phase: 'switch' | 'cleanup',
  names: readonly SecretName[],
): readonly FindingOf<'vault/retire-secrets'>[] {
  const at = placeOf(app, phase, names);
  if (at === null) return [];
  const owned = (owner: SecretName['owner']) =>
    app.secretNames.filter((secret) => secret.owner === owner).map(({ name }) => name);
  return [
    {
      rule: 'vault/retire-secrets',
      severity: 'note',
      phase,
      at,
      subject: at,
      data: {
        phase,
        names: names.map(({ name, certainty }) => ({ name, certainty })),
        otherApps: owned('other-app'),
        unsure: owned('unknown'),
        order: app.vault.kind,
        reloads: app.versions.capabilities.vaultReload,
      },
      remedy: { kind: 'manual', reasons: [] },
    },
  ];
}

/** The vault's own call for what everybody has; for the others where the section is bound, or the secret named. */
function placeOf({ vault, record }: App, phase: 'switch' | 'cleanup', names: readonly SecretName[]): FileRange | null {
  const [first] = names;
  if (first === undefined) return null;
  const source = vault.kind === 'none' ? null : vault.at;
  const named = names.flatMap(({ evidence }) => evidence)[0] ?? null;
  const recorded = record && { file: record.file, start: 0, end: 0 };
  return (phase === 'switch' ? source : (named ?? source)) ?? recorded;
}
