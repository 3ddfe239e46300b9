import type { Range } from '../../location.ts';
import type { GrowingNode } from './growing-node.ts';
import { contains, descendants, type SyntaxNode } from './node.ts';
import { parseText } from './parser.ts';
import { typeArgumentsEnd } from './type-argument-text.ts';

/** What was misread in the arguments of a call shows when the call is understood. */
const deepest = 5;
/** No one writes more of them in one file. */
const most = 100;

/**
 * Where the grammar takes type arguments for comparisons the text is parsed without them, each list by itself, and put where
 * it belongs. What still cannot be told stays broken.
 */
export function parseDespiteMisreadTypeArguments(text: string): SyntaxNode | null {
  const first = parseText(text);
  let root = first;
  let lists: readonly Range[] = [];
  for (let round = 0; root?.broken && round < deepest; round++) {
    const found = misreadIn(root, text);
    if (found.length === 0 || lists.length + found.length > most) break;
    lists = [...lists.filter((list) => !found.some((other) => contains(other, list))), ...found];
    root = parseText(without(text, lists));
  }
  return root && lists.every((list) => putBack(list, root, text)) ? root : first;
}

/** The outermost ones. */
function misreadIn(root: SyntaxNode, text: string): readonly Range[] {
  const found: Range[] = [];
  for (const { kind, broken, start } of descendants(root)) {
    if (found.length > most) break;
    const end = kind === '<' && broken ? typeArgumentsEnd(text, start) : null;
    if (end !== null && !found.some((other) => contains(other, { start, end }))) found.push({ start, end });
  }
  return found;
}

function without(text: string, lists: readonly Range[]): string {
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end } of [...lists].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(copied, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    copied = end;
  }
  return pieces.join('') + text.slice(copied);
}

/** `B` in front of the list becomes `B<C>`. */
function putBack(list: Range, root: GrowingNode, text: string): boolean {
  const name = nameBefore(list, root);
  const written = name && listIn(name, list, text);
  const parent = name?.parent;
  if (!name || !written || !parent) return false;
  const generic: GrowingNode = {
    kind: 'generic_name',
    field: name.field,
    named: true,
    start: name.start,
    end: list.end,
    parent,
    children: [name, written],
    broken: false,
  };
  parent.children.splice(parent.children.indexOf(name), 1, generic);
  Object.assign(name, { parent: generic, field: null });
  written.parent = generic;
  for (let above: GrowingNode | null = parent; above && above.end < list.end; above = above.parent)
    above.end = list.end;
  return true;
}

/** The last name that ends before the list. */
function nameBefore({ start }: Range, root: GrowingNode): GrowingNode | null {
  let node = root;
  for (;;) {
    const inner = node.children.findLast((child) => child.start < start && child.kind !== 'comment');
    if (inner === undefined) return node.kind === 'identifier' && node.end <= start ? node : null;
    node = inner;
  }
}

function listIn(name: Range, list: Range, text: string): GrowingNode | null {
  const before = 'x=';
  if (name.start < before.length) return null;
  const root = parseText(`${' '.repeat(name.start - before.length)}${before}${text.slice(name.start, list.end)}();`);
  let node = root?.broken ? null : root;
  while (node && !(node.kind === 'type_argument_list' && node.start === list.start && node.end === list.end)) {
    node = node.children.find((child) => contains(child, list)) ?? null;
  }
  return node;
}
