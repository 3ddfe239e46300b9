import { type Binding, identifierName } from '../../../../syntax/csharp/evaluate/bindings.ts';
import { at, type Place } from '../../../../syntax/csharp/evaluate/place.ts';
import { bindingInScope } from '../../../../syntax/csharp/evaluate/scope.ts';
import { contains, descendantsOfKind, type SyntaxNode } from '../../../../syntax/csharp/node.ts';
import { byKey } from '../../../../syntax/csharp/project.ts';

/** Where a local or a parameter is named, its declaration left aside. */
export function usesOf(binding: Binding, place: Place): readonly Place[] {
  const { root, file } = place;
  return (identifiersIn(root, file.text).get(binding.name) ?? [])
    .filter((name) => contains(binding.scope, name) && !isNameOfOther(name.field))
    .filter((name) => bindingInScope(binding.name, name, root, file.text) === binding)
    .map((name) => at(place, name));
}

const read = new WeakMap<SyntaxNode, ReadonlyMap<string, readonly SyntaxNode[]>>();

/** By name, once for each program. */
function identifiersIn(root: SyntaxNode, text: string): ReadonlyMap<string, readonly SyntaxNode[]> {
  const before = read.get(root);
  if (before) return before;
  const identifiers = byKey([...descendantsOfKind(root, 'identifier')], (name) => identifierName(name, text));
  read.set(root, identifiers);
  return identifiers;
}

/** In `x.name`, `name: value` and `T name = …` it names something else, or is what is declared. */
function isNameOfOther(role: string | null): boolean {
  return role === 'name' || role === 'type';
}
