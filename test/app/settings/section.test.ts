import { expect, test } from 'vitest';
import { isWithin } from '../../../src/app/settings/section.ts';

test.each([
  ['A:B', 'a:b', true],
  ['A:B', 'A:B:C', true],
  ['A', 'A:B', true],
  ['A:B', 'A:BC', false],
  ['A:B', 'A', false],
  ['A:B', 'A:C', false],
  ['ÆØÅ', 'æøå:x', true],
  ['', '', true],
  ['', 'A', false],
])('%s holds %s: %s', (section, path, holds) => {
  expect(isWithin(section, path)).toBe(holds);
});
