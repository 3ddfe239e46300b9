import { makeCompiler } from './compiler.ts';
import type { Instrumented } from './instrument.ts';
import type { Loaded } from './messages.ts';
import type { Mutant } from './mutant.ts';
import type { Tester } from './tester.ts';
import { isUnnoticed, type Tried, type Verdict } from './verdict.ts';

/** Tries one after the other until all are tried, the time is up or someone interrupts; tells what goes unnoticed. */
export async function tryAll(
  chosen: readonly Mutant[],
  { reach }: Loaded,
  testers: readonly Tester[],
  sources: Instrumented['sources'],
  patience: number,
  until: number,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const waiting = [...chosen].reverse();
  const stop = () => waiting.splice(0);
  const compiles = makeCompiler(sources);
  process.once('SIGINT', stop);
  const work = testers.map(async (tester) => {
    for (let mutant = waiting.pop(); mutant !== undefined && Date.now() < until; mutant = waiting.pop()) {
      const time = reach[Number(mutant.id)] ?? 0;
      const deadline = 60_000 + 10 * Math.min(time, patience);
      const trial = { kind: 'try', mutant: mutant.id, file: mutant.file, patience } as const;
      // Asked first, and so of all: were it asked only of those that no test notices, what cannot be would count as noticed.
      const found = compiles(mutant) ? null : 'refused';
      const verdict = found ?? (time === 0 ? 'survived' : (await tester.try(trial, deadline)).kind);
      tried.push({ mutant, verdict });
      if (isUnnoticed(verdict)) process.stdout.write(described(mutant, sources, time === 0, verdict));
      if (tried.length % 100 === 0) process.stderr.write(`${tried.length} of ${chosen.length} tried\n`);
    }
  });
  await Promise.all(work);
  process.removeListener('SIGINT', stop);
  return tried;
}

function described(
  { id, file, line, start, end, mutator, replacement }: Mutant,
  sources: Instrumented['sources'],
  isUnreached: boolean,
  verdict: Verdict,
): string {
  const notes = [
    ...(isUnreached ? ['reached by no test'] : []),
    ...(verdict === 'survived-most' ? ['not tried against all tests'] : []),
  ];
  const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${file}:${line} ${mutator} #${id}${note}\n  - ${inShort((sources.get(file) ?? '').slice(start, end))}\n  + ${inShort(replacement)}\n`;
}

function inShort(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 160 ? `${flat.slice(0, 100)} … ${flat.slice(-50)}` : flat;
}
