import type { Tree } from './input/tree.ts';
import type { Random } from './random.ts';

/** One reader, or the tool as a whole, under fire. */
export interface Target {
  readonly name: string;
  generate(random: Random): Tree;
  /** Throws when a promise is broken. */
  check(input: Tree): void | Promise<void>;
  /** More processor time than this for one input is a failure. */
  readonly limitMs: number;
}

/** What the check of a promise throws, so that it is told from a crash of the tool. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

export function demand(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Broken(promise);
}
