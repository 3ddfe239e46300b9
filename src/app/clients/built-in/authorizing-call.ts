import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Argument, Invocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';

const arrays = ['collection_expression', 'array_creation_expression', 'implicit_array_creation_expression'];

/** Another package has methods of these names that take an array of scopes, or nothing. */
export function takesScopes(invocation: Invocation, file: CSharpFile): boolean {
  const [first, ...rest] = authorizingParts(invocation, file).scopes;
  return first !== undefined && !(rest.length === 0 && isArray(first.value, file));
}

interface Parts {
  readonly builder: SyntaxNode | null;
  readonly scopes: readonly Argument[];
}

/** A static call begins with the client. */
export function authorizingParts({ receiver, arguments: all }: Invocation, file: CSharpFile): Parts {
  const [first, ...rest] = all;
  const isTypeName = receiver !== null && /^(?:[A-Z]\w*\.)*[A-Z]\w*$/.test(dottedName(receiver, file.text));
  const isStatic = isTypeName && (first?.value.kind === 'identifier' || first?.value.kind === 'invocation_expression');
  return isStatic ? { builder: first.value, scopes: rest } : { builder: receiver, scopes: all };
}

function isArray(value: SyntaxNode, file: CSharpFile): boolean {
  if (value.kind !== 'identifier') return arrays.includes(value.kind);
  const binding = bindingInScope(textOf(value, file.text), value, rootOf(value), file.text);
  const holder =
    binding?.kind === 'local' ? binding.declarator.parent : binding?.kind === 'parameter' ? binding.node : null;
  const type = holder && childInRole(holder, 'type');
  const initializer = binding?.kind === 'local' ? initializerOf(binding.declarator) : null;
  return type?.kind === 'array_type' || (initializer !== null && arrays.includes(initializer.kind));
}
