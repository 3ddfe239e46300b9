import { parseArgs } from 'node:util';
import { instrument } from './mutate/instrument.ts';
import type { Loaded } from './mutate/messages.ts';
import { type Mutant, strata } from './mutate/mutant.ts';
import { shuffled } from './mutate/sample.ts';
import { makeSandbox } from './mutate/sandbox.ts';
import { least, scoresOf } from './mutate/score.ts';
import { Tester } from './mutate/tester.ts';
import { tryAll } from './mutate/trials.ts';

const usage = `npm run mutate -- [--sample N] [--seed S] [--minutes M] [--jobs J] [--patience SECONDS] [path…]

Changes the sources in small ways, one at a time, and asks the tests that run in one process whether they notice.
Prints every change that they do not notice, and the share that they do in each of ${strata.map((name) => `src/${name}`).join(', ')}.
Exits 1 where that is less than ${100 * least} %; a sample, where it is so of all with 95 % certainty.

  --sample N          try N changes, drawn by chance, as many of each folder; without it all of them, which takes hours
  --seed S            draw the same ones as another run with this seed (default 1)
  --minutes M         stop after M minutes of trying; Ctrl-C stops at once, with the shares so far
  --jobs J            processes at once (default 1)
  --patience SECONDS  of processor time for tests, after which a change has gone unnoticed (default 15)
  path…               only files whose path starts so
`;

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    jobs: { type: 'string', default: '1' },
    patience: { type: 'string', default: '15' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(usage);
else await run();

async function run(): Promise<void> {
  const started = Date.now();
  const { mutants, sources, texts } = await instrument();
  const sandbox = makeSandbox(texts);
  const job = { folder: sandbox.folder, tests: sandbox.tests, mutants: mutants.length, memory: null };
  const first = new Tester(job);
  const testers = [first];
  try {
    const loaded = await first.load();
    tellLoaded(loaded, mutants.length, started);
    const chosen = choose(mutants, loaded);
    while (testers.length < Number(values.jobs)) testers.push(new Tester({ ...job, memory: loaded.memory }));
    const begun = Date.now();
    const patience = 1000 * Number(values.patience);
    const tried = await tryAll(chosen, loaded, testers, sources, patience, begun + 60_000 * Number(values.minutes));
    process.stdout.write(`\n${tried.length} mutants tried in ${secondsSince(begun)} s (seed ${values.seed})\n`);
    const extent = values.sample === undefined && tried.length === chosen.length ? 'all' : 'part';
    for (const { text, passes } of scoresOf(tried, extent)) {
      process.stdout.write(`${text}\n`);
      if (!passes) process.exitCode = 1;
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

/** A mutant that takes effect only while its file is loaded would need a process of its own. */
function choose(mutants: readonly Mutant[], { reach }: Loaded): readonly Mutant[] {
  const within = mutants.filter(({ file }) => paths.length === 0 || paths.some((path) => file.startsWith(path)));
  const atRun = within.filter(({ id }) => reach[Number(id)] !== null);
  process.stderr.write(
    `${within.length - atRun.length} of ${within.length} take effect only while a file is loaded, and are left out.\n`,
  );
  return shuffled(atRun, Number(values.seed)).slice(0, values.sample === undefined ? undefined : Number(values.sample));
}

function secondsSince(time: number): string {
  return ((Date.now() - time) / 1000).toFixed(0);
}
