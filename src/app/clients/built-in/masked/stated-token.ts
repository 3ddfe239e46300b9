import { identifierName } from '../../../../syntax/csharp/evaluate/bindings.ts';
import { at, type Place } from '../../../../syntax/csharp/evaluate/place.ts';
import { bindingInScope } from '../../../../syntax/csharp/evaluate/scope.ts';
import { childInRole, descendantsOfKind, type SyntaxNode } from '../../../../syntax/csharp/node.ts';
import { writtenAt } from '../../../../syntax/csharp/types/written-type.ts';
import type { CodeTypes } from '../code-types.ts';
import { means, tokenType } from '../library-type.ts';

/** `out T x`, `(T x, U y) = …`, `foreach (T x in …)`, `is T x`, `case T x:` and `using (T x = …)` */
const declaring = [
  'declaration_expression',
  'foreach_statement',
  'declaration_pattern',
  'recursive_pattern',
  'variable_declarator',
];

/** Whether a variable that only a run sets is a token, which may not be null, by the type that stands before its name. */
export function isStatedToken({ node, root, file }: Place, code: CodeTypes): boolean {
  if (node.kind !== 'identifier') return false;
  const name = identifierName(node, file.text);
  const binding = bindingInScope(name, node, root, file.text);
  if (binding?.kind !== 'run-time') return false;
  const nameOf = (one: SyntaxNode) => childInRole(one, one.kind === 'foreach_statement' ? 'left' : 'name');
  const declared = [binding.scope, ...descendantsOfKind(binding.scope, ...declaring)].filter((one) => {
    const named = declaring.includes(one.kind) ? nameOf(one) : null;
    return named?.kind === 'identifier' && identifierName(named, file.text) === name;
  });
  return declared.length > 0 && declared.every((one) => saysToken(one, { node, root, file }, code));
}

function saysToken(declaration: SyntaxNode, place: Place, code: CodeTypes): boolean {
  const holder = declaration.kind === 'variable_declarator' ? declaration.parent : declaration;
  const type = holder && writtenAt(childInRole(holder, 'type'), at(place, declaration));
  return type != null && !type.text.endsWith('?') && means(tokenType, type, code);
}
