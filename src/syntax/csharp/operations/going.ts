import { firstFrom } from '../in-order.ts';
import { namedChildren, type SyntaxNode } from '../node.ts';

/**
 * The statements that go, and what would be empty without them: blocks of an `if`, and the `if` when neither of its
 * branches holds anything else.
 */
export type Going = ReadonlySet<SyntaxNode>;

export function goingWith(statements: readonly SyntaxNode[]): Going {
  const going = new Set(statements);
  for (let size = -1; size !== going.size; ) {
    size = going.size;
    for (const node of [...going]) {
      const { parent } = node;
      if (parent !== null && isEmptied(parent, going)) going.add(parent);
    }
  }
  return going;
}

function isEmptied(node: SyntaxNode, going: Going): boolean {
  if (node.kind === 'block') return node.parent?.kind === 'if_statement' && holdsOnly(node, going);
  if (node.kind !== 'if_statement') return false;
  const branches = node.children.filter(({ field }) => field === 'consequence' || field === 'alternative');
  return branches.every((branch) => branch.kind === 'comment' || going.has(branch));
}

export function holdsOnly(block: SyntaxNode, going: Going): boolean {
  return namedChildren(block).every((child) => going.has(child));
}

/** The outermost of the nodes around a going statement that go as well. */
export function topmost(statement: SyntaxNode, going: Going): SyntaxNode {
  let top = statement;
  while (top.parent !== null && going.has(top.parent)) top = top.parent;
  return top;
}

/** Neighbours on one line that all go are one removal. */
export function runAround(statement: SyntaxNode, going: Going, text: string): { start: number; end: number } {
  const siblings = statement.parent === null ? [] : siblingsIn(statement.parent);
  const index = firstFrom(siblings, statement.start);
  const goes = (sibling: SyntaxNode) =>
    going.has(sibling) ||
    (sibling.kind === 'global_statement' && namedChildren(sibling).every((one) => going.has(one)));
  const joined = (left: number) => {
    const [a, b] = [siblings[left], siblings[left + 1]];
    return a !== undefined && b !== undefined && goes(a) && goes(b) && /^[ \t]*$/.test(text.slice(a.end, b.start));
  };
  let [first, last] = [index, index];
  while (joined(first - 1)) first--;
  while (joined(last)) last++;
  return { start: siblings[first]?.start ?? statement.start, end: siblings[last]?.end ?? statement.end };
}

const siblings = new WeakMap<SyntaxNode, readonly SyntaxNode[]>();

/** Of a long list of statements each asks for the others. */
function siblingsIn(block: SyntaxNode): readonly SyntaxNode[] {
  const known = siblings.get(block) ?? namedChildren(block);
  siblings.set(block, known);
  return known;
}
