import type { FileRange } from '../../location.ts';
import type { UnknownAccess } from '../../words/reasons.ts';

/** Scopes that one place asks for. */
export interface ScopeRequest {
  readonly scopes: readonly string[];
  /** null for what stands nowhere in the app's files. */
  readonly at: FileRange | null;
  /** By a library, in its own name. */
  readonly implied: boolean;
  /** With credentials that stay the app's own, as was decided. */
  readonly stays: boolean;
}

/** A place that asks for scopes which cannot be told. */
export interface UnresolvedScopes {
  /** The method or type that asks. */
  readonly by: string;
  readonly at: FileRange;
  readonly because: UnknownAccess;
}

/** Settings files of deployed environments that do not agree on what a client asks for. */
export interface DifferingScopes {
  readonly section: string;
  readonly files: readonly ScopesOfFile[];
  /** Whether some deployed environment has none. */
  readonly unsetElsewhere: boolean;
}

export interface ScopesOfFile {
  readonly scopes: readonly string[];
  readonly at: FileRange;
}

/** What some part of the app asks for. */
export interface Requests {
  readonly requests: readonly ScopeRequest[];
  readonly unresolved: readonly UnresolvedScopes[];
  readonly differing: readonly DifferingScopes[];
}

export const nothingAsked: Requests = { requests: [], unresolved: [], differing: [] };

export function together(parts: readonly Requests[]): Requests {
  return {
    requests: parts.flatMap(({ requests }) => requests),
    unresolved: parts.flatMap(({ unresolved }) => unresolved),
    differing: parts.flatMap(({ differing }) => differing),
  };
}
