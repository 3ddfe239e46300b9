import type { TextEdit } from '../../../files/edits.ts';

/** Why an operation leaves the text alone: each is a shape whose rewriting would need a person's judgement. */
export type Refusal =
  /** `#if` decides whether, or how, this is compiled. */
  | 'conditional-compilation'
  /** The parser could not follow the text around it. */
  | 'syntax-error'
  /** The `if` around it would lose its first branch and keep its `else`. */
  | 'if-with-else'
  /** The statement is all that a loop, `using`, `lock`, `try` or label holds. */
  | 'only-statement'
  /** The condition of the `if` that would go does something besides deciding. */
  | 'condition-with-effects'
  /** Nothing would be left of an expression body or a lambda. */
  | 'expression-body'
  /** What the call returns is used in a way that its receiver cannot stand in for. */
  | 'value-used'
  /** `a?.Call().Next()`: without the call the null check would be lost. */
  | 'null-conditional'
  /** A comment stands where the text would have to be joined. */
  | 'comment-in-the-way'
  /** A local that only this used does something when it is initialised. */
  | 'local-with-effects'
  /** A `#region` or another directive stands around it, or on the way. */
  | 'directive-in-the-way'
  /** Other code stands on its line. */
  | 'shares-line'
  /** The text is not what it was when the change was asked for. */
  | 'not-found';

export type Operation =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function refused(refusal: Refusal): Operation {
  return { kind: 'refused', refusal };
}

export function edits(...made: readonly TextEdit[]): Operation {
  return { kind: 'edits', edits: made };
}

export function deletion(range: { readonly start: number; readonly end: number }): TextEdit {
  return { start: range.start, end: range.end, replacement: '' };
}

export function editsOf(operation: Operation): readonly TextEdit[] {
  return operation.kind === 'edits' ? operation.edits : [];
}

export function isDeletion({ start, end }: TextEdit): boolean {
  return end > start;
}
