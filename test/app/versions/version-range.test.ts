import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allows } from '../../../src/app/versions/allows.ts';
import { version } from '../../../src/app/versions/nuget-version.ts';
import { parseRange } from '../../../src/app/versions/version-range.ts';

function allowed(range: string, versions: readonly string[]): readonly string[] {
  const parsed = parseRange(range);
  if (parsed === null) throw new Error(`not a range: ${range}`);
  return versions.filter((text) => allows(parsed, version(text)));
}

const some = ['7.9.0', '8.0.0', '8.6.0', '8.6.6', '8.9.2', '8.12.7', '9.0.0-preview.1', '9.0.0', '9.1.0'];

describe('a range', () => {
  test.each([
    ['8.9.2', ['8.9.2', '8.12.7', '9.0.0', '9.1.0']],
    ['9.0.0-preview.1', ['9.0.0-preview.1', '9.0.0', '9.1.0']],
    ['[8.9.2]', ['8.9.2']],
    ['[ 8.9.2 ]', ['8.9.2']],
    ['8.*', ['8.0.0', '8.6.0', '8.6.6', '8.9.2', '8.12.7']],
    ['8.6.*', ['8.6.0', '8.6.6']],
    ['*', ['7.9.0', '8.0.0', '8.6.0', '8.6.6', '8.9.2', '8.12.7', '9.0.0', '9.1.0']],
    ['*-*', some],
    ['9.*-*', ['9.0.0-preview.1', '9.0.0', '9.1.0']],
    ['9.0.0-*', ['9.0.0-preview.1', '9.0.0']],
    ['9.0.0-preview.*', ['9.0.0-preview.1', '9.0.0']],
    ['9.0.0-rc.*', ['9.0.0']],
    ['[8.0,9.0)', ['8.0.0', '8.6.0', '8.6.6', '8.9.2', '8.12.7']],
    ['(8.0,9.0]', ['8.6.0', '8.6.6', '8.9.2', '8.12.7', '9.0.0']],
    ['(,8.6.6)', ['7.9.0', '8.0.0', '8.6.0']],
    ['[9.0.0-preview.1,)', ['9.0.0-preview.1', '9.0.0', '9.1.0']],
    ['[8.6.*,8.12.0]', ['8.6.0', '8.6.6']],
    ['( , 8.6.6 )', ['7.9.0', '8.0.0', '8.6.0']],
    ['[*,9.0)', ['7.9.0', '8.0.0', '8.6.0', '8.6.6', '8.9.2', '8.12.7']],
    ['[*-*,9.0.0]', ['7.9.0', '8.0.0', '8.6.0', '8.6.6', '8.9.2', '8.12.7', '9.0.0-preview.1', '9.0.0']],
    ['[9.0.0-*,9.1.0)', ['9.0.0-preview.1', '9.0.0']],
    ['[9.0.0-preview.*,9.1.0)', ['9.0.0-preview.1', '9.0.0']],
    ['(,)', ['7.9.0', '8.0.0', '8.6.0', '8.6.6', '8.9.2', '8.12.7', '9.0.0', '9.1.0']],
  ])('%s takes in what it says', (range, expected) => {
    expect(allowed(range, some)).toEqual(expected);
  });

  test.each([
    '',
    '(8.0)',
    '[8.0)',
    '(8.0]',
    '[9.*,8.0]',
    '[8.0,x]',
    '[x,9.0]',
    '[x.*,9.0]',
    ',',
    '8.0,9.0',
    'x[8.0]',
    '[8.0]x',
    '[8.0',
    '8.0]',
    '[9.0,8.0]',
    '(8.0,8.0)',
    '[8.0,9.0,10.0]',
    '[a,b]',
    '[]',
    '*.8',
    '8.*.1',
    '$(X)',
  ])('%j is none', (written) => {
    expect(parseRange(written)).toBeNull();
  });
});

describe('an interval of releases', () => {
  const number = fc.integer({ min: 0, max: 4 });
  const release = fc.tuple(number, number, number);

  test('agrees with comparing numbers one by one', () => {
    fc.assert(
      fc.property(
        fc.option(release),
        fc.option(release),
        fc.boolean(),
        fc.boolean(),
        release,
        (lower, upper, withLower, withUpper, candidate) => {
          const range = `${withLower ? '[' : '('}${lower?.join('.') ?? ''},${upper?.join('.') ?? ''}${withUpper ? ']' : ')'}`;
          const parsed = parseRange(range);
          const weight = ([major, minor, patch]: readonly number[]) =>
            (major ?? 0) * 100 + (minor ?? 0) * 10 + (patch ?? 0);
          const at = weight(candidate);
          const isInside =
            (lower === null || at > weight(lower) || (withLower && at === weight(lower))) &&
            (upper === null || at < weight(upper) || (withUpper && at === weight(upper)));
          expect(parsed !== null && allows(parsed, version(candidate.join('.')))).toBe(isInside);
        },
      ),
    );
  });

  test('takes in no preview, wherever it stands', () => {
    fc.assert(
      fc.property(release, release, release, (lower, upper, candidate) => {
        const parsed = parseRange(`[${lower.join('.')},${upper.join('.')}]`);
        expect(parsed !== null && allows(parsed, version(`${candidate.join('.')}-rc.1`))).toBe(false);
      }),
    );
  });

  test('never takes more than the same interval with wider bounds', () => {
    fc.assert(
      fc.property(release, release, release, (a, b, candidate) => {
        const narrow = parseRange(`[${a.join('.')},${b.join('.')}]`);
        const wide = parseRange(`[0.0.0,${b.join('.')}]`);
        const at = version(candidate.join('.'));
        if (narrow !== null && allows(narrow, at)) expect(wide !== null && allows(wide, at)).toBe(true);
      }),
    );
  });
});

test('a floating version takes in what begins with its numbers', () => {
  const number = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(fc.array(number, { maxLength: 3 }), fc.tuple(number, number, number), (prefix, candidate) => {
      const parsed = parseRange([...prefix, '*'].join('.'));
      const begins = `${candidate.join('.')}.`.startsWith(prefix.map((part) => `${part}.`).join(''));
      expect(parsed !== null && allows(parsed, version(candidate.join('.')))).toBe(begins);
    }),
  );
});
