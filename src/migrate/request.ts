import type { TextEdit } from '../files/edits.ts';
import type { Change } from '../rules/finding.ts';
import type { Operation } from '../syntax/csharp/operations/operation.ts';
import type { Reason } from '../words/reasons.ts';
import type { RuleId } from '../words/rule-words.ts';

/** A change that a rule wants. */
export interface Request {
  readonly change: Change;
  readonly rule: RuleId;
}

/** Why a change cannot be made. */
export interface Obstacle<R extends Request> {
  readonly request: R;
  readonly reason: Reason;
}

export type Outcome =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly reason: Reason };

export function refusedWith(reason: Reason): Outcome {
  return { kind: 'refused', reason };
}

export function outcomeOf(operation: Operation): Outcome {
  return operation.kind === 'edits' ? operation : refusedWith({ code: 'refused', refusal: operation.refusal });
}
