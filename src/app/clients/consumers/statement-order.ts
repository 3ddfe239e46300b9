import { ancestors, childInRole, type SyntaxNode } from '../../../syntax/csharp/node.ts';

/** The innermost statement around the node. */
function statementOf(node: SyntaxNode): SyntaxNode | null {
  for (const outer of ancestors(node)) if (outer.kind.endsWith('_statement')) return outer;
  return null;
}

function listOf(statement: SyntaxNode | null): SyntaxNode | null {
  const list = statement?.parent ?? null;
  return list?.kind === 'global_statement' ? list.parent : list;
}

const deciding = [
  'conditional_expression',
  'switch_expression_arm',
  'lambda_expression',
  'anonymous_method_expression',
];

/** Whether the exchange is made each time the statement runs. */
function isConditional(exchange: SyntaxNode, statement: SyntaxNode): boolean {
  for (const outer of ancestors(exchange)) {
    if (outer === statement) return false;
    const isRight =
      outer.kind === 'binary_expression' && /(&&|\|\||\?\?)/.test(childInRole(outer, 'operator')?.kind ?? '');
    if (deciding.includes(outer.kind) || isRight) return true;
  }
  return false;
}

/** The statement of the same list, after the first or before it, that makes the call each time it runs; else null. */
export function statementBeside(call: SyntaxNode, first: SyntaxNode): SyntaxNode | null {
  const statement = statementOf(call);
  const isBeside = statement !== null && listOf(statement) === listOf(statementOf(first));
  return isBeside && !isConditional(call, statement) ? statement : null;
}
