import type { SyntaxNode } from './node.ts';

/** A node while its file is copied out of the parser. */
export interface GrowingNode extends SyntaxNode {
  start: number;
  end: number;
  field: string | null;
  parent: GrowingNode | null;
  readonly children: GrowingNode[];
  broken: boolean;
}

/** What a part of it is not understood, nothing around that is. */
export function markBroken(node: GrowingNode): void {
  node.broken = true;
  for (let above = node.parent; above !== null && !above.broken; above = above.parent) above.broken = true;
}
