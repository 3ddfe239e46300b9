import type { Range } from '../../location.ts';

/**
 * One node of a parsed C# file: plain data, copied out of the parser's tree so that nothing has to be
 * freed and facts may keep nodes as long as they like. `kind` is the grammar's name for it.
 */
export interface SyntaxNode extends Range {
  readonly kind: string;
  /** The role in the parent, such as `function` or `arguments`. */
  readonly field: string | null;
  readonly named: boolean;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
  /** Whether this node or anything below it could not be parsed. */
  readonly broken: boolean;
}

export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  const pending = [...node.children].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) pending.push(child);
    }
  }
}

export function* descendantsOfKind(node: SyntaxNode, ...kinds: readonly string[]): Generator<SyntaxNode> {
  for (const below of descendants(node)) if (kinds.includes(below.kind)) yield below;
}

/** From the parent outwards. */
export function* ancestors(node: SyntaxNode): Generator<SyntaxNode> {
  for (let above = node.parent; above !== null; above = above.parent) yield above;
}

/** The node itself or the nearest one around it that is of one of the kinds. */
export function closest(node: SyntaxNode, ...kinds: readonly string[]): SyntaxNode | null {
  if (kinds.includes(node.kind)) return node;
  for (const above of ancestors(node)) if (kinds.includes(above.kind)) return above;
  return null;
}

export function childInRole(node: SyntaxNode, field: string): SyntaxNode | null {
  return node.children.find((child) => child.field === field && !isNote(child)) ?? null;
}

export function childOfKind(node: SyntaxNode, ...kinds: readonly string[]): SyntaxNode | null {
  return node.children.find((child) => kinds.includes(child.kind)) ?? null;
}

/** Comments and directives can stand between any two children, so whoever counts children counts these. */
export function namedChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child) => child.named && !isNote(child));
}

/** A comment, or a directive such as `#pragma`. */
export function isNote({ kind }: SyntaxNode): boolean {
  return kind === 'comment' || kind.startsWith('preproc_');
}

export function hasModifier(node: SyntaxNode, text: string, modifier: string): boolean {
  return node.children.some((child) => child.kind === 'modifier' && textOf(child, text) === modifier);
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function textOf(range: Range, text: string): string {
  return text.slice(range.start, range.end);
}

/** The innermost node that covers the range. */
export function nodeAt(root: SyntaxNode, range: Range): SyntaxNode {
  let node = root;
  for (;;) {
    const inner = node.children.find((child) => contains(child, range) && child.end > child.start);
    if (inner === undefined) return node;
    node = inner;
  }
}
