import type { Difference } from './difference.ts';

/** A way in which we differ from Roslyn knowingly: it is never wrong, only less. */
interface Explanation {
  readonly sort: string;
  readonly why: string;
  readonly applies: (what: string, source: string) => boolean;
}

const explanations: readonly Explanation[] = [
  {
    sort: 'interpolations',
    why: 'three braces in an interpolated string: not read, so what it says counts as unknown',
    applies: (what, source) => what.startsWith('we: nothing') && /\{\{\{|\}\}\}/.test(source),
  },
  {
    sort: 'constants',
    why: 'a string that is not read: its value counts as unknown',
    applies: (what, source) => /^we: \{"code":"(?:computed|not-understood)"/.test(what) && /\{\{\{|\}\}\}/.test(source),
  },
  {
    sort: 'constants',
    why: 'a name in parentheses before a sign is read as a cast: only the sum of both has a value',
    applies: (what, source) => what.startsWith('no node of ours') && source.startsWith('('),
  },
  {
    sort: 'names',
    why: 'what a query starts from cannot see its range variables: taken for one, a name counts as unknown',
    applies: (what) => /^we: run-time in query_expression .*; Roslyn: (?:local|parameter|member) /.test(what),
  },
  {
    sort: 'constants',
    why: 'a condition that is always the same is not folded: two different texts count as unknown',
    applies: (what) => what.startsWith('we: {"code":"conditional"'),
  },
];

export const reasons: readonly string[] = explanations.map(({ why }) => why);

/** Why a difference is no failure; null when it is one. */
export function explanationOf({ sort, at, what }: Difference, text: string): string | null {
  const source = text.slice(at[0], at[1]);
  return explanations.find((one) => one.sort === sort && one.applies(what, source))?.why ?? null;
}
