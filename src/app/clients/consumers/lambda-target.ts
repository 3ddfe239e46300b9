import { lambdaKinds } from '../../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import { findCallables, parametersOf } from '../../startup/callable.ts';

/** Library methods that run what they are given and ask for nothing. */
const running = ['Register', 'ForEach', 'ForEachAsync'];

/**
 * Whether the expression is all of a lambda that is to return nothing, or a task of nothing: as far as its target is
 * declared in the app. A member of the token would not be a statement there.
 */
export function isBodyWithoutResult(expression: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const lambda = expression.parent;
  if (lambda === null || !lambdaKinds.includes(lambda.kind) || expression.field !== 'body') return false;
  const argument = lambda.parent?.kind === 'argument' ? lambda.parent : null;
  const call = argument?.parent?.parent;
  if (argument && call) {
    const invocation = call.kind === 'invocation_expression' ? readInvocation(call, file.text) : null;
    return invocation !== null && wantsNothing(invocation, argument, file, project);
  }
  const type = declaredType(lambda);
  return type !== null && isOfNothing(textOf(type, file.text));
}

function wantsNothing(invocation: Invocation, argument: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  if (running.includes(invocation.name)) return true;
  const index = invocation.arguments.findIndex(({ start }) => start === argument.start);
  const own = findCallables(invocation, file, project);
  const types = own.map(({ declaration, file: { text } }) => {
    const parameters = parametersOf(declaration, text);
    const isShifted = parameters[0]?.isThis === true && invocation.arguments.length < parameters.length;
    return parameters[isShifted ? index + 1 : index]?.type ?? '';
  });
  return types.length > 0 && types.every(isOfNothing);
}

/** Of a variable, a property, or the function that returns the lambda. */
function declaredType(lambda: SyntaxNode): SyntaxNode | null {
  const declaration = closest(
    lambda,
    'variable_declaration',
    'property_declaration',
    'method_declaration',
    'local_function_statement',
  );
  return declaration && (childInRole(declaration, 'returns') ?? childInRole(declaration, 'type'));
}

function isOfNothing(type: string): boolean {
  return /^(System\.)?(Action\b|Func<(.*[\s,<.])?(Value)?Task>\??$)/s.test(type);
}
