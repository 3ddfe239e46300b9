import type { Range } from '../../location.ts';

/** The index of the first that starts at the offset or behind it. */
export function firstFrom(inOrder: readonly Range[], offset: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
