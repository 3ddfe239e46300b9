import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { inputOf } from './child.ts';
import { recipeOf } from './input/recipe.ts';
import { sizeOf } from './input/tree.ts';
import { minimised } from './minimise.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';
import type { Failure } from './try-input.ts';
import { Watched } from './watched.ts';

/**
 * Every reader and the whole tool under fire, for as long as asked: `npm run fuzz -- --minutes 10 --seed 1 --only json,repo`.
 * Each target gets its share of the time, in a process of its own that is ended when it hangs. A failing input is made
 * as small as it can be and kept in `test/fuzz/found`; once it has a name that says what is special, its place is
 * `test/fuzz/corpus`, where `npm test` replays it. `--growth` measures instead how the work grows with the input.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now()) },
    only: { type: 'string', default: targets.map(({ name }) => name).join(',') },
    growth: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
  },
});
if (values.growth) {
  await import('./growth/run.ts');
  process.exit();
}
const asked = values.only.split(',');
const chosen = targets.filter(({ name }) => asked.includes(name));
if (chosen.length < asked.length) throw new Error(`targets: ${targets.map(({ name }) => name).join(', ')}`);
const shareMs = (Number(values.minutes) * 60_000) / chosen.length;
const minimiseMs = 30_000;
const found = fileURLToPath(new URL('found/', import.meta.url));

await loadCSharp();
console.log(`seed ${values.seed}, ${Math.round(shareMs / 1_000)} s each`);
console.log(
  '| target | inputs | a second | slowest, ms (input) | peak, MB | failures |\n| --- | --- | --- | --- | --- | --- |',
);
let failed = 0;
for (const target of chosen) failed += await fuzz(target);
process.exitCode = failed === 0 ? 0 : 1;

/** The number of different failures. */
async function fuzz(target: Target): Promise<number> {
  const watched = new Watched();
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
  const rate = Math.round((inputs * 1_000) / (performance.now() - started));
  const row = [target.name, inputs, rate, `${Math.round(slowest)} (${slowestNumber})`, peakMb, failures.size];
  console.log(`| ${row.join(' | ')} |`);
  for (const { number, failure, count } of failures.values()) {
    const file = await keep(target, number, failure, watched);
    console.log(
      `  ${count} × ${failure.signature}, first input ${number}: ${relative('.', file)}\n${failure.details.replace(/^/gm, '    ')}`,
    );
  }
  watched.end();
  return failures.size;
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
