import type fc from 'fast-check';
import { seedTrees } from '../input/seeds.ts';
import type { Tree } from '../input/tree.ts';
import { sampled } from '../mutate/sampled.ts';
import type { Target } from '../target.ts';
import { demandPromises } from './memory-promises.ts';
import { withTerms } from './terms.ts';

/** An app whose projects come out of a grammar. */
export function projectsTarget(name: string, grammar: fc.Arbitrary<Tree>): Target {
  return {
    name,
    limitMs: 10_000,
    generate(random) {
      const base = random.among([...seedTrees().values()]) ?? new Map();
      const kept = [...base].filter(([path]) => !/\.(csproj|props)$/.test(path));
      return withTerms(new Map([...kept, ...sampled(grammar, random)]), random);
    },
    check: demandPromises,
  };
}
