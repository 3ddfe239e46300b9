import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { positiveNumber, readCommandLine, refuse } from '../../scripts/command-line.ts';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { inputOf } from './child.ts';
import { measureGrowth } from './growth/run.ts';
import { recipeOf } from './input/recipe.ts';
import { sizeOf } from './input/tree.ts';
import { minimised } from './minimise.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';
import type { Failure } from './try-input.ts';
import { Watched } from './watched.ts';

const names = targets.map(({ name }) => name);
const usage = `npm run fuzz -- [--minutes M] [--seed S] [--only TARGET,…]
npm run fuzz -- --growth [--only WORDS] [--scale X]

Every reader and the whole tool under fire, each in a process of its own that is ended when it hangs. A failing input is
made as small as it can be and kept in test/fuzz/found; once it has a name that says what is special, its place is
test/fuzz/corpus, where \`npm test\` replays it. Exits 1 where something failed, or where a target tried nothing.

  --minutes M    for all targets together (default 10), the more for one the longer its inputs may take; making failing
                 inputs small comes on top
  --seed S       other inputs than those of another seed (default 1); the same seed gives the same inputs
  --only T,…     of ${names.join(', ')}

  --growth       measures instead how the work grows with the input, without failing
  --only WORDS   only families whose name holds these words
  --scale X      inputs so many times the usual size (default 1)
`;

const { values } = readCommandLine(usage, {
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
  },
});
const minimiseMs = 30_000;
/** Fewer inputs than this say little. */
const few = 20;
const found = fileURLToPath(new URL('found/', import.meta.url));

if (values.growth) await measureGrowth(values.only ?? '', positiveNumber('--scale', values.scale));
else process.exitCode = (await fuzzAll(positiveNumber('--minutes', values.minutes) * 60_000)) ? 0 : 1;

/** Whether each target tried something, and nothing failed. */
async function fuzzAll(forMs: number): Promise<boolean> {
  const asked = values.only?.split(',') ?? names;
  for (const name of asked) if (!names.includes(name)) refuse(`--only takes ${names.join(', ')}, not '${name}'`);
  const chosen = targets.filter(({ name }) => asked.includes(name));
  const limits = chosen.reduce((sum, { limitMs }) => sum + limitMs, 0);
  await loadCSharp();
  console.log(`seed ${values.seed}, ${Math.round(forMs / 1_000)} s for ${chosen.length} targets\n`);
  console.log('| target | s | inputs | a second | slowest, ms (input) | peak, MB | failures |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const rounds: Round[] = [];
  let next = new Watched();
  for (const [index, target] of chosen.entries()) {
    const watched = next;
    await watched.start();
    // The next one's process starts meanwhile, so that its start takes no time of its own.
    if (index < chosen.length - 1) {
      next = new Watched();
      next.start().catch(() => undefined);
    }
    rounds.push(await fuzz(target, watched, (forMs * target.limitMs) / limits));
    watched.end();
  }
  const total = rounds.reduce((sum, { inputs }) => sum + inputs, 0);
  console.log(`\n${total} inputs, ${rounds.reduce((sum, { failures }) => sum + failures, 0)} failures`);
  const scarce = rounds.filter(({ inputs }) => inputs < few).map(({ name, inputs }) => `${name} ${inputs}`);
  if (scarce.length > 0) console.log(`few inputs in this time, which say little: ${scarce.join(', ')}`);
  const idle = rounds.filter(({ inputs }) => inputs === 0).map(({ name }) => name);
  if (idle.length > 0) console.log(`FAILED: nothing was tried of ${idle.join(', ')}`);
  return idle.length === 0 && rounds.every(({ failures }) => failures === 0);
}

interface Round {
  readonly name: string;
  readonly inputs: number;
  /** Different ones. */
  readonly failures: number;
}

async function fuzz(target: Target, watched: Watched, shareMs: number): Promise<Round> {
  const failures = new Map<string, { readonly number: number; readonly failure: Failure; count: number }>();
  let [inputs, slowest, slowestNumber, peakMb] = [0, 0, 0, 0];
  const started = performance.now();
  while (performance.now() - started < shareMs) {
    const slice = await watched.goOn(target, values.seed, inputs, shareMs - (performance.now() - started));
    inputs = slice.next;
    if (slice.slowestMs > slowest) [slowest, slowestNumber] = [slice.slowestMs, slice.slowestNumber];
    peakMb = Math.max(peakMb, slice.peakMb);
    for (const { number, failure } of slice.failures) {
      const known = failures.get(failure.signature);
      if (known) known.count++;
      else failures.set(failure.signature, { number, failure, count: 1 });
    }
  }
  const ms = performance.now() - started;
  const rate = Math.round((inputs * 1_000) / ms);
  const row = [
    target.name,
    (ms / 1_000).toFixed(1),
    inputs,
    rate,
    `${Math.round(slowest)} (${slowestNumber})`,
    peakMb,
    failures.size,
  ];
  console.log(`| ${row.join(' | ')} |`);
  for (const { number, failure, count } of failures.values()) {
    const file = await keep(target, number, failure, watched);
    console.log(
      `  ${count} × ${failure.signature}, first input ${number}: ${relative('.', file)}\n${failure.details.replace(/^/gm, '    ')}`,
    );
  }
  return { name: target.name, inputs, failures: failures.size };
}

async function keep(target: Target, number: number, failure: Failure, watched: Watched): Promise<string> {
  const input = inputOf(target, values.seed, number);
  const name = (about: string) => recipeOf(target.name, about, input);
  const small = await minimised(
    input,
    async (smaller) => {
      const tried = await watched.tryRecipe(target, { ...name(''), ...recipeOf(target.name, '', smaller) });
      return tried?.signature === failure.signature;
    },
    minimiseMs,
  );
  const hash = createHash('sha256').update(failure.signature).digest('hex').slice(0, 8);
  const file = `${found}${target.name}-${hash}.json`;
  mkdirSync(found, { recursive: true });
  const about = `${failure.signature} (${sizeOf(small)} bytes of ${sizeOf(input)})`;
  writeFileSync(file, `${JSON.stringify(recipeOf(target.name, about, small), null, 2)}\n`);
  return file;
}
