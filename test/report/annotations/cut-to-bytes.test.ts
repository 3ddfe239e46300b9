import { expect, test } from 'vitest';
import { cutToBytes } from '../../../src/report/annotations/cut-to-bytes.ts';

test.each([
  ['a\nb\n', 4, 'a\nb\n'],
  ['aaaa\nbbbb\ncccc\n', 13, 'aaaa\nbbbb…'],
  ['aaaa\nbbbb\ncccc\n', 8, 'aaaa…'],
  ['aaaa\nbbbb\ncccc\n', 4, '…'],
  ['aaaa\nbbbb\ncccc\n', 2, ''],
  ['aaaa\nbbbb\ncccc\n', -5, ''],
  ['æææ\nøøø\n', 12, 'æææ…'],
])('%j in %i bytes is %j', (text, most, cut) => {
  expect(cutToBytes(text, most, '…')).toBe(cut);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(Math.max(0, most));
});
