import { describe, expect, test } from 'vitest';
import { type Mutant, type Stratum, strata } from '../../scripts/mutate/mutant.ts';
import { shuffled } from '../../scripts/mutate/sample.ts';
import { scoresOf } from '../../scripts/mutate/score.ts';
import type { Verdict } from '../../scripts/mutate/verdict.ts';

function mutantsIn(stratum: Stratum, count: number): readonly Mutant[] {
  return Array.from({ length: count }, (_, index) => {
    return {
      id: `${stratum} ${index}`,
      stratum,
      file: `src/${stratum}/a.ts`,
      line: 1,
      start: 0,
      end: 1,
      mutator: '',
      replacement: '',
    };
  });
}

const mutants = [...mutantsIn('app', 30), ...mutantsIn('rules', 10), ...mutantsIn('migrate', 5)];

describe('a sample of mutants', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(shuffled(mutants, 7)).toEqual(shuffled(mutants, 7));
    expect(shuffled(mutants, 8)).not.toEqual(shuffled(mutants, 7));
  });

  test('takes as many of each folder, as long as there are any', () => {
    const counts = (size: number) =>
      strata.map(
        (stratum) =>
          shuffled(mutants, 1)
            .slice(0, size)
            .filter((one) => one.stratum === stratum).length,
      );
    expect(counts(15)).toEqual([5, 5, 5]);
    expect(counts(45)).toEqual([10, 5, 30]);
  });
});

describe('a score', () => {
  const textsOf = (verdicts: readonly Verdict[], extent: 'all' | 'part' = 'all') => {
    const [mutant] = mutantsIn('rules', 1);
    return scoresOf(
      verdicts.flatMap((verdict) => (mutant ? [{ mutant, verdict }] : [])),
      extent,
      mutants,
      mutants.slice(0, -10),
    );
  };
  const of = (killed: number, survived: number): readonly Verdict[] => [
    ...Array.from({ length: killed }, () => 'killed' as const),
    ...Array.from({ length: survived }, () => 'survived' as const),
  ];

  test('is the share that the tests notice, with where that of all lies', () => {
    const [score, ...others] = textsOf(of(90, 10));
    expect(score?.text).toContain('src/rules: 90.0 % noticed, 90 of 100; with 95 % certainty 82.6 % to 94.5 % of all');
    expect(others).toEqual([]);
  });

  test('does not count what does not compile', () => {
    expect(textsOf([...of(3, 1), 'refused'])[0]?.text).toContain('75.0 % noticed, 3 of 4');
  });

  test('fails where nothing compiles: nothing was tried', () => {
    const [score] = textsOf(['refused'], 'part');
    expect(score?.passes).toBe(false);
    expect(score?.text).toContain('nothing was tried');
  });

  test('tells the share that was left out, since it acts only while a file is loaded', () => {
    expect(textsOf(of(1, 0))[0]?.text).toContain('50.0 % of its 10 mutants left out');
  });

  test.each<[string, readonly Verdict[], boolean]>([
    ['85 % pass', of(85, 15), true],
    ['less does not', of(84, 16), false],
    ['a mutant that never ends is noticed', ['hung', 'endless', 'crashed'], true],
    ['one not tried against all tests is not', ['survived-most'], false],
  ])('%s', (_, verdicts, passes) => {
    expect(textsOf(verdicts).map((score) => score.passes)).toEqual([passes]);
  });

  test.each<[string, readonly Verdict[], boolean]>([
    ['may lie below by chance', of(84, 16), true],
    ['fails where all do with 95 % certainty', of(70, 30), false],
  ])('a part %s', (_, verdicts, passes) => {
    expect(textsOf(verdicts, 'part').map((score) => score.passes)).toEqual([passes]);
  });
});
