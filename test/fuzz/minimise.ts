import { fileOf, sizeOf, type Tree } from './input/tree.ts';

/** A smaller input that fails in the same way, found by leaving out what can be left out, within a time. */
export async function minimised(
  input: Tree,
  failsAlike: (smaller: Tree) => Promise<boolean>,
  forMs: number,
): Promise<Tree> {
  const end = performance.now() + forMs;
  let best = input;
  const tries = async (smaller: Tree) => {
    if (performance.now() > end || sizeOf(smaller) >= sizeOf(best) || !(await failsAlike(smaller))) return false;
    best = smaller;
    return true;
  };
  for (let size = -1; size !== sizeOf(best) && performance.now() < end; ) {
    size = sizeOf(best);
    for (const path of best.keys()) await tries(new Map([...best].filter(([other]) => other !== path)));
    for (const path of best.keys()) await withoutPieces(path);
  }
  return best;

  /** Halves, quarters and so on of its lines, then of its characters. */
  async function withoutPieces(path: string): Promise<void> {
    const splits: readonly (RegExp | '')[] = [/(?<=\n)/, ''];
    for (const split of splits) {
      for (let step = piecesOf(best, path, split).length; step >= 1; step = Math.floor(step / 2)) {
        for (let at = 0; at < piecesOf(best, path, split).length && performance.now() < end; ) {
          const pieces = piecesOf(best, path, split);
          const rest = [...pieces.slice(0, at), ...pieces.slice(at + step)].join('');
          const isTaken = await tries(new Map(best).set(path, fileOf(Buffer.from(rest, 'latin1'))));
          if (!isTaken) at += step;
        }
      }
    }
  }
}

function piecesOf(tree: Tree, path: string, split: RegExp | ''): readonly string[] {
  const entry = tree.get(path);
  return entry?.kind === 'file' ? entry.bytes.toString('latin1').split(split) : [];
}
