import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';

/** Where a client goes from where it is named. */
export type Destination =
  | { readonly kind: 'called'; readonly call: SyntaxNode }
  /** Kept in a variable: its declarator, its property, or the name that it is assigned to. */
  | { readonly kind: 'stored'; readonly target: SyntaxNode }
  /** Another client is put in its place. */
  | { readonly kind: 'assigned'; readonly value: SyntaxNode }
  /** Compared with null, or only named. */
  | { readonly kind: 'checked' }
  | { readonly kind: 'lost'; readonly use: 'null-conditional' | 'method-group' | 'passed-on' };

export function destinationOf(expression: SyntaxNode, text: string): Destination {
  const client = withGuards(expression);
  const { parent } = client;
  switch (parent?.kind) {
    case 'member_access_expression':
      return calledOn(parent);
    case 'conditional_access_expression':
      return lost('null-conditional');
    case 'assignment_expression':
      return assignedIn(parent, client, text);
    case 'variable_declarator':
    case 'property_declaration':
      return { kind: 'stored', target: parent };
    case 'arrow_expression_clause':
      return parent.parent?.kind === 'property_declaration'
        ? { kind: 'stored', target: parent.parent }
        : lost('passed-on');
    case 'binary_expression':
      return /^\S+\s*[!=]=\s*null$/.test(textOf(parent, text)) ? { kind: 'checked' } : lost('passed-on');
    case 'is_pattern_expression':
      // The grammar takes `a is null || b` for a pattern that goes on to the end.
      return /^\s*is\s+(not\s+)?null\b/.test(text.slice(client.end, parent.end))
        ? { kind: 'checked' }
        : lost('passed-on');
    case 'argument':
      return isOnlyChecked(parent, text) ? { kind: 'checked' } : lost('passed-on');
    default:
      return lost('passed-on');
  }
}

function lost(use: 'null-conditional' | 'method-group' | 'passed-on'): Destination {
  return { kind: 'lost', use };
}

/** With `!`, parentheses and `?? throw …` around it, which hand it on as it is. */
function withGuards(expression: SyntaxNode): SyntaxNode {
  let node = expression;
  for (;;) {
    const { parent } = node;
    const isBare = parent?.kind === 'parenthesized_expression' || parent?.kind === 'postfix_unary_expression';
    const right = parent?.kind === 'binary_expression' && node.field === 'left' ? childInRole(parent, 'right') : null;
    if (parent === null || !(isBare || right?.kind === 'throw_expression')) return node;
    node = parent;
  }
}

function calledOn(access: SyntaxNode): Destination {
  const call = access.parent?.kind === 'invocation_expression' ? access.parent : null;
  return call ? { kind: 'called', call } : lost('method-group');
}

function assignedIn(assignment: SyntaxNode, client: SyntaxNode, text: string): Destination {
  const operator = childInRole(assignment, 'operator');
  const [left, right] = [childInRole(assignment, 'left'), childInRole(assignment, 'right')];
  if (left === null || right === null || operator === null || textOf(operator, text) !== '=') return lost('passed-on');
  if (client === left) return { kind: 'assigned', value: right };
  const isStatement =
    assignment.parent?.kind === 'expression_statement' || assignment.parent?.kind === 'arrow_expression_clause';
  return isStatement ? { kind: 'stored', target: left } : lost('passed-on');
}

function isOnlyChecked(argument: SyntaxNode, text: string): boolean {
  const call = argument.parent?.parent;
  const name = call?.kind === 'invocation_expression' ? readInvocation(call, text)?.name : undefined;
  return name === 'nameof' || name === 'ThrowIfNull';
}

/** Of what is assigned: nothing, or an expression without its guards. */
export function assignedClient(value: SyntaxNode): SyntaxNode | null {
  let node = value;
  for (;;) {
    const isGuarded = node.kind === 'binary_expression' && childInRole(node, 'right')?.kind === 'throw_expression';
    const inner = isGuarded ? childInRole(node, 'left') : unwrapped(node);
    if (inner === null) return isNothing(node) ? null : node;
    node = inner;
  }
}

function unwrapped(node: SyntaxNode): SyntaxNode | null {
  const isBare = node.kind === 'parenthesized_expression' || node.kind === 'postfix_unary_expression';
  return isBare ? (namedChildren(node)[0] ?? null) : null;
}

function isNothing({ kind }: SyntaxNode): boolean {
  return kind === 'null_literal' || kind === 'default_expression';
}
