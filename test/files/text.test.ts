import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/files/text.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const bom = bytes(0xef, 0xbb, 0xbf);
const concat = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

describe('decode', () => {
  it('reads UTF-8 without a byte-order mark', () => {
    expect(decode(new Uint8Array(Buffer.from('blåbær 🫐\r\n')))).toEqual({
      text: 'blåbær 🫐\r\n',
      bom: false,
      encoding: 'utf-8',
      readOnly: null,
    });
  });

  it('takes one byte-order mark off and leaves a second one in the text', () => {
    expect(decode(concat(bom, bom, latin('x')))).toEqual({
      text: '\uFEFFx',
      bom: true,
      encoding: 'utf-8',
      readOnly: null,
    });
  });

  it.each([
    ['little', concat(bytes(0xff, 0xfe), bytes(0x61, 0, 0xe5, 0)), 'utf-16le'],
    ['big', concat(bytes(0xfe, 0xff), bytes(0, 0x61, 0, 0xe5)), 'utf-16be'],
  ])('reads UTF-16, %s endian, but does not let it be edited', (_, input, encoding) => {
    expect(decode(input)).toEqual({ text: 'aå', bom: true, encoding, readOnly: 'utf-16' });
  });

  it('reads UTF-16 with an odd last byte as far as it goes', () => {
    expect(decode(bytes(0xff, 0xfe, 0x61, 0, 0x62))).toMatchObject({ text: 'a\uFFFD', readOnly: 'utf-16' });
  });

  it('reads what is not valid UTF-8 as windows-1252, and does not let it be edited', () => {
    expect(decode(bytes(0xe5, 0x80, 0x81, 0x99))).toEqual({
      text: 'å€\u0081™',
      bom: false,
      encoding: 'windows-1252',
      readOnly: 'not-utf-8',
    });
  });

  it.each([
    ['a NUL byte', bytes(0x61, 0, 0x62)],
    ['UTF-16 without a byte-order mark', bytes(0x61, 0, 0x62, 0)],
    ['UTF-32, little endian', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
    ['UTF-32, big endian', bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x61)],
  ])('takes %s for binary', (_, input) => {
    expect(decode(input)).toBeNull();
  });

  it('reads a view into a larger buffer', () => {
    expect(decode(latin('abcdef').subarray(2, 4))?.text).toBe('cd');
  });
});

describe('encode', () => {
  const start = fc.constantFrom(bytes(), bom, bytes(0xff, 0xfe), bytes(0xfe, 0xff), bytes(0xef, 0xbb));
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.uint8Array({ min: 0x80, maxLength: 40 }),
    fc.string({ unit: 'binary' }).map((text) => new Uint8Array(Buffer.from(text))),
    fc.string({ unit: 'binary' }).map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
  );

  it('gives back the very bytes of everything that may be edited', () => {
    fc.assert(
      fc.property(start, body, (mark, rest) => {
        const input = concat(mark, rest);
        const source = decode(input);
        if (source?.readOnly !== null) return;
        expect(new Uint8Array(encode(source))).toEqual(input);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back the bytes of read-only files too, but for an odd byte at the end of UTF-16', () => {
    fc.assert(
      fc.property(start, body, (mark, rest) => {
        const input = concat(mark, rest);
        const source = decode(input);
        if (source === null || (source.readOnly === 'utf-16' && input.length % 2 === 1)) return;
        expect(new Uint8Array(encode(source))).toEqual(input);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the byte-order mark when the text is another', () => {
    const source = decode(concat(bom, latin('old')));
    expect(source && new Uint8Array(encode(source, 'new'))).toEqual(concat(bom, latin('new')));
  });

  it('refuses half a surrogate pair instead of writing a replacement character', () => {
    const source = { text: '', bom: false, encoding: 'utf-8', readOnly: null } as const;
    expect(() => encode(source, 'a\uD83E')).toThrow('lone surrogate');
    expect(() => encode(source, 'a🫐')).not.toThrow();
  });
});
