import type { FileRange } from '../../../location.ts';

/** What an expression is worth, as far as the source alone decides it. */
export type Evaluation = KnownString | Unknown;

interface KnownString {
  readonly kind: 'known';
  readonly value: string;
  /** The declarations and arguments it was read through, such as a constant in another file, in the order read. */
  readonly via: readonly FileRange[];
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
}

export type UnknownReason =
  /** A parameter: of a lambda, or of a method whose calls were not found or pass something unknown. */
  | { readonly code: 'parameter'; readonly name: string }
  /** The calls that were found pass different values. */
  | { readonly code: 'parameter-varies'; readonly name: string }
  /** A local, parameter or readonly field that is given a value in more than one place. */
  | { readonly code: 'reassigned'; readonly name: string }
  /** A loop, pattern, `out`, `catch` or query variable, or a declaration that holds no value. */
  | { readonly code: 'set-at-run-time'; readonly name: string }
  /** A field or property that other code may set. */
  | { readonly code: 'mutable'; readonly name: string }
  /** A virtual, abstract or interface property. */
  | { readonly code: 'overridable'; readonly name: string }
  /** A static field that is read by an initializer above it, and so is still null. */
  | { readonly code: 'read-before-set'; readonly name: string }
  /** The name leads to several declarations that disagree. */
  | { readonly code: 'ambiguous'; readonly name: string }
  /** No declaration of the name in this app. */
  | { readonly code: 'undeclared'; readonly name: string }
  /** Alternatives that disagree. */
  | { readonly code: 'conditional'; readonly expression: string }
  /** The `#if` branches of the file disagree. */
  | { readonly code: 'differs-by-symbols'; readonly file: string }
  /** Anything that has to run to be known; the text is shortened. */
  | { readonly code: 'computed'; readonly expression: string }
  /** A value that is known, and is not a string. */
  | { readonly code: 'not-a-string'; readonly expression: string }
  /** The parser could not follow the source around it. */
  | { readonly code: 'not-understood'; readonly expression: string }
  /** Cyclic, or nested, long or branching beyond what people write. */
  | { readonly code: 'too-deep' };

/** What operands are before they become text. Numbers are never negative: their sign depends on the culture. */
export type Value =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'integer'; readonly number: bigint }
  | { readonly kind: 'null' };

export interface KnownValue {
  readonly kind: 'known';
  readonly value: Value;
  readonly via: readonly FileRange[];
}

export type Result = KnownValue | Unknown;

/** No configuration key is this long; doubling constants would otherwise grow without end. */
const longestString = 1_000_000;

export function unknown(reason: UnknownReason): Unknown {
  return { kind: 'unknown', reason };
}

export function known(value: Value, via: readonly FileRange[] = []): KnownValue {
  return { kind: 'known', value, via };
}

export function knownText(text: string, via: readonly FileRange[] = []): Result {
  return text.length > longestString ? unknown({ code: 'too-deep' }) : known({ kind: 'string', text }, via);
}

export function readThrough(result: Result, ...declarations: readonly FileRange[]): Result {
  return result.kind === 'known' ? known(result.value, joinVia([declarations, result.via])) : result;
}

/** As `ToString`, concatenation and interpolation print it. */
export function display(value: Value): string {
  switch (value.kind) {
    case 'integer':
      return String(value.number);
    case 'null':
      return '';
    default:
      return value.text;
  }
}

export function sameValue(a: Value, b: Value): boolean {
  return a.kind === b.kind && display(a) === display(b);
}

/** One result for several ways to read the same thing. */
export function agreed(results: readonly Result[], otherwise: UnknownReason): Result {
  const [first, ...others] = results;
  if (first === undefined) return unknown(otherwise);
  if (first.kind === 'unknown') return others.some(({ kind }) => kind === 'known') ? unknown(otherwise) : first;
  const via = [first.via];
  for (const other of others) {
    if (other.kind === 'unknown' || !sameValue(first.value, other.value)) return unknown(otherwise);
    via.push(other.via);
  }
  return known(first.value, joinVia(via));
}

export function joinVia(parts: readonly (readonly FileRange[])[]): readonly FileRange[] {
  const byPlace = new Map<string, FileRange>();
  for (const { file, start, end } of parts.flat()) byPlace.set(`${file}:${start}:${end}`, { file, start, end });
  return [...byPlace.values()];
}
