import type { FileRange } from '../../location.ts';
import type { SettingsEntry, SettingsFile } from './settings-file.ts';

/** What the built-in client reads when the app says nothing. */
export const defaultSection = 'MaskinportenSettings';

/** One section of one settings file, by the keys that stand in it. */
export interface SettingsSection {
  readonly path: string;
  readonly file: string;
  readonly environment: string;
  readonly keys: readonly SectionKey[];
  readonly shape: 'built-in' | 'external' | 'mixed' | 'authority-only' | 'empty';
  readonly at: FileRange;
}

export interface SectionKey {
  /** As written. */
  readonly name: string;
  readonly filled: boolean;
}

const builtInKeys = ['authority', 'clientid', 'jwkbase64', 'jwk', 'jwks'];
const externalKeys = [
  'encodedjwk',
  'encodedx509',
  'environment',
  'scope',
  'exhangetoaltinntoken',
  'tokenexchangeenvironment',
  'usealtinntestorg',
  'resource',
  'consumerorgno',
  'kid',
  'enterpriseusername',
  'enterpriseuserpassword',
  'certificatestorethumbprint',
  'certificatepkcs12path',
  'certificatepkcs12password',
  'overwriteauthorizationheader',
  'enabledebuglogging',
  // The documentation of 2023 has it, and no version of the package.
  'enabledebuglog',
];
/** Keys that make up an identity: they merge with the provisioned ones, key by key. */
const identityKeys = ['clientid', 'jwkbase64', 'jwk', 'jwks', 'encodedjwk'];

export function isDefaultSection(path: string): boolean {
  return path.toLowerCase() === defaultSection.toLowerCase();
}

/** Whether a path is the section itself, or below it. */
export function isWithin(section: string, path: string): boolean {
  // Asked for every section about every key, and mostly answered by one character.
  const next = path[section.length];
  if (path.length < section.length || (next !== undefined && next !== ':')) return false;
  return path.slice(0, section.length).toLowerCase() === section.toLowerCase();
}

/** The section in every file that has it. */
export function sectionsAt(path: string, files: readonly SettingsFile[]): readonly SettingsSection[] {
  const prefix = `${path.toLowerCase()}:`;
  return files.flatMap(({ file, environment, entries }) => {
    const inside = entries.filter((entry) => isWithin(path, entry.path));
    const [first] = inside;
    if (first === undefined) return [];
    const keys = keysBelow(prefix, inside);
    return [{ path: first.path.slice(0, path.length), file, environment, keys, shape: shapeOf(keys), at: first.at }];
  });
}

function keysBelow(prefix: string, entries: readonly SettingsEntry[]): readonly SectionKey[] {
  const keys = new Map<string, SectionKey>();
  for (const entry of entries) {
    if (!entry.path.toLowerCase().startsWith(prefix)) continue;
    const name = entry.path.slice(prefix.length).split(':')[0] ?? '';
    const known = keys.get(name.toLowerCase());
    keys.set(name.toLowerCase(), { name: known?.name ?? name, filled: known?.filled === true || entry.filled });
  }
  return [...keys.values()];
}

function shapeOf(keys: readonly SectionKey[]): SettingsSection['shape'] {
  const names = keys.map((key) => key.name.toLowerCase());
  if (names.length === 0) return 'empty';
  if (names.every((name) => name === 'authority')) return 'authority-only';
  const external = names.some((name) => externalKeys.includes(name));
  const builtIn = names.some((name) => builtInKeys.includes(name) && name !== 'clientid');
  if (external) return builtIn ? 'mixed' : 'external';
  return 'built-in';
}

/** Whether it has keys of the external package, and nothing that any other client reads or a key to sign with. */
export function isOfPackageAlone({ keys }: SettingsSection): boolean {
  return keys.length > 0 && keys.every(({ name }) => externalKeys.includes(name.toLowerCase()) && !isIdentityKey(name));
}

export function isIdentityKey(name: string): boolean {
  return identityKeys.includes(name.toLowerCase());
}

/** The filled keys of a section that belong to an identity. */
export function identityKeysIn(section: SettingsSection): readonly string[] {
  return section.keys.filter((key) => key.filled && isIdentityKey(key.name)).map((key) => key.name);
}
