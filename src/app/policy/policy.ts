import type { FileRange } from '../../location.ts';
import type { UnreadXmlFile } from '../xml-file.ts';

/** `config/authorization/policy.xml` of an app. */
export type ReadPolicy =
  | { readonly kind: 'missing' }
  /** It is listed among the files that were not read. */
  | UnreadXmlFile
  | { readonly kind: 'policy'; readonly policy: Policy };

/** An XACML policy, as far as who may do what depends on it. Rules and all in them stand in the order of the file. */
export interface Policy {
  readonly file: string;
  /** The root element, and its start tag. */
  readonly at: FileRange;
  readonly startTag: FileRange;
  readonly rules: readonly PolicyRule[];
  readonly levels: readonly AuthenticationLevel[];
  /** What makes every answer uncertain, wherever a rule stands. */
  readonly doubts: readonly PolicyDoubt[];
}

export interface PolicyDoubt {
  /** The start tag of the element. */
  readonly at: FileRange;
  readonly code: 'policy-set' | 'policy-target' | 'combining-algorithm' | 'unknown-element' | 'malformed';
  /** The algorithm, '' where none is named; else the element as written. */
  readonly name: string;
}

export interface PolicyRule {
  readonly at: FileRange;
  readonly startTag: FileRange;
  readonly id: string | null;
  readonly effect: 'Permit' | 'Deny' | 'unknown';
  readonly description: string | null;
  /** Every one must hold. Empty: it applies to all. */
  readonly anyOfs: readonly AnyOf[];
  /** What it holds besides description and target: its effect depends on it. */
  readonly doubts: readonly RuleDoubt[];
}

export interface RuleDoubt {
  /** The start tag of the element. */
  readonly at: FileRange;
  /** `malformed`: the target is not built as the standard demands, so nobody can tell what the rule applies to. */
  readonly code: 'condition' | 'obligations' | 'unknown-element' | 'malformed';
  /** The element as written. */
  readonly name: string;
}

/** Some one must hold. */
export interface AnyOf {
  readonly at: FileRange;
  readonly allOfs: readonly AllOf[];
}

/** Every match must hold. */
export interface AllOf {
  readonly at: FileRange;
  readonly matches: readonly Match[];
}

export interface Match {
  readonly at: FileRange;
  /** As written, decoded; without the white space around identifiers, with that around the value. */
  readonly matchId: string;
  readonly value: string;
  /** The element that holds the value; the match itself where it has none. */
  readonly valueAt: FileRange;
  readonly valueType: string;
  readonly attribute: MatchedAttribute;
  /** It is not written as the standard demands: no designator but a selector, none of its attributes, an issuer, … */
  readonly malformed: boolean;
}

export interface MatchedAttribute {
  readonly id: string;
  readonly category: string;
  readonly type: string;
  readonly mustBePresent: boolean;
}

export function matchesOf({ anyOfs }: PolicyRule): readonly Match[] {
  return anyOfs.flatMap(({ allOfs }) => allOfs.flatMap(({ matches }) => matches));
}

/** What an obligation of the policy demands of who is let in. */
export interface AuthenticationLevel {
  readonly at: FileRange;
  readonly of: 'everyone' | 'service-owner';
  /** null when it is no whole number. */
  readonly level: number | null;
}
