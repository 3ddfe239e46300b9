import type { Encoding } from '../../files/text.ts';
import type { Range } from '../../location.ts';
import { readDeclaration } from './declaration.ts';
import { commentAt, endOf, instructionAt } from './markup.ts';
import { decodeText } from './references.ts';
import { Refusal } from './refusal.ts';
import { type StartTag, tagReader } from './tags.ts';

const maximumLength = 1_000_000;
const maximumDepth = 256;

export interface WrittenElement {
  readonly tag: StartTag;
  readonly children: WrittenElement[];
  endTag: Range | null;
  /** Decoded own text. */
  text: string;
}

export interface Front {
  readonly declaration: Range | null;
  readonly comments: readonly Range[];
  readonly instructions: readonly Range[];
  readonly root: WrittenElement;
}

/** Reads the whole text once and refuses what is not well-formed XML, and what this tool does not want: DOCTYPE. */
export function readFront(text: string, encoding: Encoding): Front {
  if (text.length > maximumLength) throw new Refusal('too-large', 0);
  const declaration = readDeclaration(text, encoding);
  refuseCharacters(text);
  refuseOtherLanguages(text);
  const comments: Range[] = [];
  const instructions: Range[] = [];
  const roots: WrittenElement[] = [];
  const open: WrittenElement[] = [];
  const tags = tagReader(text);

  const readText = (start: number, end: number): void => {
    const written = text.slice(start, end);
    const parent = open.at(-1);
    if (parent) {
      const closer = written.indexOf(']]>');
      if (closer !== -1) throw new Refusal('cdata-end-in-text', start + closer);
      parent.text += decodeText(written, start);
    } else {
      const stray = written.search(/[^ \t\r\n]/);
      if (stray !== -1) throw new Refusal('text-outside-root', start + stray);
    }
  };
  const readCdata = (start: number): number => {
    const parent = open.at(-1);
    if (!parent) throw new Refusal('text-outside-root', start);
    const end = endOf(text, ']]>', start + 9, 'unclosed-cdata', start);
    parent.text += text.slice(start + 9, end - 3).replace(/\r\n?/g, '\n');
    return end;
  };
  const readStartTag = (start: number): number => {
    const tag = tags.startTag(start);
    const siblings = open.at(-1)?.children ?? roots;
    if (siblings === roots && roots.length > 0) throw new Refusal('second-root', start, tag.name);
    if (open.length >= maximumDepth) throw new Refusal('too-deep', start, tag.name);
    const element: WrittenElement = { tag, children: [], endTag: null, text: '' };
    siblings.push(element);
    if (!tag.selfClosing) open.push(element);
    return tag.range.end;
  };
  const readEndTag = (start: number): number => {
    const { name, range } = tags.endTag(start);
    const element = open.pop();
    if (element?.tag.name !== name) throw new Refusal('mismatched-tag', start, name);
    element.endTag = range;
    return range.end;
  };
  const readMarkup = (start: number): number => {
    if (text.startsWith('</', start)) return readEndTag(start);
    if (text.startsWith('<?', start)) return kept(instructions, instructionAt(text, start));
    if (text.startsWith('<!--', start)) return kept(comments, commentAt(text, start));
    if (text.startsWith('<![CDATA[', start)) return readCdata(start);
    if (/^<!doctype/i.test(text.slice(start, start + 9))) throw new Refusal('doctype', start);
    return readStartTag(start);
  };

  for (let at = declaration?.end ?? 0; at < text.length; ) {
    const next = text.indexOf('<', at);
    readText(at, next === -1 ? text.length : next);
    at = next === -1 ? text.length : readMarkup(next);
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new Refusal('unclosed-element', unclosed.tag.range.start, unclosed.tag.name);
  const [root] = roots;
  if (!root) throw new Refusal('missing-root', text.length);
  return { declaration, comments, instructions, root };
}

function kept(list: Range[], range: Range): number {
  list.push(range);
  return range.end;
}

function refuseCharacters(text: string): void {
  const found = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text);
  if (found) throw new Refusal('invalid-character', found.index);
}

/** JSON and the like are saved as `.xml` in the wild: say so, not "text outside the root". */
function refuseOtherLanguages(text: string): void {
  const first = text.search(/[^ \t\r\n]/);
  if (first === -1) throw new Refusal('empty', 0);
  if (text[first] !== '<') throw new Refusal('not-xml', first);
}
