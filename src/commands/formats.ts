import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Words } from '../words/words.ts';
import { WrongUse } from './wrong-use.ts';

export const formatNames = [
  'terminal',
  'json',
  'markdown',
  'html',
  'github',
  'azure',
  'gitlab',
  'csv',
  'sarif',
] as const;

export interface Format {
  readonly name: (typeof formatNames)[number];
  /** null for stdout. */
  readonly file: string | null;
}

/** Each format, and a baseline that is written, has a place of its own; at most one goes to stdout. */
export function requireOwnPlaces(formats: readonly Format[], baseline: string | null, { misuse }: Words): void {
  const written = [...formats.map(({ file }) => file), baseline];
  const files = written.flatMap((file) => (file === null ? [] : [{ file, written: writtenAt(resolve(file)) }]));
  const places = files.map(({ written }) => written);
  const twice = files.find(({ written }, index) => places.indexOf(written) < index);
  if (twice !== undefined) throw new WrongUse(misuse.sameFile(twice.file));
  if (formats.filter(({ file }) => file === null).length > 1) throw new WrongUse(misuse.twoToStdout);
}

/** More links than these after each other lead nowhere. */
const mostLinks = 40;

/** The file behind all links, also of one that is yet to be written. */
function writtenAt(file: string, links = mostLinks): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = dirname(file);
    if (folder === file) return file;
    const target = links > 0 ? linkTarget(file) : null;
    return target === null ? join(writtenAt(folder, links), basename(file)) : writtenAt(target, links - 1);
  }
}

/** Of a link to what is not there. */
function linkTarget(file: string): string | null {
  try {
    return lstatSync(file).isSymbolicLink() ? resolve(dirname(file), readlinkSync(file)) : null;
  } catch {
    return null;
  }
}
