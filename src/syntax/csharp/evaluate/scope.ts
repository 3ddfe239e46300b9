import { typeKinds } from '../enclosing.ts';
import { ancestors, type SyntaxNode } from '../node.ts';
import { type Binding, type Bindings, readBindings } from './bindings.ts';

/** The innermost binding of the name that is in scope at the node; members of types are not looked at. */
export function bindingInScope(name: string, at: SyntaxNode, root: SyntaxNode, text: string): Binding | null {
  const bindings = bindingsOf(root, text);
  for (const scope of ancestors(at)) {
    if (typeKinds.includes(scope.kind)) return null;
    const [found, ...others] = bindings.get(scope)?.get(name) ?? [];
    // Two of one name share a scope only where the reading of scopes is too coarse: neither is trusted.
    if (found) return others.length === 0 ? found : { kind: 'run-time', name, scope };
  }
  return null;
}

/** The parameter of `class Name(string parameter)`. */
export function primaryParameter(type: SyntaxNode, name: string, root: SyntaxNode, text: string): Binding | null {
  return bindingsOf(root, text).get(type)?.get(name)?.[0] ?? null;
}

const read = new WeakMap<SyntaxNode, Bindings>();

function bindingsOf(root: SyntaxNode, text: string): Bindings {
  const before = read.get(root);
  if (before) return before;
  const bindings = readBindings(root, text);
  read.set(root, bindings);
  return bindings;
}

/** Where a constructor, method, property or field begins, whatever it is nested in. */
export function enclosingMember(node: SyntaxNode): SyntaxNode | null {
  let inner = node;
  for (const above of ancestors(node)) {
    if (above.kind === 'declaration_list' || typeKinds.includes(above.kind)) return inner;
    inner = above;
  }
  return null;
}
