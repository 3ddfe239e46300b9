import type { Dotnet } from './dotnet.ts';

/** What a part of the proof gets. `dotnet` is null on a machine without the SDK. */
export interface Context {
  readonly dotnet: Dotnet | null;
  /** What stands behind the part's name on the command line. */
  readonly options: readonly string[];
}

/** `unable` is what this machine cannot do: one plain sentence, and no failure. */
export type Outcome =
  | { readonly kind: 'proved'; readonly numbers: readonly string[] }
  | { readonly kind: 'failed'; readonly numbers: readonly string[]; readonly failures: readonly string[] }
  | { readonly kind: 'unable'; readonly reason: string };

export type Part = (context: Context) => Promise<Outcome>;

export function outcomeOf(numbers: readonly string[], failures: readonly string[]): Outcome {
  return failures.length === 0 ? { kind: 'proved', numbers } : { kind: 'failed', numbers, failures };
}
