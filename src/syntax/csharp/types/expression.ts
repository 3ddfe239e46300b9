import { initializerOf } from '../declaration.ts';
import { type Binding, identifierName } from '../evaluate/bindings.ts';
import { at, type Place } from '../evaluate/place.ts';
import { readInvocation } from '../invocation.ts';
import { childInRole, childOfKind, namedChildren, type SyntaxNode } from '../node.ts';
import { typeOfAccess } from './access.ts';
import { typeOfCall } from './calls.ts';
import { typeOfCoalescing, typeOfEither } from './choices.ts';
import { namedThing } from './members.ts';
import type { TypeReader } from './reader.ts';
import { awaited } from './tasks.ts';
import { elementOfArray, genericName, typeArguments, type WrittenType, writtenAt } from './written-type.ts';

export function readType(place: Place, reader: TypeReader): WrittenType | null {
  const { node, file } = place;
  const child = (role: string) => childInRole(node, role);
  const inner = namedChildren(node)[0];
  switch (node.kind) {
    case 'identifier':
      return typeOfName(place, reader);
    case 'parenthesized_expression':
    case 'postfix_unary_expression':
      return inner ? reader.of(at(place, inner)) : null;
    case 'await_expression':
      return inner ? awaited(reader.of(at(place, inner))) : null;
    case 'member_access_expression':
      return typeOfAccess(child('expression'), child('name'), place, reader);
    case 'conditional_access_expression':
      return typeOfAccess(child('condition'), nameBehindMark(node), place, reader);
    case 'invocation_expression':
      return typeOfCall(readInvocation(node, file.text), place, reader);
    case 'element_access_expression':
      return typeOfElement(child('expression'), place, reader);
    case 'cast_expression':
    case 'default_expression':
    case 'object_creation_expression':
      return writtenAt(child('type'), place);
    case 'as_expression':
      return writtenAt(child('right'), place);
    case 'conditional_expression':
      return typeOfEither([child('consequence'), child('alternative')], place, reader);
    case 'binary_expression':
      return child('operator')?.kind === '??' ? typeOfCoalescing(child('left'), child('right'), place, reader) : null;
    default:
      return null;
  }
}

function typeOfName(place: Place, reader: TypeReader): WrittenType | null {
  const named = namedThing(identifierName(place.node, place.file.text), place, reader.project);
  return named?.kind === 'binding' ? typeOfBinding(named.binding, place, reader) : (named?.type ?? null);
}

function typeOfBinding(binding: Binding, place: Place, reader: TypeReader): WrittenType | null {
  if (binding.kind === 'run-time') return null;
  if (binding.kind === 'parameter') return writtenAt(childInRole(binding.node, 'type'), place);
  const { declarator } = binding;
  const declared = declarator.parent && writtenAt(childInRole(declarator.parent, 'type'), place);
  const initializer = initializerOf(declarator);
  return declared ?? (initializer ? reader.of(at(place, initializer)) : null);
}

const holders = ['List', 'IList', 'IReadOnlyList', 'Dictionary', 'IDictionary', 'IReadOnlyDictionary'];

function typeOfElement(collection: SyntaxNode | null, place: Place, reader: TypeReader): WrittenType | null {
  const type = collection && reader.ofLink(at(place, collection));
  if (!type) return null;
  return elementOfArray(type) ?? (holders.includes(genericName(type)) ? (typeArguments(type).at(-1) ?? null) : null);
}

/** The name in `a?.Name`. */
function nameBehindMark(access: SyntaxNode): SyntaxNode | null {
  const binding = childOfKind(access, 'member_binding_expression');
  return binding && childInRole(binding, 'name');
}
