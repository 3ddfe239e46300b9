/** What is mutated; each has a score of its own. */
export const strata = ['rules', 'migrate', 'app'] as const;
export type Stratum = (typeof strata)[number];

/** One way in which the sources could be wrong. */
export interface Mutant {
  /** Its number among all: the same for the same sources. */
  readonly id: string;
  readonly stratum: Stratum;
  readonly file: string;
  readonly line: number;
  /** Offsets of what is replaced. */
  readonly start: number;
  readonly end: number;
  readonly mutator: string;
  readonly replacement: string;
}
