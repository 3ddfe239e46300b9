import type { Difference } from './difference.ts';

/** A way in which we differ from Roslyn knowingly: it is never wrong, only less. */
interface Explanation {
  readonly sort: string;
  readonly why: string;
  readonly applies: (what: string, source: string, before: string) => boolean;
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
    why: 'in a string that is not read: what its holes are worth counts as unknown',
    applies: (what, _source, before) => what.startsWith('no node of ours') && before.endsWith('{{{'),
  },
  {
    sort: 'constants',
    why: 'what `using static` brings counts though it is private there: of two values neither is taken',
    applies: (what) => what.startsWith('we: {"code":"ambiguous"'),
  },
  {
    sort: 'constants',
    why: 'a directive inside the brackets of a cast: what is cast counts as unknown',
    applies: (what, source) => what.startsWith('we: {"code":"computed"') && /^\([^)]*^[ \t]*#/m.test(source),
  },
  {
    sort: 'names',
    why: 'a variable of a condition counts as known behind the `if` too: the name counts as unknown there',
    applies: (what) => /^we: run-time in (?:block|compilation_unit) .*; Roslyn: elsewhere /.test(what),
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
  return explanations.find((one) => one.sort === sort && one.applies(what, source, text.slice(0, at[0])))?.why ?? null;
}
