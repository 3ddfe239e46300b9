import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstForeignByte } from '../../src/files/first-foreign-byte.ts';
import { decode } from '../../src/files/text.ts';

const foreignIn = (bytes: Uint8Array): number => {
  const source = decode(bytes);
  if (source?.encoding !== 'windows-1252') throw new Error('UTF-8 after all');
  return firstForeignByte(source);
};

test('what is valid UTF-8 before it does not count, each of its bytes is one character', () => {
  expect(foreignIn(Buffer.concat([Buffer.from('blå '), Buffer.from('bær', 'latin1')]))).toBe('blå b'.length + 1);
});

test('a replacement character that stands in the file is no sign', () => {
  expect(foreignIn(Buffer.concat([Buffer.from('\uFFFD\uFFFDx'), Buffer.from([0xe6])]))).toBe(7);
});

test('a byte-order mark is not counted', () => {
  expect(foreignIn(Buffer.concat([Buffer.from('\uFEFFab'), Buffer.from([0xe6])]))).toBe(2);
});

test('it ends the longest beginning that is UTF-8', () => {
  const telling = fc.constantFrom(0x41, 0x80, 0xbd, 0xbf, 0xc3, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xff);
  fc.assert(
    fc.property(fc.array(telling, { maxLength: 12 }), (values) => {
      const bytes = Buffer.from([0x20, ...values]);
      fc.pre(!isUtf8(bytes));
      const beginnings = Array.from(bytes, (_, end) => end).filter((end) => isUtf8(bytes.subarray(0, end)));
      expect(foreignIn(bytes)).toBe(beginnings.at(-1));
    }),
  );
});
