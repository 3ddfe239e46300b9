import { type Mutant, type Stratum, strata } from './mutant.ts';

/** In an order that the seed alone decides, a mutant of each stratum in turn, so that any start of it is fair to all. */
export function shuffled(mutants: readonly Mutant[], seed: number): readonly Mutant[] {
  const random = randomFrom(seed);
  const piles = new Map<Stratum, readonly Mutant[]>(
    strata.map((stratum) => [
      stratum,
      shuffle(
        mutants.filter((mutant) => mutant.stratum === stratum),
        random,
      ),
    ]),
  );
  const longest = Math.max(0, ...[...piles.values()].map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    [...piles.values()].flatMap((pile) => pile.slice(turn, turn + 1)),
  ).flat();
}

function shuffle(mutants: readonly Mutant[], random: () => number): readonly Mutant[] {
  return mutants
    .map((mutant) => ({ mutant, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ mutant }) => mutant);
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
