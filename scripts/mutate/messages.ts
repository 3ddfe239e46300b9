/** What goes between the run and the process that tries mutants. */
export interface Job {
  readonly folder: string;
  readonly tests: readonly string[];
  readonly mutants: number;
  /** What another process has found out by running all tests once. */
  readonly memory: Memory | null;
}

/** What each test takes and reaches, in the order in which they are declared. */
export interface Memory {
  readonly groups: readonly { readonly milliseconds: number; readonly tests: readonly Reach[] }[];
  /** For each mutant how often a test reaches it at most. */
  readonly mostHits: Uint32Array;
}

/** A bit for each mutant. */
export type Reach = Uint8Array;

export type Asked = { readonly kind: 'load'; readonly job: Job } | Trial;

export interface Trial {
  readonly kind: 'try';
  readonly mutant: string;
  readonly file: string;
  /** Milliseconds of tests after which a mutant has survived. */
  readonly patience: number;
}

export type Told = Loaded | Tried;

/** Without a mutant, all tests pass. */
export interface Loaded {
  readonly kind: 'loaded';
  readonly tests: number;
  readonly failing: readonly string[];
  /** For each mutant the milliseconds of the tests that reach it; null where only loading a file does. */
  readonly reach: readonly (number | null)[];
  readonly memory: Memory;
}

export interface Tried {
  readonly kind: 'tried';
  readonly mutant: string;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: 'killed' }
  | { readonly kind: 'endless' }
  | { readonly kind: 'survived' }
  /** Patience ran out before all tests had run. */
  | { readonly kind: 'survived-most' };
