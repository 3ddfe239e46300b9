import type { Range } from '../../../location.ts';

/** A call that asks for a token, by what must be written anew for the built-in client; offsets are the file's. */
export interface TokenCall {
  readonly exchange: boolean;
  /** The method's name. */
  readonly name: Range;
  readonly scope: Scope;
  readonly result: TokenResult;
}

/** The scopes that are asked for, one text in the old clients and a list in the built-in one. */
export interface Scope {
  /** The expression. */
  readonly at: Range;
  /** Several that stand in one literal; null for any other expression, which is passed on as it is. */
  readonly parts: readonly string[] | null;
  /** All of them, whoever says them; null when they cannot be told. */
  readonly asked: readonly string[] | null;
  /** What stands between the list of arguments and the expression: the list of scopes begins and ends there. */
  readonly before: Range;
  readonly after: Range;
}

/** What the code does with the token, which is no longer a string by itself. */
export type TokenResult =
  /** Nobody asks for it. */
  | { readonly kind: 'dropped' }
  /** The task itself is handed on: it must be awaited for the token to become a string. */
  | {
      readonly kind: 'handed-on';
      readonly task: Range;
      readonly asyncAt: number;
      readonly alsoAwaited: readonly number[];
    }
  | {
      readonly kind: 'used';
      /** Of a local that is set to the token: what its type must become `string` in place of; else nothing. */
      readonly local: Local | null;
      readonly waits: 'await' | 'blocks';
      /** Parentheses, and the name of a member, around what waits: written anew, as the token needs others. */
      readonly before: Range;
      readonly after: Range;
    };

/** `type` is null where what is written takes a string already. */
export interface Local {
  readonly type: Range | null;
}
