import { type Binding, identifierName } from '../../../../syntax/csharp/evaluate/bindings.ts';
import { at, type Place } from '../../../../syntax/csharp/evaluate/place.ts';
import { bindingInScope } from '../../../../syntax/csharp/evaluate/scope.ts';
import { descendantsOfKind } from '../../../../syntax/csharp/node.ts';

/** Where a local or a parameter is named, its declaration left aside. */
export function usesOf(binding: Binding, { root, file, node }: Place): readonly Place[] {
  return [...descendantsOfKind(binding.scope, 'identifier')]
    .filter((name) => identifierName(name, file.text) === binding.name && !isNameOfOther(name.field))
    .filter((name) => bindingInScope(binding.name, name, root, file.text) === binding)
    .map((name) => at({ node, root, file }, name));
}

/** In `x.name`, `name: value` and `T name = …` it names something else, or is what is declared. */
function isNameOfOther(role: string | null): boolean {
  return role === 'name' || role === 'type';
}
