import { functionKinds, lambdaKinds, typeKinds } from '../../syntax/csharp/enclosing.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { identifiersBelow } from '../../syntax/csharp/identifiers.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, callsNamed, rootOf } from '../../syntax/csharp/project.ts';
import { findCallables, nameOf, parametersOf } from '../startup/callable.ts';

export interface ValueUse {
  readonly node: SyntaxNode;
  readonly file: CSharpFile;
}

/** Where a value is put to use: through what holds it, functions that are passed it, and those that return it. */
export function usesOfValue(node: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly ValueUse[] {
  const seen = new Set<SyntaxNode>();
  const uses: ValueUse[] = [];
  const reached: ValueUse[] = [{ node, file }];
  for (const use of reached) {
    if (use.node.parent === null || seen.has(use.node)) continue;
    seen.add(use.node);
    const next = nextAfter(use, use.node.parent, project);
    // What leads nowhere is used where it stands.
    if (next.length === 0) uses.push(use);
    reached.push(...next);
  }
  return uses;
}

const wrapping = [
  'parenthesized_expression',
  'postfix_unary_expression',
  'cast_expression',
  'as_expression',
  'binary_expression',
  'with_expression',
];

function nextAfter({ node, file }: ValueUse, parent: SyntaxNode, project: CSharpProject): readonly ValueUse[] {
  if (wrapping.includes(parent.kind)) return [{ node: parent, file }];
  switch (parent.kind) {
    case 'member_access_expression': {
      const call = parent.parent && readInvocation(parent.parent, file.text);
      return call?.name === 'Get' ? [{ node: call.node, file }] : [];
    }
    case 'variable_declarator':
    case 'assignment_expression': {
      const name = childInRole(parent, parent.kind === 'variable_declarator' ? 'name' : 'left');
      const isHeld = name !== null && name !== node && (name.kind === 'identifier' || isOfThis(name));
      return isHeld ? holdings(name, file) : [];
    }
    case 'argument':
      return parametersFilled(parent, file, project);
    case 'return_statement':
    case 'arrow_expression_clause':
      return callsOf(node, file, project);
    default:
      return [];
  }
}

function isOfThis(access: SyntaxNode): boolean {
  return access.kind === 'member_access_expression' && childInRole(access, 'expression')?.kind === 'this';
}

/** Where a local, or else a member of the class, is named besides. */
function holdings(holder: SyntaxNode, file: CSharpFile): readonly ValueUse[] {
  const identifier = holder.kind === 'identifier' ? holder : childInRole(holder, 'name');
  if (identifier === null) return [];
  const [name, root] = [textOf(identifier, file.text), rootOf(identifier)];
  const binding = holder === identifier ? bindingInScope(name, identifier, root, file.text) : null;
  const scope = binding === null ? closest(identifier, ...typeKinds) : binding.scope;
  if (scope === null) return [];
  return identifiersBelow(scope, name, file.text)
    .filter((one) => bindingInScope(name, one, root, file.text) === binding)
    .map((one) => (one.parent !== null && isOfThis(one.parent) ? one.parent : one))
    .filter(({ parent, field }) => parent?.kind !== 'variable_declarator' && !isTarget(parent, field))
    .filter(({ field, parent }) => field !== 'name' || parent?.kind === 'argument')
    .map((node) => ({ node, file }));
}

function isTarget(parent: SyntaxNode | null, field: string | null): boolean {
  return parent?.kind === 'assignment_expression' && field === 'left';
}

/** The parameter of the app's own functions that an argument is passed for, wherever they name it. */
function parametersFilled(argument: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly ValueUse[] {
  const call = argument.parent?.parent ? readInvocation(argument.parent.parent, file.text) : null;
  if (call === null) return [];
  const index = call.arguments.findIndex(({ value }) => value.parent === argument);
  return findCallables(call, file, project).flatMap(({ declaration, body, file: declaring }) => {
    const parameters = parametersOf(declaration, declaring.text);
    const filled = parameters[0]?.isThis === true && call.arguments.length < parameters.length ? 1 : 0;
    const name = call.arguments[index]?.name ?? parameters[index + filled]?.name;
    return name ? identifiersBelow(body, name, declaring.text).map((node) => ({ node, file: declaring })) : [];
  });
}

/** Of the function that returns it. */
function callsOf(node: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly ValueUse[] {
  const around = closest(node, ...lambdaKinds, ...functionKinds);
  if (around?.kind !== 'method_declaration' && around?.kind !== 'local_function_statement') return [];
  return callsNamed(project, nameOf(around, file.text)).map((call) => ({
    node: call.invocation.node,
    file: call.file,
  }));
}
