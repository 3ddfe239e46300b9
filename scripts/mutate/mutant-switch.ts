/**
 * Which of the mutants that the instrumented sources carry is in force, and which of them a test reaches. The sources
 * ask through two globals (`instrument.ts` puts them in place of what the instrumenter writes), millions of times, so
 * both answer at once where nobody asked.
 */

interface Watch {
  /** How often each was reached, by its number. */
  readonly counts: Uint32Array;
  readonly reached: number[];
}

let active: number | null = null;
let hits = 0;
let limit = 0;
let watch: Watch | null = null;

export const switchNames = { isActive: '__mutate_isActive', reach: '__mutate_reach' } as const;

export function installSwitch(): void {
  Object.assign(globalThis, { [switchNames.isActive]: isActive, [switchNames.reach]: reach });
}

export function activate(mutant: number | null, most: number): void {
  active = mutant;
  limit = most;
  hits = 0;
}

/** Per test: a test more is no loop. */
export function countAnew(): void {
  hits = 0;
}

export function wasEndless(): boolean {
  return hits > limit;
}

export function watchReach(mutants: number): Watch {
  watch = { counts: new Uint32Array(mutants), reached: [] };
  return watch;
}

export function stopWatching(): void {
  watch = null;
}

function isActive(mutant: number): boolean {
  if (active !== mutant) return false;
  if (++hits > limit) throw new Error('a loop without an end');
  return true;
}

function reach(...mutants: readonly number[]): void {
  if (watch === null) return;
  const { counts, reached } = watch;
  for (const mutant of mutants) {
    const count = counts[mutant] ?? 0;
    if (count === 0) reached.push(mutant);
    counts[mutant] = count + 1;
  }
}
