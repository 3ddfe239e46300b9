import type { FileRange } from '../../location.ts';

/** Why nobody can tell, without asking Altinn's decision point, whether a request is let through. */
export type Doubt =
  | { readonly code: 'policy-set' | 'policy-target'; readonly at: FileRange }
  | { readonly code: 'combining-algorithm' | 'unknown-element'; readonly at: FileRange; readonly name: string }
  /** Of a rule that may apply. */
  | { readonly code: 'deny' | 'condition' | 'obligations' | 'unknown-effect' | 'malformed'; readonly at: FileRange }
  /** The decision point of Altinn gives up over such a function, wherever it meets one. */
  | { readonly code: 'unknown-function'; readonly at: FileRange; readonly name: string }
  | { readonly code: 'unknown-data-type' | 'unknown-attribute'; readonly at: FileRange; readonly name: string }
  /** It gives up as well when the request has no such attribute. */
  | { readonly code: 'must-be-present'; readonly at: FileRange; readonly name: string }
  /** Only the one that is named lets the request through. */
  | { readonly code: 'evaluations-differ'; readonly at: FileRange; readonly permittedBy: 'standard' | 'altinn' }
  /** White space around the value: whether it is compared is not told. */
  | { readonly code: 'white-space'; readonly at: FileRange; readonly name: string }
  /** A literal org or app, and no metadata to compare it with. */
  | { readonly code: 'own-name-unknown'; readonly at: FileRange; readonly name: string }
  /** A rule is bound to a task or an end event, and the process could not be read. */
  | { readonly code: 'process-unknown'; readonly at: FileRange };
