import { createHash } from 'node:crypto';
import type { BoxOf } from '../markdown.ts';
import { linesWithFences } from './fences.ts';

/** Each on a line of its own; platforms show neither. The first tells what the tool wrote from what people make of it. */
export function marked(markdown: string): string {
  return `<!-- maskinflytt:checklist ${sumOf(markdown)} -->\n\n${markdown}\n<!-- /maskinflytt:checklist -->`;
}

const begin = /^ {0,3}<!--\s*maskinflytt:checklist(\s[^>]*)?-->\s*$/;
const end = /^ {0,3}<!--\s*\/maskinflytt:checklist\s*-->\s*$/;

/** A box as it stood in an older checklist. */
export interface MarkedBox {
  readonly ticked: boolean;
  /** Whether the tool had ticked it. */
  readonly byTool: boolean;
  /** What it was about beside its key; null where there is nothing to tell. */
  readonly cover: string | null;
  /** The line, without the marks. */
  readonly text: string;
}

/** The two parts of the key of a task. */
export function partsOf(key: string): { readonly item: string; readonly cover: string | null } {
  const [item = '', cover = null] = key.split(':');
  return { item, cover };
}

/** Whether a tick of it is a tick of the task with this key too. */
export function coversSame({ cover }: MarkedBox, key: string): boolean {
  return cover === partsOf(key).cover;
}

/** Behind each line, hidden: whose task it is, and whether the tool ticked it (`+`) or leaves that to people (`-`). */
export function boxKeeping(kept: ReadonlyMap<string, MarkedBox>): BoxOf {
  return ({ done, key }) => {
    const old = kept.get(partsOf(key).item);
    const byPerson = old?.ticked === true && !old.byTool && coversSame(old, key);
    return { ticked: done || byPerson, mark: ` <!--mf${done ? '+' : '-'}${key}-->` };
  };
}

/** Whatever list or quote people make of it, and whatever they write behind it. */
const listed = String.raw`^(?:[\s>]*(?:[-*+]|\d{1,9}[.)])\s)+[\s>]*`;
const boxLine = new RegExp(String.raw`${listed}\[([ xX])\](.*)<!--mf([+-])([a-z0-9]+)(?::([a-z0-9]+))?-->`);
const prefix = new RegExp(String.raw`(?:${listed}|^[\s>]*)(?:\[[ xX]\](?=\s|$))?`);

export function boxesIn(text: string): ReadonlyMap<string, MarkedBox> {
  const boxes = new Map<string, MarkedBox>();
  for (const line of linesWithFences(text).lines) {
    const [, box, said = '', by, item, cover = null] = (line.fenced ? null : boxLine.exec(line.text)) ?? [];
    if (item === undefined) continue;
    const ticked = box !== ' ' || boxes.get(item)?.ticked === true;
    boxes.set(item, { ticked, byTool: by === '+', cover, text: said.trim() });
  }
  return boxes;
}

/** What the lines say, without lists, boxes and marks. */
export function linesIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const said = line
      .replace(/ ?<!--mf[+-][a-z0-9]+(?::[a-z0-9]+)?-->/g, '')
      .replace(prefix, '')
      .trim();
    return said === '' || begin.test(said) || end.test(said) ? [] : [said];
  });
}

/** The same for a checklist of which only boxes were ticked, or which a platform gave other line ends. */
export function sumOf(text: string): string {
  return hashed(linesIn(text).join('\n'), 5);
}

function hashed(text: string, length: number): string {
  const hash = createHash('sha256').update(text).digest();
  return hash.readUIntBE(0, 6).toString(36).padStart(10, '0').slice(-length);
}

/** A checklist as it was found. */
export interface MarkedChecklist {
  readonly text: string;
  /** Of what the tool wrote; null where the marker tells nothing. */
  readonly sum: string | null;
}

/** A text with, perhaps, a checklist in it. */
export type MarkedText =
  /** `unclosed` closes the code fence that the text leaves open, if it does. */
  | { readonly kind: 'none'; readonly unclosed: string | null }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'found'; readonly before: string; readonly old: MarkedChecklist; readonly after: string };

export function findMarked(text: string): MarkedText {
  const { lines, unclosed } = linesWithFences(text);
  const seen = lines.filter(({ fenced }) => !fenced);
  const begins = seen.filter((line) => begin.test(line.text));
  const ends = seen.filter((line) => end.test(line.text));
  if (begins.length === 0 && ends.length === 0) return { kind: 'none', unclosed };
  const [first, last] = [begins[0], ends[0]];
  if (first === undefined || last === undefined || begins.length > 1 || ends.length > 1 || last.start < first.start) {
    return { kind: 'damaged' };
  }
  const [sum = null] =
    begin
      .exec(first.text)?.[1]
      ?.split(/\s+/)
      .filter((part) => part !== '') ?? [];
  const stop = last.start + last.text.length;
  return {
    kind: 'found',
    before: text.slice(0, first.start),
    old: { text: text.slice(first.start, stop), sum },
    after: text.slice(stop),
  };
}
