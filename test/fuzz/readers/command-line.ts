import { parseCommandLine } from '../../../src/cli/parse.ts';
import { WrongUse } from '../../../src/commands/wrong-use.ts';
import { en } from '../../../src/words/en.ts';
import { textOf, treeOfText } from '../input/tree.ts';
import { hostilePiece } from '../mutate/hostile.ts';
import { demand, type Target } from '../target.ts';

const parts = [
  'audit',
  'fix',
  'explain',
  'rules',
  '--',
  '-',
  '--format',
  '--format=',
  'json=x',
  '--no-color',
  '--no-x',
  '--decide',
  'a=b',
  '=',
  '--rule',
  'config/custom-path',
  '-h',
  '-hv',
  '-x',
  '--lang',
  'nb',
  '--quiet=1',
  '--__proto__',
  '--constructor',
  '--today',
  '',
  ' ',
  '--fromat',
  '--phase',
  'switch',
  '.',
];

/** What a shell hands over, one argument a line. */
export const commandLineTarget: Target = {
  name: 'command-line',
  limitMs: 1_000,
  generate(random) {
    const count = random.below(8);
    const args = Array.from({ length: count }, () =>
      random.chance(0.1) ? hostilePiece(random) : (random.among(parts) ?? ''),
    );
    return treeOfText(args.join('\n'));
  },
  check(input) {
    try {
      const { values } = parseCommandLine(textOf(input).split('\n'), en);
      for (const given of values.values())
        demand(
          given.every((one) => one !== ''),
          'no option has an empty value',
        );
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
    }
  },
};
