import { initializerOf } from '../../../../syntax/csharp/declaration.ts';
import { identifierName } from '../../../../syntax/csharp/evaluate/bindings.ts';
import { at, type Place } from '../../../../syntax/csharp/evaluate/place.ts';
import { bindingInScope } from '../../../../syntax/csharp/evaluate/scope.ts';
import { type CSharpFile, nodesOfKind } from '../../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../../syntax/csharp/invocation.ts';
import { childInRole, type SyntaxNode } from '../../../../syntax/csharp/node.ts';
import { rootOf } from '../../../../syntax/csharp/project.ts';
import { type CodeTypes, isToken } from '../code-types.ts';
import { isObject, type ObjectUse, useByMethod, useOfVariable } from './object-uses.ts';
import { isStatedToken } from './stated-token.ts';

/** A token that goes on as an `object`, and what becomes of it. */
export interface ObjectPlace {
  readonly token: Place;
  readonly use: ObjectUse;
}

/** Arguments of the app's own methods, and locals. */
export function objectPlaces(file: CSharpFile, code: CodeTypes): readonly ObjectPlace[] {
  return [
    ...nodesOfKind(file, 'invocation_expression').flatMap((node) => asArguments(node, file, code)),
    ...nodesOfKind(file, 'variable_declarator').flatMap((node) => inLocal(node, file, code)),
  ];
}

function asArguments(node: SyntaxNode, file: CSharpFile, code: CodeTypes): readonly ObjectPlace[] {
  const call = readInvocation(node, file.text);
  const place = { node, root: rootOf(node), file };
  return (call?.arguments ?? []).flatMap((argument) => {
    const token = at(place, argument.value);
    const use = call && isHeld(token, code) ? useByMethod(call, argument, place, code) : null;
    return use === null ? [] : [{ token, use }];
  });
}

/** Where a local goes on to, nobody follows it. */
function inLocal(declarator: SyntaxNode, file: CSharpFile, code: CodeTypes): readonly ObjectPlace[] {
  const place = { node: declarator, root: rootOf(declarator), file };
  const initializer = initializerOf(declarator);
  const type = declarator.parent && childInRole(declarator.parent, 'type');
  const name = childInRole(declarator, 'name');
  if (initializer === null || name === null || !isObject(type, place)) return [];
  const token = at(place, initializer);
  const binding = bindingInScope(identifierName(name, file.text), initializer, place.root, file.text);
  const isText = isHeld(token, code) && binding?.kind === 'local' && useOfVariable(binding, place) === 'text';
  return isText ? [{ token, use: 'text' }] : [];
}

function isHeld(token: Place, code: CodeTypes): boolean {
  return isToken(token, code) || isStatedToken(token, code);
}
