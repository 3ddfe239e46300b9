import { closeSync, existsSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Words } from '../words/words.ts';
import { WrongUse } from './wrong-use.ts';

/** A long text, one after the other. No text by itself, which would come letter by letter. */
export type Pieces = Iterable<string | Buffer> & object;

/** A report or patch to a file that the user named. */
export function writeOutput(file: string, text: Pieces, words: Words): void {
  const { notWritable, notAFolder, folderNotMade } = words.fix;
  const [nearest, ...missing] = foldersTo(file);
  if (nearest !== undefined && existsSync(nearest) && !isFolder(nearest)) {
    throw new WrongUse(notWritable(file, notAFolder(nearest)));
  }
  for (const folder of missing) {
    attempt(
      () => makeFolder(folder),
      (why) => notWritable(file, folderNotMade(folder, why)),
    );
  }
  attempt(
    () => writePieces(file, text),
    (why) => notWritable(file, why),
  );
}

function writePieces(file: string, text: Pieces): void {
  const opened = openSync(file, 'w');
  try {
    for (const piece of text) writeFileSync(opened, piece);
  } finally {
    closeSync(opened);
  }
}

/** Another run may have made it a moment ago. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The nearest folder that is there, and below it those to make: making all at once never ends where the system has none. */
function foldersTo(file: string): readonly string[] {
  const folders = [dirname(resolve(file))];
  for (;;) {
    const [top = ''] = folders;
    if (existsSync(top) || dirname(top) === top) return folders;
    folders.unshift(dirname(top));
  }
}

function attempt(act: () => void, sentence: (why: string) => string): void {
  try {
    act();
  } catch (error) {
    throw new WrongUse(sentence(error instanceof Error ? error.message : String(error)));
  }
}
