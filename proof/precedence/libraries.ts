import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraryOf } from '../compile/libraries.ts';
import type { Source } from '../compile/restore.ts';
import { standInFor } from '../compile/stand-ins.ts';
import { symbolsOf } from '../surface/symbols.ts';
import { type GeneratedApp, isAtLeast, type Version } from './generated-app.ts';

/** As the runner takes it: compiled of sources, or files that are loaded as they are. */
export interface Library {
  readonly name: string;
  readonly sources: readonly string[];
  readonly symbols: readonly string[];
  readonly files: readonly string[];
}

export interface LibrarySet {
  readonly id: string;
  readonly libraries: readonly Library[];
  readonly origins: readonly Origin[];
}

/** Where a library comes from. */
export interface Origin {
  readonly id: string;
  readonly version: string;
  readonly isReal: boolean;
}

/** What a generated app is compiled and run with: the real libraries as far as the package source has them. */
export function librariesFor(
  { version, external }: GeneratedApp,
  source: Source,
  forTokens: readonly string[],
): LibrarySet {
  const externalVersion = external ?? broughtBy(version);
  const storage = real('Altinn.Platform.Storage.Interface', '4.*', source);
  const own = [
    ...(storage === null ? [] : [storage]),
    ...(externalVersion === null ? [] : [externalPackage(externalVersion)]),
    appLibrary('Altinn.App.Core', version, source),
    appLibrary('Altinn.App.Api', version, source),
    keyVault,
  ];
  return {
    id: `${version} ${externalVersion}`,
    libraries: [
      { name: 'tokens', sources: [], symbols: [], files: forTokens },
      ...own.map(({ library }) => ({ ...library, files: library.files.filter((file) => !isAmong(forTokens, file)) })),
    ],
    origins: own.map(({ origin }) => origin),
  };
}

/** The version of the external package that comes along with Altinn.App. */
function broughtBy(version: Version): string | null {
  if (isAtLeast(version, '9.0.0-preview.1')) return null;
  return version === '8.12.0' ? '10.0.1' : '8.0.1';
}

interface Found {
  readonly library: Library;
  readonly origin: Origin;
}

export const framework = 'net8.0';

/** Only a version that is there as it was asked for: its neighbours may behave otherwise. */
function real(id: string, version: string, source: Source): Found | null {
  const restored = source.package({ id, version, framework });
  if (restored === null) return null;
  const leansOn = restored.leansOn.filter((one) => libraryOf(one.id) === null);
  const files = [...leansOn, restored].flatMap(({ assemblies }) => assemblies);
  const origin = { id, version: restored.version, isReal: true };
  return { library: { name: id, sources: [], symbols: [], files }, origin };
}

function appLibrary(id: string, version: Version, source: Source): Found {
  const library = libraryOf(id);
  const standIn = library === null ? null : standInFor(library, version);
  const found = real(id, version, source);
  if (found !== null) return found;
  if (standIn === null) throw new Error(`nothing stands in for ${id}`);
  const { sources, symbols } = standIn;
  return { library: { name: id, sources, symbols, files: [] }, origin: { id, version, isReal: false } };
}

/** Always a stand-in: the real 10.2.1 leans on libraries for tokens newer than the SDK's, so nothing compiles with both. */
function externalPackage(version: string): Found {
  const symbols = symbolsOf('MASKINPORTEN', version);
  const library = { name: externalId, sources: sourcesOf(externalId), symbols, files: [] };
  return { library, origin: { id: externalId, version, isReal: false } };
}

function isAmong(files: readonly string[], file: string): boolean {
  return files.some((one) => basename(one) === basename(file));
}

const externalId = 'Altinn.ApiClients.Maskinporten';
const keyVaultId = 'Azure.Extensions.AspNetCore.Configuration.Secrets';

const standIns = fileURLToPath(new URL('stand-ins/', import.meta.url));

function sourcesOf(id: string): readonly string[] {
  const folder = join(standIns, id);
  return readdirSync(folder).map((file) => join(folder, file));
}

/** Always a stand-in: a vault in a file. */
const keyVault: Found = {
  library: { name: 'KeyVault', sources: sourcesOf(keyVaultId), symbols: [], files: [] },
  origin: { id: keyVaultId, version: '', isReal: false },
};
