import { expect } from 'vitest';
import { inputOf } from './child.ts';
import type { Target } from './target.ts';
import { tryInput } from './try-input.ts';

/** The first inputs of a fixed seed: what fails is named by its number. Times are not looked at. */
export async function expectNoFailure(target: Target, inputs: number): Promise<void> {
  const failures: string[] = [];
  for (let number = 0; number < inputs; number++) {
    const { failure } = await tryInput({ ...target, limitMs: Infinity }, inputOf(target, 'test', number));
    if (failure !== null) failures.push(`input ${number}: ${failure.signature}\n${failure.details}`);
  }
  expect(failures).toEqual([]);
}
