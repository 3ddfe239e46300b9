import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Words } from '../words/words.ts';
import { WrongUse } from './wrong-use.ts';

/** A report or patch to a file that the user named. */
export function writeOutput(file: string, text: string, words: Words): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new WrongUse(words.fix.notWritable(file, error instanceof Error ? error.message : String(error)));
  }
}
