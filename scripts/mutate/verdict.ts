import type { Outcome } from './messages.ts';
import type { Mutant } from './mutant.ts';

export interface Tried {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
}

export type Verdict =
  | Outcome['kind']
  | 'hung'
  | 'crashed'
  /** By the compiler, and so not tried: it says nothing about the tests. */
  | 'refused';

export function isUnnoticed(verdict: Verdict): boolean {
  return verdict === 'survived' || verdict === 'survived-most';
}
