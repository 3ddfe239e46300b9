import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import { maskinportenSections } from '../settings/maskinporten-sections.ts';
import { isWithin } from '../settings/section.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { isForDevelopment } from '../settings/settings-file.ts';
import { knownReaders } from './known-sections.ts';
import { isMaskinportenSecret, pathOf } from './name-parts.ts';
import { type ReadPath, readPaths } from './read-paths.ts';

/** Something of the app that takes, or may take, a value other than Maskinporten's from the vault. */
export interface VaultReader {
  readonly kind: 'secrets-client' | 'options-section' | 'known-section' | 'listed';
  /** The secret, the section or the key. */
  readonly name: string;
  readonly at: FileRange | null;
}

type Facts = Pick<
  App,
  | 'configurations'
  | 'externals'
  | 'tokens'
  | 'settings'
  | 'environmentVariables'
  | 'workspace'
  | 'sources'
  | 'vault'
  | 'vaultListing'
  | 'secretReads'
  | 'record'
>;

/**
 * Those that were found: none is no proof that there are none. Where the vault's secrets are listed, a section that the app
 * reads counts only if one of them feeds it.
 */
export function readVaultReaders(app: Facts): readonly VaultReader[] {
  const recorded = app.record?.clients.flatMap(({ section }) => section ?? []) ?? [];
  const maskinporten = [...maskinportenSections(app), ...recorded];
  const isOther = (path: string) => !isMaskinportenPath(path, maskinporten);
  const direct = app.secretReads
    .filter(({ name }) => name === null || !isMaskinportenSecret(name, maskinporten))
    .map(({ name, method, at }): VaultReader => ({ kind: 'secrets-client', name: name ?? method, at }));
  if (app.vault.kind === 'none') return direct;
  const read = readPaths(app.sources).filter(({ path }) => isOther(path));
  const known = knownReaders(app);
  if (app.vaultListing === null) {
    const unfilled = read.filter(({ path }) => !isSuppliedElsewhere(path, app));
    return [...direct, ...unfilled.map(({ path, at }) => readerOf('options-section', path, at)), ...known];
  }
  const paths = [
    ...read,
    ...known.map(({ name, at }) => ({ path: name, at })),
    ...app.settings.flatMap(sectionsOf).filter(({ path }) => isOther(path)),
  ];
  return [...direct, ...app.vaultListing.flatMap((name) => listedReader(name, paths, isOther))];
}

function readerOf(kind: VaultReader['kind'], name: string, at: FileRange | null): VaultReader {
  return { kind, name, at };
}

function listedReader(
  name: string,
  paths: readonly { readonly path: string; readonly at: FileRange | null }[],
  isOther: (path: string) => boolean,
): readonly VaultReader[] {
  const path = pathOf(name);
  const reader = isOther(path) ? paths.find((one) => isWithin(one.path, path)) : undefined;
  return reader ? [{ kind: 'listed', name, at: reader.at }] : [];
}

function isMaskinportenPath(path: string, sections: readonly string[]): boolean {
  const isNamed = /(^|:)MaskinportenSettings(Internal|Filepath)?(:|$)/i.test(path);
  return isNamed || sections.some((section) => isWithin(section, path));
}

/** What every app has, and no vault of the agency fills. */
const ofPlatform = ['kvSetting', 'GeneralSettings', 'PlatformSettings', 'AppSettings', 'PEPSettings', 'Logging'];

/** By a settings file, by the deployment, or by the platform: an empty value leaves room for the vault's. */
function isSuppliedElsewhere(path: string, { settings, environmentVariables }: Facts): boolean {
  if (ofPlatform.some((section) => isWithin(section, path))) return true;
  // The names of variables that the platform sets, such as `ASPNETCORE_ENVIRONMENT`.
  if (/^[A-Z][A-Z0-9_]*$/.test(path) || /^ApplicationInsights\b/i.test(path)) return true;
  if (environmentVariables.some(({ section, key }) => isWithin(path, section === '' ? key : `${section}:${key}`)))
    return true;
  const entries = settings
    .filter((one) => !isForDevelopment(one))
    .flatMap((file) => file.entries)
    .filter((entry) => isWithin(path, entry.path));
  const filled = new Set(entries.filter((entry) => entry.filled).map((entry) => entry.path.toLowerCase()));
  return entries.length > 0 && entries.every((entry) => filled.has(entry.path.toLowerCase()));
}

/** The outermost sections of a settings file. */
function sectionsOf({ entries }: SettingsFile): readonly ReadPath[] {
  return entries.map(({ path, at }) => ({ path: path.split(':')[0] ?? path, at }));
}
