import { en } from '../../src/words/en.ts';
import type { Words } from '../../src/words/words.ts';

const [open, close] = ['⟦', '⟧'];

/** A language in which every sentence shows where it begins and ends. */
export const markedWords: Words = marked(en);

function marked<T>(words: T): T;
function marked(words: unknown): unknown {
  if (typeof words === 'string') return `${open}${words}${close}`;
  if (typeof words === 'function') return (...args: readonly unknown[]) => marked(words(...args));
  if (Array.isArray(words)) return words.map((one) => marked(one));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, marked(value)]));
}

/** What stands outside of all marks: none of it came through the words. */
export function unmarked(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === open) depth++;
    else if (character === close) depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += character;
  }
  return outside;
}
