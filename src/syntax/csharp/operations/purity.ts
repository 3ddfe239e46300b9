import { lambdaKinds } from '../enclosing.ts';
import { readInvocation } from '../invocation.ts';
import { childInRole, childOfKind, descendantsOfKind, namedChildren, type SyntaxNode, textOf } from '../node.ts';

/** Names of calls that ask and change nothing, as .NET's conventions go. */
const askingName =
  /^(Is|Has|Get|TryGet|TryParse|Contains|Equals|StartsWith|EndsWith|Exists|Any|Trim|To|Concat|Join|Format|Combine|nameof)(?![a-z])/;
/** `GetOrAdd`, `GetOrCreate` and their like. */
const changingName = /^GetOr[A-Z]/;
const creations = ['object_creation_expression', 'implicit_object_creation_expression'];

/**
 * Whether evaluating the expression does nothing but yield its value, as far as names tell. Objects of the idle types
 * are values; `?? throw` only guards the value.
 */
export function onlyAsks(expression: SyntaxNode, text: string, idleTypes: readonly string[] = []): boolean {
  const pending: SyntaxNode[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (guardsValue(node)) continue;
    if (makesIdle(node, text, idleTypes)) {
      pending.push(...valuesIn(node));
      continue;
    }
    if (changes(node, text) || (node.kind === 'invocation_expression' && !asks(node, text))) return false;
    // What a lambda does, it does when someone calls it.
    if (!lambdaKinds.includes(node.kind)) pending.push(...namedChildren(node));
  }
  return true;
}

/** The `throw …` behind `??`. */
function guardsValue(node: SyntaxNode): boolean {
  return node.kind === 'throw_expression' && node.parent?.kind === 'binary_expression' && node.field === 'right';
}

function makesIdle(node: SyntaxNode, text: string, idleTypes: readonly string[]): boolean {
  const type = node.kind === 'object_creation_expression' ? childInRole(node, 'type') : declaredType(node);
  return type !== null && idleTypes.includes(textOf(type, text).split('.').at(-1) ?? '');
}

/** Of `T x = new();` */
function declaredType(node: SyntaxNode): SyntaxNode | null {
  const declaration = node.kind === 'implicit_object_creation_expression' ? node.parent?.parent : null;
  return declaration?.kind === 'variable_declaration' ? childInRole(declaration, 'type') : null;
}

/** What is put into a new object. */
function valuesIn(creation: SyntaxNode): readonly SyntaxNode[] {
  const list = childOfKind(creation, 'argument_list');
  const initializer = childOfKind(creation, 'initializer_expression');
  const members = initializer ? namedChildren(initializer) : [];
  return [...(list ? namedChildren(list) : []), ...members.flatMap((member) => childInRole(member, 'right') ?? member)];
}

function asks(call: SyntaxNode, text: string): boolean {
  const name = readInvocation(call, text)?.name ?? '';
  return askingName.test(name) && !changingName.test(name);
}

/** Whether the node itself, calls left aside, does something besides yielding a value. */
export function changes(node: SyntaxNode, text: string): boolean {
  switch (node.kind) {
    case 'assignment_expression':
    case 'await_expression':
    case 'throw_expression':
      return true;
    case 'prefix_unary_expression':
      return /^(\+\+|--)/.test(textOf(node, text));
    case 'postfix_unary_expression':
      return /(\+\+|--)$/.test(textOf(node, text));
    case 'argument':
      return childOfKind(node, 'out', 'ref') !== null && childOfKind(node, 'declaration_expression') === null;
    default:
      return creations.includes(node.kind);
  }
}

/** Names that a condition or an initializer declares for the code after it: `out var x`, `is string x`. */
export function namesDeclaredIn(expression: SyntaxNode, text: string): readonly string[] {
  const declaring = [
    'declaration_expression',
    'declaration_pattern',
    'recursive_pattern',
    'var_pattern',
    'list_pattern',
  ];
  return [...descendantsOfKind(expression, ...declaring, 'parenthesized_variable_designation')].flatMap((node) =>
    node.children.filter((child) => child.field === 'name').map((name) => textOf(name, text)),
  );
}
