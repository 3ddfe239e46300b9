import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../compile/jobs.ts';
import type { Dotnet } from '../dotnet.ts';
import { type Outcome, outcomeOf, type Part } from '../part.ts';
import { makeCredentials, studioId } from './credentials.ts';
import { pairsOfFixtures } from './fixtures.ts';
import { type Harness, openHarness } from './harness.ts';
import { judge, staleIn } from './judged-pair.ts';
import { layOutMoments } from './moments.ts';
import { numbersOf } from './numbers.ts';
import { askedIn } from './options.ts';
import type { Answer } from './protocol.ts';
import { judgeLaws, lawIds, runsOfLaws } from './prove-laws.ts';
import { jobsBeside, runnable } from './running.ts';
import type { Run } from './runs.ts';
import { layOutFolders } from './worlds.ts';

/** What goes over the wire before and after the switch. `--fixture=<name>` hears that one alone. */
export const wire: Part = async ({ dotnet, options }) => {
  const asked = askedIn(options);
  if (asked.kind === 'refused') return outcomeOf([], [asked.reason]);
  const harness = await openHarness(dotnet);
  if ('kind' in harness) return harness;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'maskinflytt-wire-')));
  try {
    return await prove(dotnet, harness, folder, asked.fixtures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function prove(dotnet: Dotnet, harness: Harness, folder: string, named: readonly string[]): Promise<Outcome> {
  const credentials = makeCredentials();
  const folders = layOutFolders(join(folder, 'world'), credentials);
  const moments = layOutMoments(join(folder, 'apps'), named);
  const unheard = named.filter((name) => !moments.some(({ fixture }) => fixture === name));
  if (unheard.length > 0)
    return outcomeOf(
      [],
      unheard.map((name) => `${name}: no phase changes what it does`),
    );
  const { pairs, oldIds, failures } = await pairsOfFixtures(dotnet, moments, credentials, folders, folder);
  const started = new Set(pairs.map(({ fixture }) => fixture));
  const unstarted = [...new Set(moments.map(({ fixture }) => fixture))].filter((fixture) => !started.has(fixture));
  const lawful = await runsOfLaws(dotnet, credentials, folders, folder);
  const all = [...lawful, ...pairs.flatMap(({ before, after }) => [before, after])];
  const runs = [...new Map(all.map((run) => [run.start.id, run])).values()];
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
  const heard = pairs.map((pair) => ({
    pair,
    ...judge(pair, answerTo(pair.before, answers), answerTo(pair.after, answers)),
  }));
  const laws = judgeLaws(answers);
  const numbers = [...numbersOf(heard), ...[...laws.held].map(([app, count]) => `laws, ${app}: ${count} hold`)];
  const stale = named.length === 0 ? staleIn(heard) : [];
  const mute = unstarted.map((fixture) => `${fixture}: no app in it was started`);
  return outcomeOf(numbers, [
    ...failures,
    ...mute,
    ...laws.failures,
    ...heard.flatMap((one) => one.failures),
    ...stale,
  ]);
}

function answerTo({ start }: Run, answers: ReadonlyMap<string, Answer>): Answer {
  const answer = answers.get(start.id);
  if (answer === undefined) throw new Error(`${start.id} was not run`);
  return answer;
}

function withTokenLibraries(job: Job, { tokenLibraries }: Harness): Job {
  return { ...job, references: [...job.references, ...tokenLibraries] };
}
