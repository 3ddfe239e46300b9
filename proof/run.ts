import { findDotnet } from './dotnet.ts';
import type { Outcome, Part } from './part.ts';

/** `npm run prove [-- part… [--option…]]`: every part, or those named. Ends with 1 when one of them failed. */
const parts: Readonly<Record<string, () => Promise<Part>>> = {
  compile: async () => (await import('./compile/part.ts')).compile,
  generated: async () => (await import('./compile/generated.ts')).generated,
  wire: async () => (await import('./wire/part.ts')).wire,
  surface: async () => (await import('./compile/surface.ts')).surface,
  read: async () => (await import('./read/prove.ts')).read,
  precedence: async () => (await import('./precedence/part.ts')).precedence,
};

const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith('--'));
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const dotnet = await findDotnet();
for (const [name, load] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const started = performance.now();
  const outcome = await (await load())({ dotnet, options });
  show(name, outcome, (performance.now() - started) / 1000);
  if (outcome.kind === 'failed') process.exitCode = 1;
}

function show(name: string, outcome: Outcome, seconds: number): void {
  if (outcome.kind === 'unable') {
    console.log(`${name}: left out, ${outcome.reason}`);
    return;
  }
  for (const line of outcome.numbers) console.log(`${name}: ${line}`);
  if (outcome.kind === 'failed') for (const failure of outcome.failures) console.log(`${name}: FAILED ${failure}`);
  console.log(`${name}: ${outcome.kind}, ${seconds.toFixed(1)} s`);
}
