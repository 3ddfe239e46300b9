import { type GrowingNode, markBroken } from './growing-node.ts';
import { isNote } from './node.ts';

const lists = ['argument_list', 'bracketed_argument_list', 'tuple_expression', 'initializer_expression'];

/**
 * The grammar may take the brackets of type arguments for comparisons where the language cannot: that was not understood.
 * `children` are complete.
 */
export function markMisreadBrackets(node: GrowingNode, text: string): void {
  if (node.kind === 'binary_expression') markComparedComparison(node);
  else if (lists.includes(node.kind)) markTornTypeArguments(node, text);
}

/** `a.B<C>(d)[0]` read as `a.B<C` compared with `(d)[0]`, which no comparison can be. */
function markComparedComparison({ children }: GrowingNode): void {
  const [left] = children;
  const closing = children.find(({ kind }) => kind === '>');
  if (closing && left?.kind === 'binary_expression' && left.children.some(({ kind }) => kind === '<')) {
    markBroken(closing);
  }
}

/** `F(a.B<C, D>(e))` read as if `F` were passed `a.B<C` and `D>(e)`. */
function markTornTypeArguments({ children }: GrowingNode, text: string): void {
  let opening: GrowingNode | null = null;
  for (const child of children) {
    const closing = closingBracket(child, text);
    if (opening && closing && mayBeTypes(text.slice(opening.end, closing.start))) markBroken(closing);
    opening = openingBracket(child) ?? opening;
  }
}

/** The `<` of a comparison that something ends with. */
function openingBracket(node: GrowingNode): GrowingNode | null {
  for (let last: GrowingNode | undefined = node; last; last = last.children.findLast((child) => !isNote(child))) {
    const bracket = last.kind === 'binary_expression' && last.children.find(({ kind }) => kind === '<');
    if (bracket) return bracket;
  }
  return null;
}

/** The `>` of a comparison that something begins with, where what follows lets it close type arguments. */
function closingBracket(node: GrowingNode, text: string): GrowingNode | null {
  let outermost: GrowingNode | null = null;
  for (let first: GrowingNode | undefined = node; first; [first] = first.children) {
    if (first.kind !== 'binary_expression') continue;
    const at = first.children.findIndex(({ kind }) => kind === '>');
    const compared = first.children.slice(at + 1).find((child) => !isNote(child));
    if (at !== -1 && compared && /[([]/.test(text.charAt(compared.start))) outermost ??= first.children[at] ?? null;
  }
  return outermost;
}

function mayBeTypes(between: string): boolean {
  const code = between.replace(/\/\/.*|\/\*[\s\S]*?\*\/|^[ \t]*#.*$/gm, ' ');
  return /^[\p{L}\p{N}_@.:,<>[\]?*()\s]+$/u.test(code) && !/(?<![\p{L}\p{N}_])\p{N}/u.test(code);
}
