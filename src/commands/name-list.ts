import { decode } from '../files/text.ts';
import type { JsonNode } from '../syntax/json/document.ts';
import { parseJson } from '../syntax/json/parse.ts';
import type { Words } from '../words/words.ts';
import { readNamedFile } from './given-file.ts';
import { WrongUse } from './wrong-use.ts';

/** What the names of a list look like. */
interface NameListForm {
  /** In a sentence, for whoever gave something else. */
  readonly expected: string;
  isName(text: string): boolean;
  /** null when the JSON is of another shape. */
  namesIn(root: JsonNode): readonly string[] | null;
}

/** A file with one name a line (blank lines and `#` comments aside), or with names in JSON; each name once, in its order. */
export function readNameList(
  file: string,
  { expected, isName, namesIn }: NameListForm,
  words: Words,
): readonly string[] {
  const text = decode(readNamedFile(file, words))?.text.trim();
  // A command that failed leaves an empty file, which says nothing about what there is.
  if (!text) throw new WrongUse(words.misuse.notAList(file, expected));
  const names = /^[[{]/.test(text) ? namesInJson(text, namesIn) : namesInLines(text);
  if (names === null || !names.every(isName)) throw new WrongUse(words.misuse.notAList(file, expected));
  return [...new Set(names)];
}

function namesInJson(text: string, namesIn: NameListForm['namesIn']): readonly string[] | null {
  const parsed = parseJson(text);
  if (parsed.kind === 'error' || parsed.document.duplicates.length > 0) return null;
  return namesIn(parsed.document.root)?.map((name) => name.trim()) ?? null;
}

function namesInLines(text: string): readonly string[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  return lines.filter((line) => line !== '');
}
