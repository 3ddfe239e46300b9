import { lambdaKinds } from './enclosing.ts';
import { ancestors, namedChildren, type SyntaxNode } from './node.ts';

const lists = ['block', 'compilation_unit', 'switch_section', 'declaration_list'];

/** The outermost piece of code around a node that is one of a list of statements, within the node's own function. */
export function listedStatement(node: SyntaxNode): SyntaxNode | null {
  let inner = node;
  for (const outer of ancestors(node)) {
    if (lists.includes(outer.kind)) return statementIn(inner);
    if (lambdaKinds.includes(inner.kind) || inner.kind === 'arrow_expression_clause') return null;
    inner = outer;
  }
  return null;
}

function statementIn(node: SyntaxNode): SyntaxNode | null {
  if (node.kind === 'global_statement') return namedChildren(node)[0] ?? null;
  return node.kind.endsWith('_statement') ? node : null;
}

/** Those that stand in one list with the statement, itself included, in their order. */
export function listAround(statement: SyntaxNode): readonly SyntaxNode[] {
  const { parent } = statement;
  if (parent === null) return [];
  const list = parent.kind === 'global_statement' ? parent.parent : parent;
  return list ? namedChildren(list).flatMap((child) => statementIn(child) ?? []) : [];
}
