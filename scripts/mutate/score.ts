import { type Mutant, strata } from './mutant.ts';
import { isUnnoticed, type Tried, type Verdict } from './verdict.ts';

/** The least share that passes. */
export const least = 0.85;

export interface Score {
  readonly text: string;
  readonly passes: boolean;
}

/**
 * Of each folder of which something was tried. What does not compile, and so cannot be, does not count. A part of the mutants fails
 * only where what is true of all is below the least with 95 % certainty: a few unlucky draws are no reason.
 */
export function scoresOf(
  tried: readonly Tried[],
  extent: 'all' | 'part',
  mutants: readonly Mutant[],
  atRun: readonly Mutant[],
): readonly Score[] {
  return strata.flatMap((stratum) => {
    const within = (all: readonly Mutant[]) => all.filter((mutant) => mutant.stratum === stratum);
    const own = tried.filter(({ mutant }) => mutant.stratum === stratum).map(({ verdict }) => verdict);
    if (own.length === 0) return [];
    const [all, run] = [within(mutants).length, within(atRun).length];
    const score = scoreOf(`src/${stratum}`, own, extent);
    // One that takes effect only while its file is loaded would need a process of its own.
    const left = `${percent((all - run) / all)} of its ${all} mutants left out, which act only while a file is loaded`;
    return [{ ...score, text: `${score.text}\n  ${left}` }];
  });
}

function scoreOf(folder: string, verdicts: readonly Verdict[], extent: 'all' | 'part'): Score {
  const count = (...kinds: readonly Verdict[]) => verdicts.filter((verdict) => kinds.includes(verdict)).length;
  const refused = count('refused');
  const of = verdicts.length - refused;
  if (of === 0) return { text: `${folder}: nothing was tried: none of ${refused} mutants compiles`, passes: false };
  const noticed = of - verdicts.filter(isUnnoticed).length;
  const share = noticed / of;
  const [from, to] = interval(share, of);
  const parts = [
    `${folder}: ${percent(share)} noticed, ${noticed} of ${of}; with 95 % certainty ${percent(from)} to ${percent(to)} of all`,
    `${count('endless', 'hung', 'crashed')} by never ending or breaking the process`,
    `${count('survived-most')} unnoticed ones not tried against all tests`,
    `${refused} more do not compile, and do not count`,
  ];
  return { text: parts.join('\n  '), passes: (extent === 'all' ? share : to) >= least };
}

/** Wilson's. */
function interval(share: number, of: number): readonly [number, number] {
  const z = 1.96;
  const middle = share + (z * z) / (2 * of);
  const around = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return [(middle - around) / whole, (middle + around) / whole];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
