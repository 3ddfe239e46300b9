import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import { ancestors, type SyntaxNode } from '../../syntax/csharp/node.ts';

/** What a call is all of: a statement, or the expression that a lambda or a function consists of; null when it is a part. */
export type Whole =
  | { readonly kind: 'statement'; readonly node: SyntaxNode }
  | { readonly kind: 'body'; readonly node: SyntaxNode };

export function wholeOf(call: SyntaxNode): Whole | null {
  let inner = call;
  let outer = call.parent;
  while (outer !== null && ['await_expression', 'parenthesized_expression'].includes(outer.kind)) {
    inner = outer;
    outer = outer.parent;
  }
  if (outer === null) return null;
  if (outer.kind === 'expression_statement') return { kind: 'statement', node: outer };
  if (outer.kind === 'arrow_expression_clause') return { kind: 'body', node: outer };
  return lambdaKinds.includes(outer.kind) && inner.field === 'body' ? { kind: 'body', node: outer } : null;
}

/** The lambda or function that a place stands in; null for top-level statements. */
export function bodyAround(place: SyntaxNode): SyntaxNode | null {
  const around = [place, ...ancestors(place)];
  return around.find(({ kind }) => lambdaKinds.includes(kind) || functionKinds.includes(kind)) ?? null;
}

/** The call that takes a lambda as an argument. */
export function takerOf(lambda: SyntaxNode): SyntaxNode | null {
  const call = lambda.parent?.kind === 'argument' ? lambda.parent.parent?.parent : null;
  return call?.kind === 'invocation_expression' ? call : null;
}
