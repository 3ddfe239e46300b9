import type { Range } from '../../../location.ts';
import { contains, descendantsOfKind, type SyntaxNode } from '../node.ts';

/**
 * The ranges that take items out of a list in parentheses, each with one comma; null when a comment stands there that
 * may be about another item.
 */
export function withoutItems(list: SyntaxNode, going: readonly SyntaxNode[]): readonly Range[] | null {
  const items = list.children.filter(({ kind }) => !['(', ')', ',', 'comment'].includes(kind));
  const kept = items.filter((item) => !going.includes(item));
  if (kept.length === 0) {
    const [open, close] = [list.children[0], list.children.at(-1)];
    return open && close ? unlessCommented(list, [{ start: open.end, end: close.start }]) : null;
  }
  const ranges = going.flatMap((item) => {
    const index = items.indexOf(item);
    const next = items[index + 1];
    const isBeforeKept = items.slice(index).some((later) => kept.includes(later));
    if (isBeforeKept && next) return [{ start: item.start, end: next.start }];
    const previous = items[index - 1];
    return previous ? [{ start: previous.end, end: item.end }] : [];
  });
  return unlessCommented(list, ranges);
}

function unlessCommented(list: SyntaxNode, ranges: readonly Range[]): readonly Range[] | null {
  const comments = [...descendantsOfKind(list, 'comment')];
  return comments.some((comment) => ranges.some((range) => contains(range, comment))) ? null : ranges;
}
