import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../compile/jobs.ts';
import type { Dotnet } from '../dotnet.ts';
import { type Outcome, outcomeOf, type Part } from '../part.ts';
import { makeCredentials, studioId } from './credentials.ts';
import { pairsOfFixtures } from './fixtures.ts';
import { type Harness, openHarness } from './harness.ts';
import { judge } from './judged-pair.ts';
import { layOutMoments } from './moments.ts';
import { numbersOf } from './numbers.ts';
import { judgeLaws, lawIds, runsOfLaws } from './prove-laws.ts';
import { jobsBeside, runnable } from './running.ts';
import { layOutFolders } from './worlds.ts';

/** What goes over the wire before and after the switch. `--fixture=<name>` hears that one alone. */
export const wire: Part = async ({ dotnet, options }) => {
  const harness = await openHarness(dotnet);
  if ('kind' in harness) return harness;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'maskinflytt-wire-')));
  try {
    return await prove(dotnet, harness, folder, fixturesIn(options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function fixturesIn(options: readonly string[]): readonly string[] {
  return options.flatMap((option) => /^--fixture=(.*)$/.exec(option)?.[1] ?? []);
}

async function prove(dotnet: Dotnet, harness: Harness, folder: string, fixtures: readonly string[]): Promise<Outcome> {
  const credentials = makeCredentials();
  const folders = layOutFolders(join(folder, 'world'), credentials);
  const moments = layOutMoments(join(folder, 'apps'), fixtures);
  const { pairs, oldIds } = await pairsOfFixtures(dotnet, moments, credentials, folders, folder);
  const lawful = await runsOfLaws(dotnet, credentials, folders, folder);
  const runs = [...lawful, ...pairs.flatMap(({ before, after }) => [before, after])];
  const jobs = new Map(runs.flatMap((run) => run.jobs).map((job) => [job.id, job]));
  const extra = jobsBeside([...jobs.values()]);
  const clients = [...oldIds, ...lawIds].map((id) => [id, 'old'] as const);
  const answers = await harness.run({
    keys: { old: credentials.old.public, studio: credentials.studio.public },
    clients: { [studioId]: 'studio', ...Object.fromEntries(clients) },
    jobs: [...jobs.values(), ...extra].map((job) => withTokenLibraries(runnable(job), harness)),
    beside: extra.map(({ id }) => id),
    starts: runs.map(({ start }) => start),
  });
  const judged = pairs.map((pair) => judge(pair, answers));
  const { held, failures } = judgeLaws(answers);
  const numbers = [...numbersOf(judged), ...[...held].map(([app, count]) => `laws, ${app}: ${count} hold`)];
  return outcomeOf(numbers, [...failures, ...judged.flatMap((one) => one.failures)]);
}

function withTokenLibraries(job: Job, { tokenLibraries }: Harness): Job {
  return { ...job, references: [...job.references, ...tokenLibraries] };
}
