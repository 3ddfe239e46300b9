import { type GrowingNode, markBroken } from './growing-node.ts';
import { isNote } from './node.ts';
import { typeArgumentsEnd } from './type-argument-text.ts';

/**
 * The grammar takes the `<` of type arguments for a comparison in some places where the language cannot, as in
 * `a + b.C<D>(e)`, or in `F(a.B<(int X, int Y), C>(d))`, which it gives two arguments: that was not understood.
 */
export function markMisreadBracket(node: GrowingNode, text: string): void {
  if (node.kind !== 'binary_expression') return;
  const bracket = node.children.find(({ kind }) => kind === '<');
  const isBehindName = bracket !== undefined && lastLeaf(node.children[0])?.kind === 'identifier';
  if (isBehindName && typeArgumentsEnd(text, bracket.start) !== null) markBroken(bracket);
}

function lastLeaf(node: GrowingNode | undefined): GrowingNode | undefined {
  let last = node;
  while (last && last.children.length > 0) last = last.children.findLast((child) => !isNote(child));
  return last;
}
