import type { SyntaxNode } from '../node.ts';
import type { UsingDirective } from '../using.ts';
import type { UsingList } from './using-list.ts';
import { groupsOf, type ListedUsing, slotFor } from './using-order.ts';

/** New usings and the one that they come to stand beside, all of them in order. */
export interface AddedUsings {
  readonly beside: SyntaxNode;
  /** Its group, between empty lines. */
  readonly group: readonly SyntaxNode[];
  readonly above: readonly ListedUsing[];
  /** Whether an empty line follows those above. */
  readonly apartFromAbove: boolean;
  readonly below: readonly ListedUsing[];
}

/** None where there is no using to stand beside. */
export function placed(targets: readonly string[], list: UsingList, text: string): readonly AddedUsings[] {
  const plain = list.usings.filter(isPlain);
  if (plain.length > 0) return placedAmong(targets, itemsOf(plain, list, text));
  const added = targets.map((target) => ({ target, apart: false }));
  const first = list.usings.find(({ global }) => !global);
  if (first) return [{ beside: first.node, group: [], above: added, apartFromAbove: false, below: [] }];
  const last = list.usings.at(-1);
  return last ? [{ beside: last.node, group: [], above: [], apartFromAbove: false, below: added }] : [];
}

function isPlain({ kind, global }: UsingDirective): boolean {
  return kind === 'namespace' && !global;
}

interface Item extends ListedUsing {
  /** The using that stands there, or beside which it will. */
  readonly node: SyntaxNode;
  readonly side: 'itself' | 'above' | 'below';
}

function itemsOf(plain: readonly UsingDirective[], { usings }: UsingList, text: string): readonly Item[] {
  return plain.map(({ node, target }, index) => {
    const previous = index === 0 ? undefined : usings[usings.findIndex((using) => using.node === node) - 1];
    const gap = previous === undefined ? '' : text.slice(previous.node.end, node.start);
    // A directive such as #endregion parts them as well.
    return { node, target, side: 'itself', apart: /(?:\r\n|\r(?!\n)|\n)[ \t]*[#\r\n]/.test(gap) };
  });
}

function placedAmong(targets: readonly string[], plain: readonly Item[]): readonly AddedUsings[] {
  const items = [...plain];
  for (const target of targets) {
    const { index, joins } = slotFor(target, items);
    const [previous, next] = [items[index - 1], items[index]];
    const neighbour = joins === 'next' ? next : (previous ?? next);
    if (neighbour === undefined) continue;
    const side = neighbour.side === 'itself' ? (neighbour === previous ? 'below' : 'above') : neighbour.side;
    const apart = previous !== undefined && (joins === 'none' || (joins === 'next' && next?.apart === true));
    if (next && joins !== 'previous') items[index] = { ...next, apart: joins === 'none' };
    items.splice(index, 0, { target, apart, node: neighbour.node, side });
  }
  const groups = groupsOf(plain).map(({ usings }) => usings.map(({ node }) => node));
  return plain.flatMap(({ node }, index) => {
    const [above, below, itself] = (['above', 'below', 'itself'] as const).map((side) =>
      items.filter((item) => item.node === node && item.side === side),
    );
    if (!above || !below || above.length + below.length === 0) return [];
    const group = groups.find((nodes) => nodes.includes(node)) ?? [];
    return [{ beside: node, group, above, apartFromAbove: index === 0 && itself?.[0]?.apart === true, below }];
  });
}
