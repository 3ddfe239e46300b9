import { WrongUse } from '../commands/wrong-use.ts';
import type { Words } from '../words/words.ts';

/** The value when it is one of those allowed, undefined when none was given; anything else is wrong use. */
export function oneOf<T extends string>(
  option: string,
  given: string | undefined,
  allowed: readonly T[],
  words: Words,
): T | undefined {
  if (given === undefined) return undefined;
  const found = allowed.find((value) => value === given);
  if (found === undefined) throw new WrongUse(words.misuse.badValue(option, given, allowed));
  return found;
}
