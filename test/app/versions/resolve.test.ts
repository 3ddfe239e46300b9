import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allows } from '../../../src/app/versions/allows.ts';
import { lineOf } from '../../../src/app/versions/line.ts';
import { version } from '../../../src/app/versions/nuget-version.ts';
import { resolveRange } from '../../../src/app/versions/resolve.ts';
import { parseRange } from '../../../src/app/versions/version-range.ts';

function resolved(range: string): string {
  const parsed = parseRange(range);
  if (parsed === null) throw new Error(`not a range: ${range}`);
  const result = resolveRange(parsed);
  if (result.kind === 'nothing-allowed') return result.kind;
  return `${result.kind} ${result.kind === 'line-only' ? result.atLeast.text : result.version.text}`;
}

describe('what a declared version resolves to', () => {
  test.each([
    ['8.9.2', 'exact 8.9.2'],
    ['8.9.2.0', 'exact 8.9.2'],
    ['[8.9.2]', 'exact 8.9.2'],
    ['[8.9.2,8.9.2]', 'exact 8.9.2'],
    ['8.5.0-rc.9', 'exact 8.5.0-rc.9'],
    ['9.0.0-preview.1', 'exact 9.0.0-preview.1'],
    ['8', 'exact 8.0.0'],
    ['[8.6.*,8.6.0]', 'exact 8.6.0'],
    ['8.12.17', 'exact 8.12.17'],
  ])('%s is that very version: %s', (range, expected) => {
    expect(resolved(range)).toBe(expected);
  });

  test.each([
    ['8.*', 'newest-allowed 8.12.7'],
    ['*', 'newest-allowed 8.12.7'],
    ['8.*-*', 'newest-allowed 8.12.7'],
    ['8.6.*', 'newest-allowed 8.6.6'],
    ['8.12.*', 'newest-allowed 8.12.7'],
    ['[8.0,9.0)', 'newest-allowed 8.12.7'],
    ['[8.0,)', 'newest-allowed 8.12.7'],
    ['(,8.3)', 'newest-allowed 8.2.6'],
    ['[8.0,8.9.1)', 'newest-allowed 8.9.0'],
    ['[8.5.0,8.5.3]', 'newest-allowed 8.5.3'],
    ['[8.0,9.0]', 'newest-allowed 8.12.7'],
    ['8.5.0-*', 'newest-allowed 8.5.0'],
    ['[8.5.0-rc.1,9.0)', 'newest-allowed 8.12.7'],
    ['[8.5.0-rc.1,8.5.0-rc.9]', 'newest-allowed 8.5.0-rc.9'],
    ['[8.6.*,9.0)', 'newest-allowed 8.6.6'],
  ])('%s is the newest known that it allows: %s', (range, expected) => {
    expect(resolved(range)).toBe(expected);
  });

  test.each([
    ['7.*', 'line-only 7.0.0'],
    ['7.4.*', 'line-only 7.4.0'],
    ['[6.0,7.0)', 'line-only 6.0.0'],
    ['*-*', 'line-only 9.0.0-0'],
    ['9.*-*', 'line-only 9.0.0-0'],
    ['9.*', 'line-only 9.0.0'],
    ['8.13.*', 'line-only 8.13.0'],
    ['8.13.*-*', 'line-only 8.13.0-0'],
    ['[7.4.*,8.0)', 'line-only 7.4.0'],
    ['[7.*-*,8.0)', 'line-only 7.0.0'],
    ['(8.13.0,8.14.0)', 'line-only 8.13.0'],
  ])('of %s only the line is known: %s', (range, expected) => {
    expect(resolved(range)).toBe(expected);
  });

  test('there was no 8.4: NuGet takes the next one up', () => {
    expect(resolved('8.4.*')).toBe('newest-allowed 8.5.0');
    expect(resolved('8.4.1')).toBe('exact 8.5.0');
    expect(resolved('8.4.0-preview.1')).toBe('exact 8.4.0-preview.1');
  });

  test('a range in which nothing is known is said to be one', () => {
    expect(resolved('(,1.0)')).toBe('nothing-allowed');
  });

  test('the newest allowed is allowed, and nothing allowed that is known is newer', () => {
    const bound = fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 7 }));
    fc.assert(
      fc.property(bound, bound, ([low, lowPatch], [high, highPatch]) => {
        const range = parseRange(`[8.${low}.${lowPatch},8.${high}.${highPatch}]`);
        const result = range && resolveRange(range);
        if (range === null || result?.kind !== 'newest-allowed') return;
        expect(allows(range, result.version)).toBe(true);
        for (const known of ['8.0.0', '8.3.4', '8.5.5', '8.6.6', '8.9.1', '8.12.7'].map(version)) {
          if (allows(range, known)) expect(result.version.minor).toBeGreaterThanOrEqual(known.minor);
        }
      }),
    );
  });
});

test.each([
  ['3.0.0', '<8.3'],
  ['7.15.2', '<8.3'],
  ['8.2.6', '<8.3'],
  ['8.3.0', '8.3'],
  ['8.3.7', '8.3'],
  ['8.4.0-preview.1', '8.3'],
  ['8.5.0-rc9.x', '8.5-8.6'],
  ['8.5.0', '8.5-8.6'],
  ['8.6.6', '8.5-8.6'],
  ['8.7.0', '8.7+'],
  ['8.12.7', '8.7+'],
  ['8.13.0', '8.7+'],
  ['9.0.0-preview.1', '9'],
  ['9.4.0', '9'],
  ['10.0.0', 'unknown'],
])('%s is of the line %s', (text, line) => {
  expect(lineOf(version(text))).toBe(line);
});
