import { compare } from 'semver';
import type { Answer, Judged } from './judge-subject.ts';
import type { Origin } from './libraries.ts';
import type { Subject } from './subject.ts';

export function numbersOf(judged: readonly Judged[]): readonly string[] {
  const answers = judged.flatMap((one) => one.answers);
  const kinds = [...new Set(answers.map(({ what }) => what))];
  const events = countBy(judged.map(({ event }) => event));
  const needless = answers.flatMap(({ verdict }) => (verdict.kind === 'needlessly-open' ? [verdict.why] : []));
  return [
    ...kinds.map((what) => `${what}: ${countsOf(answers.filter((one) => one.what === what))}`),
    `what flips them: ${told(events)}`,
    ...(needless.length > 0 ? [`left open and yet the same everywhere, for: ${told(countBy(needless))}`] : []),
  ];
}

/** What ran, and what only stood in. */
export function librariesTold(origins: readonly Origin[]): readonly string[] {
  const [real, standIns] = [true, false].map((isReal) => namesOf(origins.filter((one) => one.isReal === isReal)));
  return [`real libraries: ${real || 'none'}`, `stand-ins of ours: ${standIns || 'none'}`];
}

function namesOf(origins: readonly Origin[]): string {
  const ids = [...new Set(origins.map(({ id }) => id))].sort();
  const versionsOf = (id: string) => {
    const all = origins.flatMap((one) => (one.id === id && one.version !== '' ? [one.version] : []));
    return [...new Set(all)].sort(compare).join(' ');
  };
  return ids.map((id) => `${id} ${versionsOf(id)}`.trim()).join(', ');
}

function countsOf(answers: readonly Answer[]): string {
  const of = (kind: Answer['verdict']['kind']) => answers.filter(({ verdict }) => verdict.kind === kind).length;
  const open = of('open') > 0 ? `, ${of('open')} left open and open` : '';
  const needless = of('needlessly-open') > 0 ? `, ${of('needlessly-open')} left open and yet the same everywhere` : '';
  return `${answers.length} compared, ${of('agrees')} agree${open}${needless}, ${of('differs')} differ`;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function told(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}

export function failuresOf({ subject, answers }: Judged): readonly string[] {
  return answers.flatMap(({ about, verdict }) =>
    verdict.kind === 'differs'
      ? [
          `app ${subject.id}, ${about}: the tool says ${verdict.claimed}, it is ${verdict.seen}\n    ${described(subject)}`,
        ]
      : [],
  );
}

/** Enough to draw it again by hand. */
function described({ app: { steps, held, ...rest } }: Subject): string {
  const deeds = steps.map(({ does, written, when }) => `${does}/${written}/${when}`).join(' ');
  const places = Object.fromEntries(Object.entries(held).filter(([, keys]) => Object.keys(keys).length > 0));
  return `${deeds} ${JSON.stringify(rest)} ${JSON.stringify(places)}`;
}
