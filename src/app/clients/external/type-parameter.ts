import { functionKinds, typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { ancestors, childOfKind, descendantsOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';

/** Whether the name is that of a type parameter of a function or type around the node. */
export function isTypeParameter(name: string, node: SyntaxNode, text: string): boolean {
  return [...ancestors(node)].some(
    (outer) => [...functionKinds, ...typeKinds].includes(outer.kind) && typeParametersOf(outer, text).includes(name),
  );
}

function typeParametersOf(declaration: SyntaxNode, text: string): readonly string[] {
  const list = childOfKind(declaration, 'type_parameter_list');
  if (list === null) return [];
  return [...descendantsOfKind(list, 'type_parameter')].flatMap((parameter) =>
    [...descendantsOfKind(parameter, 'identifier')].map((name) => textOf(name, text)),
  );
}
