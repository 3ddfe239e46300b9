import { fixtureNames } from '../../test/end-to-end/fixture.ts';

export type Asked =
  | { readonly kind: 'asked' /** None for all. */; readonly fixtures: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

export function askedIn(options: readonly string[]): Asked {
  const fixtures: string[] = [];
  for (const option of options) {
    const name = /^--fixture=(.*)$/.exec(option)?.[1];
    if (name === undefined) return { kind: 'refused', reason: `there is no option ${option}` };
    if (!fixtureNames().includes(name)) return { kind: 'refused', reason: `there is no fixture ${name}` };
    fixtures.push(name);
  }
  return { kind: 'asked', fixtures };
}
