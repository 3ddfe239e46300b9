import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dotnet } from '../dotnet.ts';
import type { Credentials, Jwk } from './credentials.ts';
import { pathsOf, provisionedFile } from './credentials.ts';
import type { GeneratedApp } from './generated-app.ts';
import type { Library, LibrarySet } from './libraries.ts';
import type { Asked, Observation } from './observation.ts';
import { variablesOf } from './print-app.ts';
import { clientsOf, usesExternal } from './print-clients.ts';
import { flagOf } from './print-program.ts';
import type { World } from './worlds.ts';

/** An app as it lies on disk, in a world. */
export interface Staged {
  readonly id: string;
  readonly app: GeneratedApp;
  readonly libraries: LibrarySet;
  /** Of the repo. */
  readonly root: string;
  readonly files: Readonly<Record<string, string>>;
  readonly world: World;
}

interface RunnerStart {
  readonly id: string;
  readonly libraries: string;
  readonly sources: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly clients: readonly string[];
  readonly fresh: boolean;
}

interface Answer {
  readonly id: string;
  readonly error: string | null;
  readonly through: readonly string[];
  readonly values: Readonly<Record<string, string | null>>;
  readonly sources: readonly string[];
  readonly clients: Readonly<
    Record<
      string,
      {
        readonly error: string | null;
        readonly clientId: string;
        readonly kid: string;
        readonly signedBy: string;
        readonly authority: string;
      }
    >
  >;
}

/** Runs all of them in one process, and tells by id what was seen. */
export async function runAll(
  dotnet: Dotnet,
  assembly: string,
  staged: readonly Staged[],
  credentials: Credentials,
  folder: string,
): Promise<ReadonlyMap<string, Observation>> {
  const libraries: Record<string, readonly Library[]> = {};
  for (const { libraries: set } of staged) libraries[set.id] = set.libraries;
  const starts = staged.map((one) => startOf(one, credentials, folder));
  const request = { keys: publicKeys(credentials), libraries, starts };
  const { code, output, errors } = await dotnet.run([assembly], { input: JSON.stringify(request) });
  if (code !== 0) throw new Error(`the runner ended with ${code}: ${errors.slice(0, 2000)}`);
  const answers: Answer[] = output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return new Map(answers.map((answer) => [answer.id, observationOf(answer)]));
}

function publicKeys({ own, studio }: Credentials): Readonly<Record<string, Jwk>> {
  const partsOf = ({ n = '', e = '' }: Jwk) => ({ n, e });
  return { own: partsOf(own), studio: partsOf(studio) };
}

function startOf(
  { id, app, libraries, root, files, world }: Staged,
  credentials: Credentials,
  folder: string,
): RunnerStart {
  const sources = Object.keys(files).filter((path) => path.endsWith('.cs'));
  return {
    id,
    libraries: libraries.id,
    sources: sources.map((path) => join(root, path)),
    folder: join(root, 'App'),
    environment: environmentOf(app, files, world, credentials, folder),
    clients: clientsOf(app),
    // The external package finds its settings in static lists.
    fresh: usesExternal(app),
  };
}

const opening = { SecretUri: 'https://hvelv.example/', ClientId: 'x', ClientSecret: 'x', TenantId: 'x' };

function environmentOf(
  app: GeneratedApp,
  files: Staged['files'],
  world: World,
  credentials: Credentials,
  folder: string,
): Readonly<Record<string, string>> {
  const deployed = files['deployment/values.yaml'] ?? '';
  const variables = variablesOf(app, credentials).filter(([name]) => deployed.includes(`${name}\n`));
  const vault = pathsOf(world.vault, 'vault', credentials).map(([path, value]) => [path.replaceAll(':', '--'), value]);
  const values = [
    'Skogv=on',
    ...pathsOf(world.ownValues, 'own-values', credentials).map(([path, value]) => `${path}=${value}`),
  ];
  const flags = world.flag ? app.steps.map((_, index) => [flagOf(index), 'on'] as const) : [];
  const kvSetting = Object.entries(opening).map(([key, value]) => [`kvSetting__${key}`, value] as const);
  return {
    ASPNETCORE_ENVIRONMENT: 'Production',
    PROOF_APP_SECRETS: world.studio
      ? mount(folder, 'maskinporten-settings.json', provisionedFile(credentials))
      : mount(folder, 'nothing', ''),
    PROOF_APPSETTINGS_SECRET: mount(
      folder,
      'altinn-appsettings-secret.json',
      JSON.stringify(app.opening === 'secret-file' ? { kvSetting: opening } : {}),
    ),
    PROOF_VAULT: join(mount(folder, 'vault.json', JSON.stringify(Object.fromEntries(vault))), 'vault.json'),
    SKOGV_VALUES: values.join('\n'),
    ...(app.opening === 'environment' ? Object.fromEntries(kvSetting) : {}),
    ...Object.fromEntries(flags),
    ...Object.fromEntries(variables),
  };
}

/** A folder that holds one file; the same for the same content. */
function mount(folder: string, name: string, content: string): string {
  const at = join(folder, createHash('sha256').update(`${name}\n${content}`).digest('hex').slice(0, 16));
  if (!existsSync(join(at, name))) {
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, name), content);
  }
  return at;
}

function observationOf({ error, through, values, sources, clients }: Answer): Observation {
  if (error !== null) return { kind: 'ended', error, through };
  const asked = Object.entries(clients).map(([name, one]): [string, Asked] => {
    if (one.error !== null) return [name, { kind: 'failed', error: one.error }];
    const clientId = one.clientId.replace(/^own-/, '');
    return [name, { kind: 'asked', clientId, kid: one.kid, signedBy: ownerOf(one.signedBy), authority: one.authority }];
  });
  return { kind: 'started', start: { values, sources, clients: Object.fromEntries(asked) } };
}

function ownerOf(name: string): 'own' | 'studio' | 'nobody' {
  return name === 'own' || name === 'studio' ? name : 'nobody';
}
