import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../compile/jobs.ts';
import type { Reference } from '../compile/references.ts';
import type { Dotnet } from '../dotnet.ts';
import { type Outcome, outcomeOf, type Part } from '../part.ts';
import { makeCredentials, studioId } from './credentials.ts';
import { named } from './differences.ts';
import { type Pair, pairsOfFixtures } from './fixtures.ts';
import { type Harness, openHarness } from './harness.ts';
import { type Compared, compare } from './judge.ts';
import type { Answer } from './protocol.ts';
import { judgeLaws, lawIds, runsOfLaws } from './prove-laws.ts';
import { jobsBeside, runnable } from './running.ts';
import { layOutFolders } from './worlds.ts';

/** What goes over the wire before and after the switch. */
export const wire: Part = async ({ dotnet }) => {
  if (dotnet === null) return { kind: 'unable', reason: 'there is no .NET SDK on this machine' };
  const harness = await openHarness(dotnet);
  if (typeof harness === 'string') return { kind: 'unable', reason: harness };
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'maskinflytt-wire-')));
  try {
    return await prove(dotnet, harness, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function prove(dotnet: Dotnet, harness: Harness, folder: string): Promise<Outcome> {
  const credentials = makeCredentials();
  const folders = layOutFolders(join(folder, 'world'), credentials);
  const { pairs, oldIds } = await pairsOfFixtures(dotnet, credentials, folders, folder);
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
  const numbers = [...numbersOf(judged), ...[...held].map(([app, count]) => `${app}: ${count} laws hold`)];
  return outcomeOf(numbers, [...failures, ...judged.flatMap((one) => one.failures)]);
}

function withTokenLibraries(job: Job, { tokenLibraries }: Harness): Job {
  return { ...job, references: [...job.references, ...tokenLibraries] };
}

interface Judged {
  readonly pair: Pair;
  readonly compared: readonly Compared[];
  readonly failures: readonly string[];
  /** Why the app was not heard. */
  readonly unheard: string | null;
  readonly named: number;
}

function judge(pair: Pair, answers: ReadonlyMap<string, Answer>): Judged {
  const [before, after] = [answerTo(pair.before.start.id, answers), answerTo(pair.after.start.id, answers)];
  const ended = before.error ?? after.error;
  if (ended !== null) return { pair, compared: [], failures: [], unheard: ended, named: 0 };
  const compared = compare(before, after);
  const differing = compared.flatMap(({ name, verdict }) => (verdict.kind === 'differs' ? [{ name, ...verdict }] : []));
  const unknown = differing.filter(
    (one) =>
      !named.some(
        ({ fixture, name, before: was, after: is }) =>
          fixture === pair.fixture && name.test(one.name) && was.test(one.before) && is.test(one.after),
      ),
  );
  return {
    pair,
    compared,
    failures: unknown.map((one) => `${pair.fixture}: ${one.name}: before ${one.before}, after ${one.after}`),
    unheard: null,
    named: differing.length - unknown.length,
  };
}

function answerTo(id: string, answers: ReadonlyMap<string, Answer>): Answer {
  const answer = answers.get(id);
  if (answer === undefined) throw new Error(`${id} was not run`);
  return answer;
}

function numbersOf(judged: readonly Judged[]): readonly string[] {
  const lines = [...new Set(judged.map(({ pair }) => pair.line))].sort();
  return [
    ...lines.map((line) => `${line}: ${countsOf(judged.filter(({ pair }) => pair.line === line))}`),
    ...judged.flatMap(({ pair, unheard }) => (unheard === null ? [] : [`${pair.fixture} was not heard: ${unheard}`])),
    `libraries: ${librariesIn(judged).join(', ')}`,
  ];
}

function countsOf(judged: readonly Judged[]): string {
  const all = judged.flatMap(({ compared }) => compared);
  const of = (kind: Compared['verdict']['kind']) => all.filter(({ verdict }) => verdict.kind === kind).length;
  const differences = judged.reduce((sum, one) => sum + one.named, 0);
  const heard = judged.filter(({ unheard }) => unheard === null).length;
  return `${heard} apps, ${of('moved')} moved, ${of('unchanged')} unchanged, ${of('silent')} silent, ${differences} differ as named`;
}

function librariesIn(judged: readonly Judged[]): readonly string[] {
  const all = judged.flatMap(({ pair }) => [...pair.before.libraries, ...pair.after.libraries]);
  return [...new Set(all.filter(({ id }) => id.startsWith('Altinn.')).map(nameOf))].sort();
}

function nameOf(library: Reference): string {
  if (library.kind === 'stand-in') return `${library.id} (stand-in)`;
  return `${library.id} ${library.version}${library.kind === 'missing' ? ' (missing)' : ''}`;
}
