import { functionKinds, lambdaKinds } from '../../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, closest, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type ClassNames, isNamedIn } from './class-names.ts';

/** Whether `new(…)`, which says no type, makes a class; `open` where the code does not tell. */
export type Made = 'yes' | 'no' | 'open';

export function madeBy(creation: SyntaxNode, names: ClassNames, file: CSharpFile): Made {
  return isOfLiterals(creation) ? 'no' : targetOf(creation, names, file);
}

const literals = /^(?:\w*string_literal|integer_literal|real_literal|boolean_literal|character_literal)$/;

/** Also of nothing: no such argument is a client. */
function isOfLiterals(creation: SyntaxNode): boolean {
  const list = namedChildren(creation).find(({ kind }) => kind === 'argument_list');
  const values = (list ? namedChildren(list) : []).map((argument) => namedChildren(argument).at(-1));
  return values.every((value) => value !== undefined && literals.test(value.kind));
}

/** Upwards from what is made to what says its type. */
function targetOf(node: SyntaxNode, names: ClassNames, file: CSharpFile): Made {
  const { parent } = node;
  const says = (type: SyntaxNode | null | undefined): Made => (type ? isSaid(textOf(type, file.text), names) : 'open');
  switch (parent?.kind) {
    case 'variable_declarator': {
      const type = parent.parent && childInRole(parent.parent, 'type');
      return type?.kind === 'implicit_type' ? 'open' : says(type);
    }
    case 'property_declaration':
    case 'object_creation_expression':
    case 'array_creation_expression':
    case 'cast_expression':
      return says(childInRole(parent, 'type'));
    case 'arrow_expression_clause':
      return says(returnedBy(parent.parent));
    case 'return_statement':
    case 'yield_statement': {
      const owner = closest(parent, ...functionKinds, ...lambdaKinds);
      return owner && lambdaKinds.includes(owner.kind) ? targetOf(owner, names, file) : says(returnedBy(owner));
    }
    case 'assignment_expression':
      return ofAssignment(parent, names, file);
    case 'argument':
      return ofArgument(parent, names, file);
    default:
      return parent && passing.test(parent.kind) ? targetOf(parent, names, file) : 'open';
  }
}

const passing =
  /^(?:parenthesized|conditional|switch|binary|initializer|collection|postfix_unary|lambda|tuple|implicit_\w+_creation|await)_expression$|_element$|^switch_expression_arm$/;

function isSaid(text: string, { own, members }: ClassNames): Made {
  return isNamedIn(text, own) || isNamedIn(text, members) ? 'yes' : 'no';
}

function returnedBy(declaration: SyntaxNode | null): SyntaxNode | null {
  return declaration && (childInRole(declaration, 'returns') ?? childInRole(declaration, 'type'));
}

/** `a.B = new(…)`; `["key"] = new(…)` is of what is initialised so. */
function ofAssignment(assignment: SyntaxNode, names: ClassNames, file: CSharpFile): Made {
  const left = childInRole(assignment, 'left');
  if (left === null) return 'open';
  if (left.kind === 'element_binding_expression')
    return assignment.parent ? targetOf(assignment.parent, names, file) : 'open';
  const name = left.kind === 'member_access_expression' ? childInRole(left, 'name') : left;
  return isSaid(textOf(name ?? left, file.text), names);
}

function ofArgument(argument: SyntaxNode, names: ClassNames, file: CSharpFile): Made {
  const list = argument.parent;
  const called = list?.parent;
  if (list?.kind === 'tuple_expression') return targetOf(list, names, file);
  switch (called?.kind) {
    case 'invocation_expression': {
      const name = readInvocation(called, file.text);
      const said = isSaid(file.text.slice(name?.receiver?.start ?? called.start, list?.start), names);
      return said === 'yes' ? 'yes' : 'open';
    }
    case 'object_creation_expression': {
      const type = childInRole(called, 'type');
      return type ? isSaid(textOf(type, file.text), names) : 'open';
    }
    case 'implicit_object_creation_expression':
      return targetOf(called, names, file);
    default:
      return 'open';
  }
}
