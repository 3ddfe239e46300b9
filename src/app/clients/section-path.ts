import { initializerOf } from '../../syntax/csharp/declaration.ts';
import type { Binding, ParameterBinding } from '../../syntax/csharp/evaluate/bindings.ts';
import { writesToBinding } from '../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { argumentFor, type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, callsNamed, rootOf } from '../../syntax/csharp/project.ts';
import { parametersOf } from '../startup/callable.ts';

/** What part of the app's configuration an expression stands for. */
export type SectionPath =
  /** All of it, as far as the name tells. */
  { readonly kind: 'root' } | { readonly kind: 'section'; readonly path: string } | { readonly kind: 'unknown' };

const unknown: SectionPath = { kind: 'unknown' };
const deepest = 16;

/** `config.GetSection("A").GetSection("B")`, also through locals, parameters and `.Get<T>()`, as `A:B`. */
export function sectionOf(node: SyntaxNode, file: CSharpFile, project: CSharpProject, depth = 0): SectionPath {
  if (depth > deepest) return unknown;
  const follow = (next: SyntaxNode | null | undefined) => (next ? sectionOf(next, file, project, depth + 1) : unknown);
  switch (node.kind) {
    case 'parenthesized_expression':
    case 'postfix_unary_expression':
    case 'with_expression':
      return follow(namedChildren(node)[0]);
    case 'binary_expression':
      return follow(childInRole(node, 'left'));
    case 'member_access_expression':
      return /Config\w*$/i.test(textOf(node, file.text)) ? { kind: 'root' } : unknown;
    case 'identifier':
      return sectionNamed(node, file, project, depth);
    case 'invocation_expression':
      return sectionFrom(readInvocation(node, file.text), file, project, depth);
    default:
      return unknown;
  }
}

function sectionFrom(
  invocation: Invocation | null,
  file: CSharpFile,
  project: CSharpProject,
  depth: number,
): SectionPath {
  if (invocation?.receiver == null) return unknown;
  const outer = sectionOf(invocation.receiver, file, project, depth + 1);
  if (invocation.name === 'Get') return outer;
  if (invocation.name !== 'GetSection' && invocation.name !== 'GetRequiredSection') return unknown;
  const key = invocation.arguments[0] && evaluateString(invocation.arguments[0].value, file, project);
  if (key?.kind !== 'known' || outer.kind === 'unknown') return unknown;
  return { kind: 'section', path: outer.kind === 'root' ? key.value : `${outer.path}:${key.value}` };
}

function sectionNamed(identifier: SyntaxNode, file: CSharpFile, project: CSharpProject, depth: number): SectionPath {
  const root = rootOf(identifier);
  const binding: Binding | null = bindingInScope(textOf(identifier, file.text), identifier, root, file.text);
  if (binding === null) return { kind: 'root' };
  if (binding.kind === 'run-time' || writesToBinding(binding, { node: identifier, root, file }).length > 0)
    return unknown;
  if (binding.kind === 'parameter') return sectionPassedAs(binding, file, project, depth);
  const initializer = initializerOf(binding.declarator);
  return initializer ? sectionOf(initializer, file, project, depth + 1) : unknown;
}

/** What the calls of the function agree on; a parameter that nothing was found to fill is the app's configuration. */
function sectionPassedAs(
  parameter: ParameterBinding,
  file: CSharpFile,
  project: CSharpProject,
  depth: number,
): SectionPath {
  const declared = parameter.node.kind === 'parameter' ? childInRole(parameter.node, 'type') : null;
  const type = declared ? textOf(declared, file.text) : '';
  const otherwise: SectionPath = /IConfigurationSection\??$/.test(type) ? unknown : { kind: 'root' };
  const name = childInRole(parameter.scope, 'name');
  if (name === null) return otherwise;
  const parameters = parametersOf(parameter.scope, file.text);
  const index = parameters.findIndex((one) => one.name === parameter.name);
  const passed = callsNamed(project, textOf(name, file.text)).flatMap((call) => {
    const filled = parameters[0]?.isThis === true && call.invocation.arguments.length < parameters.length ? 1 : 0;
    const argument = argumentFor(call.invocation.arguments, parameter.name, index - filled);
    return argument ? [sectionOf(argument.value, call.file, project, depth + 1)] : [];
  });
  const [first, ...others] = passed;
  if (first === undefined) return otherwise;
  return others.every((other) => isSame(first, other)) ? first : unknown;
}

function isSame(a: SectionPath, b: SectionPath): boolean {
  return a.kind === 'section' && b.kind === 'section' ? a.path === b.path : a.kind === b.kind;
}
