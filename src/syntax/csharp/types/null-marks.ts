import { childInRole, namedChildren, type SyntaxNode } from '../node.ts';

/** The grammar takes `a + b?.C` for `(a + b)?.C`, and does the same with other operators: what really stands there. */
export function beforeMark(condition: SyntaxNode): SyntaxNode {
  let operand = condition;
  for (;;) {
    const inner = lastOperand(operand);
    if (inner === null) return operand;
    operand = inner;
  }
}

function lastOperand(node: SyntaxNode): SyntaxNode | null {
  switch (node.kind) {
    case 'binary_expression':
      return childInRole(node, 'right');
    case 'cast_expression':
      return childInRole(node, 'value');
    case 'await_expression':
    case 'prefix_unary_expression':
      return namedChildren(node)[0] ?? null;
    default:
      return null;
  }
}

const linkRoles: Readonly<Record<string, string>> = {
  member_access_expression: 'expression',
  invocation_expression: 'function',
  element_access_expression: 'expression',
};

/** The first `?.` of a chain, from which on it may be null; null for a chain without one. */
export function firstMark(chain: SyntaxNode): SyntaxNode | null {
  let link: SyntaxNode | null = chain;
  while (link !== null && linkRoles[link.kind] !== undefined) link = childInRole(link, linkRoles[link.kind] ?? '');
  return link?.kind === 'conditional_access_expression' ? link : null;
}

/** What the grammar took into the chain: `await`, in `await a?.B()`; null for a chain that is one. */
export function takenIn(chain: SyntaxNode): SyntaxNode | null {
  const mark = firstMark(chain);
  const condition = mark && childInRole(mark, 'condition');
  return condition && beforeMark(condition) !== condition ? condition : null;
}
