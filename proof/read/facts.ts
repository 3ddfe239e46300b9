/** Start and end in the text. */
export type Area = readonly [start: number, end: number];

/** What Roslyn says of one file, as compiled with one set of symbols; `oracle/Facts.cs` writes it. */
export interface SyntaxFacts {
  readonly kind: 'syntax';
  readonly job: string;
  readonly file: string;
  readonly symbols: readonly string[];
  readonly length: number;
  readonly hash: string;
  readonly errors: readonly SyntaxError[];
  readonly calls: readonly CallFact[];
  readonly usings: readonly UsingFact[];
  readonly types: readonly TypeFact[];
  readonly members: readonly MemberFact[];
  readonly comments: readonly Area[];
  readonly directives: readonly Area[];
  readonly inactive: readonly Area[];
  readonly texts: readonly TextFact[];
  readonly interpolations: readonly InterpolationFact[];
}

interface SyntaxError {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly block: Area;
}

export interface CallFact {
  readonly at: Area;
  readonly name: string;
  readonly nameAt: Area;
  readonly receiver: Area | null;
  readonly conditional: boolean;
  readonly types: readonly Area[];
  readonly arguments: readonly { readonly at: Area; readonly name: string | null; readonly value: Area }[];
  readonly chainStart: Area | null;
  readonly chain: readonly Area[];
  readonly statement: Area | null;
  readonly block: Area;
  readonly around: readonly string[];
  readonly conditions: readonly Area[];
  readonly container: string;
  readonly topLevel: boolean;
}

interface UsingFact {
  readonly at: Area;
  readonly sort: string;
  readonly global: boolean;
  readonly alias: string | null;
  readonly target: string;
}

interface TypeFact {
  readonly at: Area;
  readonly name: string;
  readonly container: string;
  readonly bases: readonly string[];
}

interface MemberFact {
  readonly at: Area;
  readonly name: string;
  readonly sort: string;
  readonly static: boolean;
  readonly type: string;
  readonly value: Area | null;
}

interface TextFact {
  readonly at: Area;
  readonly value: string;
}

interface InterpolationFact {
  readonly at: Area;
  readonly texts: readonly string[];
  readonly holes: readonly Area[];
}

/** What the names and expressions of one file mean, in an app compiled with one set of symbols. */
export interface MeaningFacts {
  readonly kind: 'meaning';
  readonly job: string;
  readonly file: string;
  readonly symbols: readonly string[];
  readonly ambiguities: readonly string[];
  /** A null value: a constant that is no string. */
  readonly constants: readonly { readonly at: Area; readonly value: string | null }[];
  readonly names: readonly NameFact[];
}

export interface NameFact {
  readonly at: Area;
  /** `elsewhere`: a local of the top-level statements of another file, which no name can mean. */
  readonly sort: 'local' | 'parameter' | 'range' | 'member' | 'elsewhere';
  /** Where the name stands in its declaration; -1 for what has none, such as `value`. */
  readonly declared: number;
}

export interface EditAnswer {
  readonly id: string;
  readonly problems: readonly string[];
}
