import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import type { Place } from '../../../syntax/csharp/evaluate/place.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, closest, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { writtenAt } from '../../../syntax/csharp/types/written-type.ts';
import { type CodeTypes, resolvedType } from './code-types.ts';
import { clientType, means } from './library-type.ts';

/** How code comes by the client: the earlier, the better it shows where from. */
export const ways = ['constructor', 'resolved', 'parameter', 'member', 'call'] as const;

export interface Hold {
  readonly way: (typeof ways)[number];
  readonly place: Place;
}

const declarations = ['parameter', 'property_declaration', 'field_declaration', 'invocation_expression'];

/** Where a file declares or resolves something that is the built-in client. */
export function holdsIn(file: CSharpFile, code: CodeTypes): readonly Hold[] {
  return nodesOfKind(file, ...declarations).flatMap((node) => {
    const place = { node, root: rootOf(node), file };
    const call = readInvocation(node, file.text);
    const type = call ? resolvedType(call, place) : writtenAt(declaredType(node), place);
    const isHeld = type && means(clientType, type, code) && !isOfInterface(node);
    return isHeld ? [{ way: wayOf(node), place }] : [];
  });
}

function declaredType(declaration: SyntaxNode): SyntaxNode | null {
  const typed =
    declaration.kind === 'field_declaration' ? childOfKind(declaration, 'variable_declaration') : declaration;
  return typed && childInRole(typed, 'type');
}

/** What an interface asks for, the classes behind it hold. */
function isOfInterface(declaration: SyntaxNode): boolean {
  return closest(declaration, ...typeKinds)?.kind === 'interface_declaration';
}

function wayOf(node: SyntaxNode): Hold['way'] {
  if (node.kind === 'invocation_expression') return 'resolved';
  if (node.kind !== 'parameter') return 'member';
  const owner = node.parent?.parent?.kind ?? '';
  return owner === 'constructor_declaration' || typeKinds.includes(owner) ? 'constructor' : 'parameter';
}
