/**
 * What an expression may come to. An undecidable condition leaves more than one possibility; what only the build
 * machine knows leaves none.
 */
export type Values = KnownValues | { readonly kind: 'unknown'; readonly reason: UnknownValue };

export interface KnownValues {
  readonly kind: 'known';
  readonly values: readonly string[];
}

export type UnknownValue =
  | { readonly code: 'undefined-property'; readonly property: string }
  | { readonly code: 'computed'; readonly expression: string };

/** Past this many possibilities nobody is helped by a list; and properties that double each other grow without end. */
const MAX_POSSIBILITIES = 16;
const MAX_LENGTH = 10_000;
const SHOWN_LENGTH = 100;

export function known(...values: readonly string[]): KnownValues {
  return { kind: 'known', values: [...new Set(values)] };
}

export function computed(expression: string): Values {
  return { kind: 'unknown', reason: { code: 'computed', expression: expression.slice(0, SHOWN_LENGTH) } };
}

/** Either of the two. */
export function either(a: Values, b: Values): Values {
  if (a.kind === 'unknown') return a;
  return b.kind === 'unknown' ? b : limited([...a.values, ...b.values]);
}

/** One after the other, in every combination. */
export function joined(a: Values, b: Values): Values {
  if (a.kind === 'unknown') return a;
  if (b.kind === 'unknown') return b;
  return limited(a.values.flatMap((left) => b.values.map((right) => left + right)));
}

function limited(values: readonly string[]): Values {
  const result = known(...values);
  const [first = ''] = values;
  const isTooMuch = result.values.length > MAX_POSSIBILITIES || values.some((value) => value.length > MAX_LENGTH);
  return isTooMuch ? computed(first) : result;
}
