import { phases } from '../../test/end-to-end/fixture.ts';
import type { Reference } from '../compile/references.ts';
import type { Pair } from './fixtures.ts';
import type { Compared } from './judge.ts';
import type { Judged } from './judged-pair.ts';

/** A pair, and what was heard of it. */
export interface Heard extends Judged {
  readonly pair: Pair;
}

/** Lines of numbers for each version line, with the libraries that it was heard with. */
export function numbersOf(heard: readonly Heard[]): readonly string[] {
  const lines = [...new Set(heard.map(({ pair }) => pair.line))].sort();
  return lines.flatMap((line) => {
    const own = heard.filter(({ pair }) => pair.line === line);
    const steps = phases.flatMap((step) => {
      const those = own.filter(({ pair }) => pair.step === step);
      return those.length === 0 ? [] : [`${line}, ${step}: ${countsOf(those)}`];
    });
    return [...steps, `${line}: with ${librariesIn(own).join(', ')}`];
  });
}

function countsOf(heard: readonly Heard[]): string {
  const all = heard.flatMap(({ compared }) => compared);
  const kinds = Object.entries(words).flatMap(([kind, word]) => {
    const count = all.filter(({ verdict }) => verdict.kind === kind).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${heard.length} apps, ${all.length} clients and methods: ${kinds.join(', ') || 'not heard before'}`;
}

const words: Readonly<Record<Compared['verdict']['kind'], string>> = {
  moved: 'moved',
  unchanged: 'as before',
  'not-covered': 'not covered',
  unmasked: 'unmasked',
  differs: 'different',
};

function librariesIn(heard: readonly Heard[]): readonly string[] {
  const all = heard.flatMap(({ pair }) => [...pair.before.libraries, ...pair.after.libraries]);
  const told = all.filter(({ id }) => /^Altinn\.(App|ApiClients)\./.test(id));
  return [...new Set(told.map(nameOf))].sort();
}

function nameOf(library: Reference): string {
  if (library.kind === 'stand-in') return `${library.id} (stand-in)`;
  return `${library.id} ${library.version}${library.kind === 'missing' ? ' (missing)' : ''}`;
}
