import { positiveNumber, readCommandLine, refuse, wholeNumber } from './command-line.ts';
import { instrument, mutatedFiles } from './mutate/instrument.ts';
import type { Loaded } from './mutate/messages.ts';
import { strata } from './mutate/mutant.ts';
import { shuffled } from './mutate/sample.ts';
import { makeSandbox } from './mutate/sandbox.ts';
import { least, scoresOf } from './mutate/score.ts';
import { Tester } from './mutate/tester.ts';
import { tryAll } from './mutate/trials.ts';

const usage = `npm run mutate -- [--sample N] [--seed S] [--minutes M] [--jobs J] [--patience SECONDS] [path…]

Changes the sources in small ways, one at a time, and asks the tests that run in one process whether they notice.
Prints every change that they do not notice, and the share that they do in each of ${strata.map((name) => `src/${name}`).join(', ')}.
Changes that do not compile do not count; those that act only while a file is loaded are not tried, and their share is told.
Exits 1 where less than ${100 * least} % are noticed (of a sample, where it is so of all with 95 % certainty), or nothing was tried.

  --sample N          try N changes, drawn by chance, as many of each folder; without it all of them, which takes hours
  --seed S            draw the same ones as another run with this seed (default 1)
  --minutes M         stop after M minutes of trying; Ctrl-C stops at once, with the shares so far
  --jobs J            processes at once (default 1)
  --patience SECONDS  of processor time for tests, after which a change has gone unnoticed (default 15)
  path…               only files whose path starts so
`;

const { values, positionals: paths } = readCommandLine(usage, {
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    patience: { type: 'string', default: '15' },
  },
});
const size = values.sample === undefined ? Infinity : wholeNumber('--sample', values.sample);
const seed = wholeNumber('--seed', values.seed);
const minutes = values.minutes === undefined ? Infinity : positiveNumber('--minutes', values.minutes);
const jobs = wholeNumber('--jobs', values.jobs);
const patience = 1000 * positiveNumber('--patience', values.patience);
const isAsked = (file: string) => paths.length === 0 || paths.some((path) => file.startsWith(path));
if (!mutatedFiles().some(({ file }) => isAsked(file))) refuse(`nothing is changed in ${paths.join(', ')}`);
await run();

async function run(): Promise<void> {
  const started = Date.now();
  process.stderr.write('Loading the tests and running them once without a change, which takes a minute or two …\n');
  const { mutants: all, sources, texts } = await instrument();
  const mutants = all.filter(({ file }) => isAsked(file));
  const sandbox = makeSandbox(texts);
  const job = { folder: sandbox.folder, tests: sandbox.tests, mutants: all.length, memory: null };
  const first = new Tester(job);
  const testers = [first];
  try {
    const loaded = await first.load();
    tellLoaded(loaded, all.length, started);
    const atRun = mutants.filter(({ id }) => loaded.reach[Number(id)] !== null);
    const chosen = shuffled(atRun, seed).slice(0, size);
    while (testers.length < jobs) testers.push(new Tester({ ...job, memory: loaded.memory }));
    const begun = Date.now();
    const tried = await tryAll(chosen, loaded, testers, sources, patience, begun + 60_000 * minutes);
    process.stdout.write(`\n${tried.length} mutants tried in ${secondsSince(begun)} s (seed ${seed})\n`);
    const extent = tried.length === atRun.length ? 'all' : 'part';
    for (const { text, passes } of scoresOf(tried, extent, mutants, atRun)) {
      process.stdout.write(`${text}\n`);
      if (!passes) process.exitCode = 1;
    }
    if (tried.length === 0) {
      process.stdout.write('FAILED: nothing was tried\n');
      process.exitCode = 1;
    }
  } finally {
    for (const tester of testers) tester.stop();
    sandbox.remove();
  }
}

function tellLoaded({ tests, failing }: Loaded, mutants: number, started: number): void {
  process.stderr.write(
    `${mutants} mutants; ${tests - failing.length} of ${tests} tests pass without any, after ${secondsSince(started)} s.\n`,
  );
  for (const name of failing) process.stderr.write(`Left out, since it fails here without a mutant: ${name}\n`);
  if (failing.length > tests / 100) throw new Error('Too many tests fail without a mutant.');
}

function secondsSince(time: number): string {
  return ((Date.now() - time) / 1000).toFixed(0);
}
