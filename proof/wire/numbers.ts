import type { Reference } from '../compile/references.ts';
import type { Compared } from './judge.ts';
import type { Judged } from './judged-pair.ts';

/** A line of numbers for each version line, with the libraries that it was heard with. */
export function numbersOf(judged: readonly Judged[]): readonly string[] {
  const lines = [...new Set(judged.map(({ pair }) => pair.line))].sort();
  return lines.flatMap((line) => {
    const own = judged.filter(({ pair }) => pair.line === line);
    return [`${line}: ${countsOf(own)}`, `${line}: with ${librariesIn(own).join(', ')}`];
  });
}

function countsOf(judged: readonly Judged[]): string {
  const all = judged.flatMap(({ compared }) => compared);
  const of = (kind: Compared['verdict']['kind']) => all.filter(({ verdict }) => verdict.kind === kind).length;
  const differences = judged.reduce((sum, one) => sum + one.named, 0);
  const kinds = `${of('moved')} moved, ${of('unchanged')} unchanged, ${of('silent')} silent, ${of('unmasked')} unmasked`;
  return `${judged.length} apps, ${all.length} clients and methods: ${kinds}, ${differences} differ as the domain names`;
}

function librariesIn(judged: readonly Judged[]): readonly string[] {
  const all = judged.flatMap(({ pair }) => [...pair.before.libraries, ...pair.after.libraries]);
  const told = all.filter(({ id }) => /^Altinn\.(App|ApiClients)\./.test(id));
  return [...new Set(told.map(nameOf))].sort();
}

function nameOf(library: Reference): string {
  if (library.kind === 'stand-in') return `${library.id} (stand-in)`;
  return `${library.id} ${library.version}${library.kind === 'missing' ? ' (missing)' : ''}`;
}
