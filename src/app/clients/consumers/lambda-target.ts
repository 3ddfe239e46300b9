import { functionKinds, lambdaKinds } from '../../../syntax/csharp/enclosing.ts';
import { at, type Place } from '../../../syntax/csharp/evaluate/place.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { ancestors, childInRole, closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import { writtenAt } from '../../../syntax/csharp/types/written-type.ts';
import { openTypes, type TypeReader } from '../../../syntax/csharp/types.ts';
import { wantedByCall } from './lambda-argument.ts';
import { type Wanted, wantedBy } from './wanted-result.ts';

/** What is asked of a lambda, as far as the type is declared that it becomes. */
export function wantedOf(lambda: Place, project: CSharpProject): Wanted {
  return wantedAt(
    lambda,
    openTypes(project, () => null),
  );
}

/** Whether a lambda around the node is to become a tree, which holds no `await` and no list of scopes. */
export function isInExpressionTree(node: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const lambdas = [...ancestors(node)].filter(({ kind }) => lambdaKinds.includes(kind));
  return lambdas.some((lambda) => wantedOf({ node: lambda, root: rootOf(lambda), file }, project) === 'expression');
}

function wantedAt(place: Place, types: TypeReader): Wanted {
  const { node, file } = place;
  const { parent } = node;
  const of = (type: SyntaxNode | null | undefined) => wantedBy(type ? writtenAt(type, place) : null);
  switch (parent?.kind) {
    case 'parenthesized_expression':
    case 'conditional_expression':
    case 'switch_expression_arm':
    case 'switch_expression':
      return wantedAt(at(place, parent), types);
    case 'cast_expression':
      return of(childInRole(parent, 'type'));
    case 'argument':
      return wantedByCall(at(place, parent), types);
    case 'variable_declarator':
      return ofVariable(parent, place);
    case 'property_declaration':
      return of(childInRole(parent, 'type'));
    case 'arrow_expression_clause':
      return of(returnedBy(parent.parent));
    case 'return_statement':
      return of(returnedBy(closest(parent, ...functionKinds, ...lambdaKinds)));
    case 'assignment_expression': {
      const [left, operator] = [childInRole(parent, 'left'), childInRole(parent, 'operator')];
      const isSet = left !== null && operator !== null && textOf(operator, file.text) === '=';
      return isSet ? wantedBy(types.of(at(place, left))) : 'unknown';
    }
    default:
      return 'unknown';
  }
}

/** With `var`, the lambda itself says what it returns. */
function ofVariable(declarator: SyntaxNode, place: Place): Wanted {
  const type = declarator.parent && childInRole(declarator.parent, 'type');
  return type?.kind === 'implicit_type' ? 'task' : wantedBy(type ? writtenAt(type, place) : null);
}

function returnedBy(declaration: SyntaxNode | null): SyntaxNode | null {
  return declaration && (childInRole(declaration, 'returns') ?? childInRole(declaration, 'type'));
}
