import type { Words } from '../../words/words.ts';
import { toMarkdown } from '../markdown.ts';
import type { Block } from '../page/page.ts';
import { type Checklist, lineOf } from './checklist.ts';
import { checklistBlocks } from './checklist-blocks.ts';
import { type Cut, fitted } from './fit.ts';
import { boxKeeping, type MarkedBox, marked } from './marks.ts';

interface Printing {
  readonly words: Words;
  /** In UTF-16 units, as the platforms count. */
  readonly room: number;
  /** What people are told of as the limit. */
  readonly limit: number;
  /** Prints the whole of it. */
  readonly command: string;
  readonly kept: ReadonlyMap<string, MarkedBox>;
  readonly lineEnd: '\n' | '\r\n';
}

/** The marked text, as much of it as there is room for, and the checklists that are shown; null where nothing fits. */
export function checklistText(
  checklists: readonly Checklist[],
  { words, room, limit, command, kept, lineEnd }: Printing,
): { readonly text: string; readonly shown: readonly Checklist[] } | null {
  const print = (shown: readonly Checklist[], cut: Cut) => {
    const blocks = [...shown.flatMap((one) => withTitle(one, words)), ...leftOut(cut, limit, command, words)];
    const markdown = toMarkdown({ blocks }, boxKeeping(kept));
    return marked(markdown).replaceAll('\n', lineEnd);
  };
  const found = fitted(checklists, (shown, cut) => print(shown, cut).length <= room);
  return found && { text: print(found.shown, found.cut), shown: found.shown };
}

function withTitle(checklist: Checklist, { checklist: words }: Words): readonly Block[] {
  return [{ kind: 'heading', level: 2, line: checklist.title, anchor: null }, ...checklistBlocks(checklist, 3, words)];
}

function leftOut({ items, details }: Cut, limit: number, command: string, { checklist }: Words): readonly Block[] {
  if (items === 0 && details === 0) return [];
  return [{ kind: 'paragraph', line: lineOf(checklist.leftOut({ items, details, limit, command })) }];
}
