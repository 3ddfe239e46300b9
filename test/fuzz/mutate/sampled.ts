import fc from 'fast-check';
import type { Random } from '../random.ts';

/** One value of a grammar, the same for the same random numbers. */
export function sampled<T>(grammar: fc.Arbitrary<T>, random: Random): T {
  const [value] = fc.sample(grammar, { seed: random.below(2 ** 31), numRuns: 1 });
  if (value === undefined) throw new Error('a grammar without values');
  return value;
}
