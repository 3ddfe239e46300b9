import { readInvocation } from '../invocation.ts';
import { descendantsOfKind, type SyntaxNode, textOf } from '../node.ts';

/** Names of calls that ask and change nothing, as .NET's conventions go. */
const askingName =
  /^(Is|Has|Get|Contains|Equals|StartsWith|EndsWith|Exists|Any|Trim|To|Concat|Join|Format|Combine|nameof)/;
const changingKinds = [
  'assignment_expression',
  'await_expression',
  'postfix_unary_expression',
  'prefix_unary_expression',
  'throw_expression',
];

/** Whether evaluating the expression does nothing but yield its value, as far as names tell. */
export function onlyAsks(expression: SyntaxNode, text: string): boolean {
  const nodes = [
    expression,
    ...descendantsOfKind(expression, 'invocation_expression', 'object_creation_expression', ...changingKinds),
  ];
  return nodes.every((node) => {
    if (node.kind === 'invocation_expression') return askingName.test(readInvocation(node, text)?.name ?? '');
    if (node.kind === 'object_creation_expression') return false;
    if (!changingKinds.includes(node.kind)) return true;
    const operator = textOf(node, text);
    if (node.kind === 'prefix_unary_expression') return !operator.startsWith('++') && !operator.startsWith('--');
    return node.kind === 'postfix_unary_expression' && operator.endsWith('!');
  });
}
