import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Words } from '../words/words.ts';
import { WrongUse } from './wrong-use.ts';

/** Larger than any list or configuration that people write. */
const mostBytes = 8 * 1024 * 1024;
const pieceBytes = 64 * 1024;

/** A file that the user named: a pipe will do too, as long as it ends. */
export function readNamedFile(file: string, words: Words): Buffer {
  return orWrongUse(file, words, () => wholeOf(file));
}

/** A file that lay there: a pipe that nobody writes to never ends, and nobody asked for it. */
export function readFoundFile(file: string, words: Words): Buffer {
  return orWrongUse(file, words, () => {
    const stat = statSync(file);
    if (!stat.isFile() && !stat.isDirectory()) throw new Error('not a regular file');
    return wholeOf(file);
  });
}

/** Piece by piece, for a device has no size and may have no end. */
function wholeOf(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const pieces: Buffer[] = [];
    for (let size = 0; size <= mostBytes; ) {
      const piece = Buffer.alloc(pieceBytes);
      const read = readSync(handle, piece);
      if (read === 0) return Buffer.concat(pieces);
      pieces.push(piece.subarray(0, read));
      size += read;
    }
    throw new Error(`EFBIG: more than ${mostBytes} bytes`);
  } finally {
    closeSync(handle);
  }
}

function orWrongUse(file: string, words: Words, read: () => Buffer): Buffer {
  try {
    return read();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing) throw new WrongUse(words.misuse.noSuchPath(file));
    throw new WrongUse(words.misuse.configUnreadable(file, error instanceof Error ? error.message : String(error)));
  }
}
