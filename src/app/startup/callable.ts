import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import type { Invocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, hasModifier, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, functionDeclaration } from '../../syntax/csharp/project.ts';

/** A function of the app's own that a call may mean. */
export interface Callable {
  readonly file: CSharpFile;
  readonly declaration: SyntaxNode;
  readonly body: SyntaxNode;
}

/** The app's functions of that name that take as many arguments; empty when the name is a library's. */
export function findCallables(invocation: Invocation, file: CSharpFile, project: CSharpProject): readonly Callable[] {
  return project
    .filesMentioning(invocation.name, functionDeclaration(invocation.name))
    .flatMap((candidate) => declarationsNamed(invocation.name, candidate))
    .filter((callable) => callable.file === file || callable.declaration.kind === 'method_declaration')
    .filter((callable) => takes(callable, invocation));
}

function declarationsNamed(name: string, file: CSharpFile): readonly Callable[] {
  return nodesOfKind(file, 'method_declaration', 'local_function_statement').flatMap((declaration) => {
    const declared = childInRole(declaration, 'name');
    const body = childInRole(declaration, 'body') ?? childOfKind(declaration, 'arrow_expression_clause');
    return declared && body && textOf(declared, file.text) === name ? [{ file, declaration, body }] : [];
  });
}

export interface Parameter {
  readonly name: string;
  readonly optional: boolean;
  readonly isThis: boolean;
  readonly isParams: boolean;
}

export function parametersOf(declaration: SyntaxNode, text: string): readonly Parameter[] {
  const list = childInRole(declaration, 'parameters') ?? childOfKind(declaration, 'parameter_list');
  if (list === null) return [];
  const parameters = list.children
    .filter((child) => child.kind === 'parameter')
    .map((parameter) => {
      const name = childInRole(parameter, 'name');
      return {
        name: name ? textOf(name, text) : '',
        optional: parameter.children.some((child) => textOf(child, text) === '='),
        isThis: hasModifier(parameter, text, 'this'),
        isParams: false,
      };
    });
  // The grammar puts the parts of a `params` parameter straight into the list.
  const rest = childInRole(list, 'name');
  return rest
    ? [...parameters, { name: textOf(rest, text), optional: true, isThis: false, isParams: true }]
    : parameters;
}

function takes({ declaration, file }: Callable, invocation: Invocation): boolean {
  const parameters = parametersOf(declaration, file.text);
  const fits = (given: number, expected: readonly Parameter[]) =>
    given >= expected.filter((parameter) => !parameter.optional).length &&
    (given <= expected.length || expected.some((parameter) => parameter.isParams));
  const given = invocation.arguments.length;
  const asExtension = parameters[0]?.isThis === true && invocation.receiver !== null;
  return fits(given, parameters) || (asExtension && fits(given, parameters.slice(1)));
}

/** The function or lambda that a node's code belongs to; null for top-level statements. */
export function functionAround(node: SyntaxNode): SyntaxNode | null {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (functionKinds.includes(above.kind) || lambdaKinds.includes(above.kind)) return above;
  }
  return null;
}
