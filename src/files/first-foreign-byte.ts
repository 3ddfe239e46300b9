import { encode, type SourceText } from './text.ts';

/** In a text whose bytes are not UTF-8, and were read as Windows-1252: the offset of the first byte that shows it. */
export function firstForeignByte(source: SourceText): number {
  const bytes = Buffer.from(encode({ ...source, bom: false }));
  let at = 0;
  for (const valid of bytes.toString('utf8').split('\uFFFD')) {
    at += Buffer.byteLength(valid);
    if (!bytes.subarray(at, at + written.length).equals(written)) return at;
    at += written.length;
  }
  return at;
}

/** The replacement character may as well stand in the file itself. */
const written = Buffer.from('\uFFFD');
