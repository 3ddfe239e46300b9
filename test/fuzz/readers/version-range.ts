import { parseVersion } from '../../../src/app/versions/nuget-version.ts';
import { parseRange } from '../../../src/app/versions/version-range.ts';
import { textOf, treeOfText } from '../input/tree.ts';
import { hostilePiece, repeated } from '../mutate/hostile.ts';
import type { Target } from '../target.ts';

const parts = [
  '8',
  '.',
  '*',
  '-',
  '[',
  ']',
  '(',
  ')',
  ',',
  '8.6.3',
  '8.0.0-preview.10',
  'rc9.x',
  '+build',
  ' ',
  '*-*',
  '0',
  '99999999999999999999',
  '1e5',
  'v',
  '$(A)',
];

/** Versions and ranges, as they stand in a package reference. */
export const versionRangeTarget: Target = {
  name: 'version-range',
  limitMs: 1_000,
  generate(random) {
    const count = 1 + random.below(9);
    const pieces = Array.from({ length: count }, () => {
      const part = random.among(parts) ?? '8';
      return random.chance(0.05) ? repeated(part, random) : random.chance(0.05) ? hostilePiece(random) : part;
    });
    return treeOfText(pieces.join(''));
  },
  check(input) {
    parseRange(textOf(input));
    parseVersion(textOf(input));
  },
};
