import type { Dotnet } from './dotnet.ts';

/** What a part of the proof gets. */
export interface Context {
  readonly dotnet: Dotnet;
  /** Those of the command line that the part declares in `parts.ts`, as they were written. */
  readonly options: readonly string[];
}

export type Outcome = Holds | Failed | Unable;

interface Holds {
  readonly kind: 'holds';
  readonly numbers: readonly string[];
}

export interface Failed {
  readonly kind: 'failed';
  readonly numbers: readonly string[];
  readonly failures: readonly string[];
}

/** What this machine cannot do: one plain sentence, and no failure. */
export interface Unable {
  readonly kind: 'unable';
  readonly reason: string;
}

export type Part = (context: Context) => Promise<Outcome>;

export function outcomeOf(numbers: readonly string[], failures: readonly string[]): Outcome {
  return failures.length === 0 ? { kind: 'holds', numbers } : { kind: 'failed', numbers, failures };
}
