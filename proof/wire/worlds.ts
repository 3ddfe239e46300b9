import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppReport } from '../../src/index.ts';
import { type Credentials, oldCredentials, oldIdOf, provisionedFile } from './credentials.ts';

/** What surrounds a deployed app, as the harness takes it. */
export type World = Readonly<Record<string, string>>;

export interface Folders {
  readonly empty: string;
  readonly provisioned: string;
  readonly vaults: string;
}

export function layOutFolders(folder: string, credentials: Credentials): Folders {
  const at = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const folders = { empty: at('empty'), provisioned: at('provisioned'), vaults: at('vaults') };
  writeFileSync(join(folders.provisioned, 'maskinporten-settings.json'), provisionedFile(credentials));
  return folders;
}

/** Without it the library's helper ends the app; wiring by hand asks first, and does without. */
export const openVault: World = {
  kvSetting__SecretUri: 'https://vault.example/',
  kvSetting__ClientId: 'x',
  kvSetting__ClientSecret: 'x',
  kvSetting__TenantId: 'x',
};

/** Who asks for what around an app: the clients and secrets that the tool has found, and whether a vault is opened. */
export interface Surroundings {
  readonly id: string;
  readonly apps: readonly AppReport[];
  readonly opensVault: boolean;
  /** Sections that hold a copy of what stands in the default one. */
  readonly copies: readonly string[];
}

/** Yesterday: hand-made credentials in every section that a client is bound to, and nothing from Studio. */
export function oldWorld(surroundings: Surroundings, credentials: Credentials, folders: Folders): World {
  const { apps } = surroundings;
  const sections = [...sectionsOf(apps), ...surroundings.copies];
  return worldOf(surroundings, sections, secretsOf(apps), credentials, folders, folders.empty);
}

/** After the switch: Studio's file is mounted, the secrets of the default section are gone, the others still stand. */
export function newWorld(surroundings: Surroundings, credentials: Credentials, folders: Folders): World {
  const { apps } = surroundings;
  const sections = sectionsOf(apps).filter((section) => !isDefault(section));
  const secrets = secretsOf(apps).filter((name) => !isDefault(name.split('--')[0] ?? ''));
  return worldOf(surroundings, sections, secrets, credentials, folders, folders.provisioned);
}

function worldOf(
  surroundings: Surroundings,
  sections: readonly string[],
  secrets: readonly string[],
  credentials: Credentials,
  folders: Folders,
  mount: string,
): World {
  const vault = join(folders.vaults, `${surroundings.id.replaceAll(/\W/g, '-')}.json`);
  const held = secrets.flatMap((name) => {
    const value = secretFor(name, surroundings.copies, credentials);
    return value === undefined ? [] : [[name, value] as const];
  });
  writeFileSync(vault, JSON.stringify(Object.fromEntries(held)));
  return {
    ASPNETCORE_ENVIRONMENT: 'Production',
    PROOF_APP_SECRETS: mount,
    PROOF_APPSETTINGS_SECRET: folders.empty,
    PROOF_VAULT: vault,
    ...(surroundings.opensVault ? openVault : {}),
    ...variablesFor(sections, credentials, surroundings.copies),
  };
}

export function variablesFor(
  sections: readonly string[],
  credentials: Credentials,
  copies: readonly string[] = [],
): World {
  const values = sections.flatMap((section) =>
    Object.entries(oldCredentials(originOf(section, copies), credentials)).map(
      ([key, value]) => [`${section}:${key}`, value] as const,
    ),
  );
  return Object.fromEntries(values.map(([path, value]) => [path.replaceAll(':', '__'), value]));
}

function originOf(section: string, copies: readonly string[]): string {
  return copies.some((copy) => copy.toLowerCase() === section.toLowerCase()) ? 'MaskinportenSettings' : section;
}

function isDefault(section: string): boolean {
  return section.toLowerCase() === 'maskinportensettings';
}

export function sectionsOf(apps: readonly AppReport[]): readonly string[] {
  const bound = apps.flatMap(({ clients }) => clients.map(({ section }) => section ?? 'MaskinportenSettings'));
  return [...new Map(bound.map((section) => [section.toLowerCase(), section])).values()].sort();
}

function secretsOf(apps: readonly AppReport[]): readonly string[] {
  const names = apps.flatMap(({ secrets }) => secrets.map(({ name }) => name));
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].sort();
}

/** A secret tells by its name what it is; a setting that is no credential stays unset. */
function secretFor(name: string, copies: readonly string[], credentials: Credentials): string | undefined {
  const parts = name.split('--');
  const section = parts.length === 1 ? 'MaskinportenSettings' : parts.slice(0, -1).join(':');
  const values: Readonly<Record<string, string>> = oldCredentials(originOf(section, copies), credentials);
  const key = parts.at(-1) ?? '';
  if (parts.length > 1) return values[key];
  return /klient|client/i.test(key) ? oldIdOf(section) : credentials.old.base64;
}
