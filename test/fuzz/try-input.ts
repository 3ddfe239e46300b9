import type { Tree } from './input/tree.ts';
import { Broken, type Target } from './target.ts';

/** How an input went: what is wrong is known by its signature, however the input looks. */
export interface Tried {
  readonly ms: number;
  readonly failure: Failure | null;
}

export interface Failure {
  readonly signature: string;
  readonly details: string;
}

export async function tryInput(target: Target, input: Tree): Promise<Tried> {
  const before = process.cpuUsage();
  const failure = await failureOf(target, input);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1_000;
  if (failure === null && ms > target.limitMs) return { ms, failure: tooSlow(ms) };
  return { ms, failure };
}

async function failureOf(target: Target, input: Tree): Promise<Failure | null> {
  try {
    await target.check(input);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return { signature: 'no error', details: String(error) };
    const said = error.message.replace(/\d+/g, 'n').slice(0, 120);
    const details = shortened(error.stack ?? error.message);
    if (error instanceof Broken) return { signature: said.replace(/:.*/s, ''), details };
    const [, place = ''] = /\/(src\/[^:)]*)/.exec(details) ?? [];
    return { signature: `${error.name}: ${said} ${place}`, details };
  }
}

function tooSlow(ms: number): Failure {
  return { signature: 'too slow', details: `${Math.round(ms)} ms` };
}

/** A message may quote the whole input. */
function shortened(text: string): string {
  return text
    .split('\n')
    .slice(0, 14)
    .map((line) => line.slice(0, 200))
    .join('\n');
}
