import type { BoxOf } from '../markdown.ts';

/** Around the checklist, each on a line of its own; platforms show neither. */
const begin = '<!-- maskinflytt:checklist -->';
const end = '<!-- /maskinflytt:checklist -->';

export function marked(markdown: string): string {
  return `${begin}\n\n${markdown}\n${end}`;
}

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

const boxLine = /^[-*+] +\[([ xX])\] (.*?) ?<!--mf([+-])([a-z0-9]+)(?::([a-z0-9]+))?-->\s*$/;

export function boxesIn(text: string): ReadonlyMap<string, MarkedBox> {
  const boxes = new Map<string, MarkedBox>();
  for (const line of text.split('\n')) {
    const [, box, said = '', by, item, cover = null] = boxLine.exec(line) ?? [];
    if (item !== undefined) boxes.set(item, { ticked: box !== ' ', byTool: by === '+', cover, text: said });
  }
  return boxes;
}

/** A text with, perhaps, a checklist in it. */
export type MarkedText =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'found'; readonly before: string; readonly old: string; readonly after: string };

export function findMarked(text: string): MarkedText {
  const lines = [...text.matchAll(/^.*$/gm)].map((match) => ({
    said: match[0].trimEnd(),
    start: match.index,
    length: match[0].length,
  }));
  const begins = lines.filter(({ said }) => said === begin);
  const ends = lines.filter(({ said }) => said === end);
  if (begins.length === 0 && ends.length === 0) return { kind: 'none' };
  const [first, last] = [begins[0], ends[0]];
  if (first === undefined || last === undefined || begins.length > 1 || ends.length > 1 || last.start < first.start) {
    return { kind: 'damaged' };
  }
  const stop = last.start + last.length;
  return {
    kind: 'found',
    before: text.slice(0, first.start),
    old: text.slice(first.start, stop),
    after: text.slice(stop),
  };
}
