import type { IdentityKey } from '../../words/precedence.ts';
import type { Supplier } from '../../words/suppliers.ts';
import type { App } from '../app.ts';
import { nameOfKey } from '../settings/environment-variables.ts';
import { defaultSection, isWithin, type SettingsSection, sectionsAt } from '../settings/section.ts';
import { isForDevelopment, isLocal, isShared, type SettingsFile } from '../settings/settings-file.ts';
import type { ConfigurationProvider } from '../startup/configuration-order.ts';
import { defaultSectionSecrets } from '../vault/default-section-secrets.ts';

/** Whether a source has a value for a key: `empty` is one too, and hides those of earlier sources. */
export type Holding = 'holds' | 'empty' | 'perhaps' | 'not';

export function holdingOf(app: App, provider: ConfigurationProvider, key: IdentityKey): Holding {
  switch (provider.kind) {
    case 'settings':
      return inSettings(app.settings.filter(provider.files === 'shared' ? isShared : isOfDeployment), key);
    case 'local-file':
      return inSettings(app.settings.filter(isLocal), key);
    case 'studio':
      return key === 'ClientId' || key === 'Jwk' || key === 'Authority' ? 'holds' : 'not';
    case 'vault':
      return inVault(app, key);
    case 'environment':
      return inEnvironment(app, key);
    case 'secret-file':
      // Holds what the platform and the agency put there for the vault.
      return 'not';
    case 'custom':
      return provider.own === null ? 'perhaps' : inSettings([provider.own], key);
  }
}

/** Who that is, as people know it; null for what has no name. */
export function supplierOf({ kind, own }: ConfigurationProvider): Supplier | null {
  if (kind === 'custom') return own === null ? null : 'settings';
  return kind === 'secret-file' ? null : kind;
}

function isOfDeployment(file: SettingsFile): boolean {
  return !isShared(file) && !isForDevelopment(file) && !isLocal(file);
}

function inSettings(files: readonly SettingsFile[], key: IdentityKey): Holding {
  const found =
    key === 'Jwk' ? partsOfJwk(files) : sectionsAt(defaultSection, files).flatMap((section) => keyIn(section, key));
  if (found.length === 0) return 'not';
  return found.some(({ filled }) => filled) ? 'holds' : 'empty';
}

function keyIn({ keys }: SettingsSection, key: IdentityKey) {
  return keys.filter(({ name }) => name.toLowerCase() === key.toLowerCase());
}

/** A `Jwk` is an object: text in its place, empty or not, is nothing to the client and hides no part. */
function partsOfJwk(files: readonly SettingsFile[]) {
  const path = `${defaultSection}:Jwk`;
  return files.flatMap(({ entries }) =>
    entries.filter((entry) => isWithin(path, entry.path) && entry.path.length > path.length),
  );
}

/** A `jwk` may be spread over secrets of its own: `MaskinportenSettings--Jwk--kid`. */
function inVault({ vaultListing }: App, key: IdentityKey): Holding {
  const held = defaultSectionSecrets(vaultListing);
  if (held === 'unknown') return 'perhaps';
  return held.some((name) => isKey(name.split('--')[0] ?? '', key)) ? 'holds' : 'not';
}

function inEnvironment({ environmentVariables }: App, key: IdentityKey): Holding {
  const own = environmentVariables.filter(
    (variable) =>
      isKey(variable.section, defaultSection) &&
      isKey(nameOfKey(variable), key) &&
      (key !== 'Jwk' || !isKey(variable.key, key)),
  );
  if (own.some(({ where }) => where === 'values' || where === 'dockerfile')) return 'holds';
  return own.some(({ where }) => where !== 'launch-settings') ? 'perhaps' : 'not';
}

function isKey(name: string, key: string): boolean {
  return name.toLowerCase() === key.toLowerCase();
}
