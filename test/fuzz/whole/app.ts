import { seedTexts, seedTrees } from '../input/seeds.ts';
import { bytesOf, fileOf, type Tree } from '../input/tree.ts';
import { encoded } from '../mutate/bytes.ts';
import { structureOf } from '../mutate/structure-of.ts';
import { mutated } from '../mutate/text.ts';
import type { Random } from '../random.ts';
import type { Target } from '../target.ts';
import { withCanaries } from './canary-marks.ts';
import { demandPromises } from './memory-promises.ts';
import { withTerms } from './terms.ts';

/** A reader of one kind of file in its app: some fixture, in which files of that kind are not what they were. */
export function appTarget(
  name: string,
  kind: RegExp,
  made: Readonly<Record<string, (random: Random) => string>> = {},
): Target {
  return {
    name,
    limitMs: 10_000,
    generate(random) {
      const base = baseWith(kind, random, Object.keys(made).length > 0);
      const tree = new Map(base);
      for (const [path, text] of Object.entries(made)) if (random.chance(0.7)) tree.set(path, fileOf(text(random)));
      const paths = [...tree.keys()].filter((path) => kind.test(path));
      for (let count = random.pick([1, 1, 1, 2, 4]); count > 0; count--) {
        const path = random.among(paths);
        if (path !== undefined)
          tree.set(path, fileOf(mutatedFile(bytesOf(tree, path).toString('utf8'), path, kind, random)));
      }
      return withTerms(tree, random);
    },
    check: demandPromises,
  };
}

function baseWith(kind: RegExp, random: Random, anyWillDo: boolean): Tree {
  const trees = [...seedTrees().values()].filter(
    (tree) => anyWillDo || [...tree.keys()].some((path) => kind.test(path)),
  );
  return random.among(trees) ?? new Map();
}

export function mutatedFile(text: string, path: string, kind: RegExp, random: Random): Buffer {
  const changed = mutated(text, random, seedTexts(kind), structureOf(path));
  return encoded(random.chance(0.3) ? withCanaries(changed, random) : changed, random);
}
