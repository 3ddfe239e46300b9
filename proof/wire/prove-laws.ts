import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dotnet } from '../dotnet.ts';
import { type Credentials, oldCredentials, oldIdOf } from './credentials.ts';
import { type LawAppId, lawApps, projectOf, runOfLaw } from './law-apps.ts';
import { heardIn, type LawWorld, laws, transcriptOf } from './laws.ts';
import { restoreForRuns } from './libraries.ts';
import type { Answer } from './protocol.ts';
import type { Run } from './runs.ts';
import { type Folders, openVault, variablesFor, type World } from './worlds.ts';

export const lawIds = ['own:MaskinportenSettings', 'changed:MaskinportenSettings', 'late:MaskinportenSettings'].map(
  oldIdOf,
);

export async function runsOfLaws(
  dotnet: Dotnet,
  credentials: Credentials,
  folders: Folders,
  folder: string,
): Promise<readonly Run[]> {
  const source = await restoreForRuns(dotnet, lawApps.map(projectOf));
  const root = join(folder, 'laws');
  mkdirSync(root, { recursive: true });
  return lawApps.flatMap((app) => {
    const worlds = new Set(laws.filter((law) => law.app === app.id).map(({ world }) => world));
    return [...worlds].map((world) => runOfLaw(app, world, worldOf(world, credentials, folders), source, root));
  });
}

export interface LawsJudged {
  readonly held: ReadonlyMap<LawAppId, number>;
  readonly failures: readonly string[];
}

export function judgeLaws(answers: ReadonlyMap<string, Answer>): LawsJudged {
  const held = new Map<LawAppId, number>();
  const failures: string[] = [];
  for (const { says, app, world, holds } of laws) {
    const answer = answers.get(`${app}, ${world}`);
    if (answer?.error === null && holds(heardIn(answer))) held.set(app, (held.get(app) ?? 0) + 1);
    else failures.push(`${app}, ${world}: it does not hold that ${says}${answer?.error ? ` (${answer.error})` : ''}`);
  }
  return { held, failures: [...failures, ...unlikeTheReal(answers)] };
}

/** Our own client, where the real one is there too, says the same to everybody. */
function unlikeTheReal(answers: ReadonlyMap<string, Answer>): readonly string[] {
  const worlds: readonly LawWorld[] = ['provisioned', 'old key left'];
  return worlds.flatMap((world) => {
    const [real, own] = [answers.get(`built-in 8.7+, ${world}`), answers.get(`built-in 8.7+ of our own, ${world}`)];
    if (real === undefined || own === undefined) return [];
    const [said, saysOwn] = [transcriptOf(real), transcriptOf(own)];
    return said.flatMap((line, index) =>
      sameButMessage(line, saysOwn[index] ?? '') ? [] : [`real ${line}; our own ${saysOwn[index]}`],
    );
  });
}

/** An exception is told by its type; its sentence is each library's own. */
function sameButMessage(real: string, own: string): boolean {
  const typeOnly = (line: string) => line.replace(/(Exception): [^;]*/, '$1');
  return typeOnly(real) === typeOnly(own);
}

function worldOf(world: LawWorld, credentials: Credentials, folders: Folders): World {
  const vault = join(folders.vaults, `law ${world}.json`);
  const late = oldCredentials('late:MaskinportenSettings', credentials);
  const secrets = Object.entries(late).map(([key, value]) => [`late--MaskinportenSettings--${key}`, value]);
  const changed = [['changed--MaskinportenSettings--ClientId', 'of the vault']];
  writeFileSync(vault, JSON.stringify(Object.fromEntries([...secrets, ...changed])));
  const common = {
    ASPNETCORE_ENVIRONMENT: 'Production',
    PROOF_APP_SECRETS: folders.provisioned,
    PROOF_APPSETTINGS_SECRET: folders.empty,
    PROOF_VAULT: vault,
    ...openVault,
  };
  switch (world) {
    case 'provisioned':
      return common;
    case 'old key left':
      return { ...common, MaskinportenSettings__JwkBase64: credentials.old.base64 };
    case 'by hand':
      return {
        ...common,
        ...variablesFor(['own:MaskinportenSettings', 'changed:MaskinportenSettings'], credentials),
        own__MaskinportenSettings__Scope: 'seksjon',
      };
  }
}
