import { ancestors, childInRole, closest, type SyntaxNode, textOf } from './node.ts';

/** What stands around a node, from the inside out, as far as it decides whether and when the node runs. */
export type Enclosure =
  | { readonly kind: 'if'; readonly node: SyntaxNode; readonly branch: 'then' | 'else'; readonly braces: boolean }
  | { readonly kind: 'switch'; readonly node: SyntaxNode }
  | { readonly kind: 'loop'; readonly node: SyntaxNode }
  | { readonly kind: 'try'; readonly node: SyntaxNode; readonly part: 'body' | 'catch' | 'finally' }
  | { readonly kind: 'conditional'; readonly node: SyntaxNode }
  | { readonly kind: 'lambda'; readonly node: SyntaxNode }
  | { readonly kind: 'function'; readonly node: SyntaxNode; readonly name: string; readonly local: boolean }
  | { readonly kind: 'type'; readonly node: SyntaxNode; readonly name: string };

export const functionKinds = [
  'method_declaration',
  'constructor_declaration',
  'local_function_statement',
  'accessor_declaration',
  'operator_declaration',
  'conversion_operator_declaration',
  'destructor_declaration',
];
/** With `=> …` in place of accessors. */
const propertyKinds = ['property_declaration', 'indexer_declaration'];
export const lambdaKinds = ['lambda_expression', 'anonymous_method_expression'];
export const typeKinds = [
  'class_declaration',
  'struct_declaration',
  'record_declaration',
  'interface_declaration',
  'enum_declaration',
];
const loopKinds = ['for_statement', 'foreach_statement', 'while_statement', 'do_statement'];
/** Of `for (initializer; …)` and `foreach (… in right)`: evaluated once. */
const rolesBeforeLoop = ['initializer', 'right'];
const shortCircuits = ['&&', '||', '??', '??='];

/** Whether the node belongs to the statements outside all types, which the compiler puts into `class Program`. */
export function isTopLevel(node: SyntaxNode): boolean {
  return closest(node, 'global_statement', ...typeKinds)?.kind === 'global_statement';
}

export function enclosures(node: SyntaxNode, text: string): readonly Enclosure[] {
  const found: Enclosure[] = [];
  let inner = node;
  for (const outer of ancestors(node)) {
    const enclosure = enclosureBy(outer, inner, text);
    if (enclosure) found.push(enclosure);
    inner = outer;
  }
  return found;
}

function enclosureBy(outer: SyntaxNode, inner: SyntaxNode, text: string): Enclosure | null {
  const { kind } = outer;
  if (kind === 'if_statement' && inner.field !== 'condition') {
    const branch = inner.field === 'alternative' ? 'else' : 'then';
    return { kind: 'if', node: outer, branch, braces: inner.kind === 'block' };
  }
  if (kind === 'switch_section') return { kind: 'switch', node: outer };
  if (loopKinds.includes(kind) && !rolesBeforeLoop.includes(inner.field ?? '')) return { kind: 'loop', node: outer };
  if (kind === 'try_statement') return { kind: 'try', node: outer, part: partOfTry(inner) };
  if (mayBeSkipped(inner, outer, text)) return { kind: 'conditional', node: outer };
  if (lambdaKinds.includes(kind)) return { kind: 'lambda', node: outer };
  if (functionKinds.includes(kind)) {
    return { kind: 'function', node: outer, name: nameOf(outer, text), local: kind === 'local_function_statement' };
  }
  if (inner.kind === 'arrow_expression_clause' && propertyKinds.includes(kind)) {
    return { kind: 'function', node: outer, name: nameOf(outer, text), local: false };
  }
  if (typeKinds.includes(kind)) return { kind: 'type', node: outer, name: nameOf(outer, text) };
  return null;
}

/** Whether an expression decides that a part of it does not run. */
function mayBeSkipped(part: SyntaxNode, expression: SyntaxNode, text: string): boolean {
  switch (expression.kind) {
    case 'conditional_expression':
      return part.field !== 'condition';
    case 'switch_expression':
      return part.kind === 'switch_expression_arm';
    case 'binary_expression':
    case 'assignment_expression': {
      const operator = childInRole(expression, 'operator');
      return part.field === 'right' && operator !== null && shortCircuits.includes(textOf(operator, text));
    }
    default:
      return false;
  }
}

function partOfTry(part: SyntaxNode): 'body' | 'catch' | 'finally' {
  if (part.kind === 'catch_clause') return 'catch';
  return part.kind === 'finally_clause' ? 'finally' : 'body';
}

function nameOf(declaration: SyntaxNode, text: string): string {
  const name = childInRole(declaration, 'name');
  return name ? textOf(name, text) : '';
}
