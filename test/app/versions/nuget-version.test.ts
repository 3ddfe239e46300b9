import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions, newest, parseVersion, version } from '../../../src/app/versions/nuget-version.ts';

describe('a version', () => {
  test.each([
    ['8.9.2', '8.9.2'],
    ['8.9', '8.9.0'],
    ['8', '8.0.0'],
    [' 8.9.2 ', '8.9.2'],
    ['8.9.2.0', '8.9.2'],
    ['8.9.2.1', '8.9.2.1'],
    ['08.09.02', '8.9.2'],
    ['8.5.0-rc.9', '8.5.0-rc.9'],
    ['8.5.0-rc9.x', '8.5.0-rc9.x'],
    ['8.5-rc.9', '8.5.0-rc.9'],
    ['8.9.2+abc.def', '8.9.2'],
    ['9.0.0-preview.1+5f3c', '9.0.0-preview.1'],
  ])('%j is %s', (written, normalised) => {
    expect(parseVersion(written)?.text).toBe(normalised);
  });

  test.each([
    '',
    'v8.9.2',
    '8.',
    '.8',
    '8.9.2.0.1',
    '8.*',
    '$(Version)',
    '8.9.2-',
    'latest',
    '8.9.2-æ',
    '99999999999999999999',
  ])('%j is none', (written) => {
    expect(parseVersion(written)).toBeNull();
  });

  test('has a newest among several', () => {
    const all = ['8.9.2', '8.10.0', '8.10.0-rc.1', '8.2.6'].map(version);
    expect(newest(all)?.text).toBe('8.10.0');
    expect(newest([])).toBeNull();
  });
});

describe('precedence', () => {
  test('goes from the oldest to the newest', () => {
    const ascending = [
      ...['3.0.0', '8.2.6', '8.2.10', '8.3.0-preview.1', '8.3.0-rc.2', '8.3.0-rc.10', '8.3.0', '8.3.0.1', '8.3.1-a'],
      ...['8.3.1', '8.12.7', '9.0.0-alpha', '9.0.0-preview.1', '9.0.0'],
    ].map(version);
    const shuffled = [...ascending].reverse().sort(compareVersions);
    expect(shuffled).toEqual(ascending);
  });

  test('ignores the case of a label and the build metadata', () => {
    expect(compareVersions(version('8.5.0-RC.1'), version('8.5.0-rc.1'))).toBe(0);
    expect(compareVersions(version('8.5.0+a'), version('8.5.0+b'))).toBe(0);
  });

  test('is a total order', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

const small = fc.integer({ min: 0, max: 3 });
const label = fc.constantFrom('', '', '-alpha', '-rc.1', '-rc.2', '-rc.10', '-RC.2');
const anyVersion = fc
  .tuple(small, small, small, small, label)
  .map(([major, minor, patch, revision, pre]) => version(`${major}.${minor}.${patch}.${revision}${pre}`));
