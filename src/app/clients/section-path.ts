import { initializerOf } from '../../syntax/csharp/declaration.ts';
import type { Binding, ParameterBinding } from '../../syntax/csharp/evaluate/bindings.ts';
import { writesToBinding } from '../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { argumentFor, type Invocation, readArguments, readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, callsNamed, rootOf } from '../../syntax/csharp/project.ts';
import { parametersOf } from '../startup/callable.ts';
import { givenValue } from './given-value.ts';

/** What part of the app's configuration an expression stands for. */
export type SectionPath =
  /** All of it, as far as the name tells. */
  { readonly kind: 'root' } | { readonly kind: 'section'; readonly path: string } | { readonly kind: 'unknown' };

const unknown: SectionPath = { kind: 'unknown' };
/** Nobody passes a section on this often; calls that call each other would otherwise be followed without end. */
const mostSteps = 500;

interface Search {
  readonly project: CSharpProject;
  readonly underWay: Set<SyntaxNode>;
  steps: number;
}

/** `config.GetSection("A").GetSection("B")`, also through locals, parameters and `.Get<T>()`, as `A:B`. */
export function sectionOf(expression: SyntaxNode, file: CSharpFile, project: CSharpProject): SectionPath {
  return read(expression, file, { project, underWay: new Set(), steps: 0 });
}

function read(node: SyntaxNode, file: CSharpFile, search: Search): SectionPath {
  if (search.underWay.has(node) || search.steps++ >= mostSteps) return unknown;
  search.underWay.add(node);
  const section = readNode(node, file, search);
  search.underWay.delete(node);
  return section;
}

function readNode(node: SyntaxNode, file: CSharpFile, search: Search): SectionPath {
  const follow = (next: SyntaxNode | null | undefined) => (next ? read(next, file, search) : unknown);
  switch (node.kind) {
    case 'parenthesized_expression':
    case 'postfix_unary_expression':
    case 'with_expression':
      return follow(namedChildren(node)[0]);
    case 'binary_expression':
      return follow(childInRole(node, 'left'));
    case 'member_access_expression':
      if (childInRole(node, 'expression')?.kind === 'this') return sectionHeld(childInRole(node, 'name'), file, search);
      return /Config\w*$/i.test(textOf(node, file.text)) ? { kind: 'root' } : unknown;
    case 'identifier':
      return sectionNamed(node, file, search);
    case 'invocation_expression':
      return sectionFrom(readInvocation(node, file.text), file, search);
    default:
      return unknown;
  }
}

/** The path of one value, `config["A:B"]` or `config.GetSection("A").GetValue<string>("B")`; of a key, below `outer`. */
export function configKeyOf(
  expression: SyntaxNode,
  file: CSharpFile,
  project: CSharpProject,
  outer: SectionPath | null = null,
): string | null {
  if (outer !== null) {
    const key = evaluateString(expression, file, project);
    return key.kind === 'known' ? below(outer, key.value) : null;
  }
  switch (expression.kind) {
    case 'parenthesized_expression':
    case 'postfix_unary_expression':
    case 'binary_expression': {
      const inner = namedChildren(expression)[0];
      return inner ? configKeyOf(inner, file, project) : null;
    }
    case 'element_access_expression': {
      const [receiver, list] = [childInRole(expression, 'expression'), childInRole(expression, 'subscript')];
      const key = list && readArguments(list, file.text)[0]?.value;
      return receiver && key ? configKeyOf(key, file, project, sectionOf(receiver, file, project)) : null;
    }
    case 'invocation_expression': {
      const call = readInvocation(expression, file.text);
      const key = call?.name === 'GetValue' ? call.arguments[0]?.value : undefined;
      return call?.receiver && key ? configKeyOf(key, file, project, sectionOf(call.receiver, file, project)) : null;
    }
    default:
      return null;
  }
}

function below(outer: SectionPath, key: string): string | null {
  if (outer.kind === 'unknown') return null;
  return outer.kind === 'root' ? key : `${outer.path}:${key}`;
}

function sectionFrom(invocation: Invocation | null, file: CSharpFile, search: Search): SectionPath {
  if (invocation?.receiver == null) return unknown;
  const isSection = invocation.name === 'GetSection' || invocation.name === 'GetRequiredSection';
  if (!isSection && invocation.name !== 'Get') return unknown;
  const outer = read(invocation.receiver, file, search);
  if (!isSection) return outer;
  const key = invocation.arguments[0] && evaluateString(invocation.arguments[0].value, file, search.project);
  if (key?.kind !== 'known' || outer.kind === 'unknown') return unknown;
  const path = below(outer, key.value);
  return path === null ? unknown : { kind: 'section', path };
}

function sectionNamed(identifier: SyntaxNode, file: CSharpFile, search: Search): SectionPath {
  const root = rootOf(identifier);
  const binding: Binding | null = bindingInScope(textOf(identifier, file.text), identifier, root, file.text);
  if (binding === null) return sectionHeld(identifier, file, search);
  if (binding.kind === 'run-time') return unknown;
  if (writesToBinding(binding, { node: identifier, root, file }).length > 0) return unknown;
  if (binding.kind === 'parameter') return sectionPassedAs(binding, file, search);
  const initializer = initializerOf(binding.declarator);
  return initializer ? read(initializer, file, search) : unknown;
}

/** A field, a property or what the class is given; a name that nothing declares is the app's configuration. */
function sectionHeld(name: SyntaxNode | null, file: CSharpFile, search: Search): SectionPath {
  if (name === null) return unknown;
  const given = givenValue({ node: name, root: rootOf(name), file }, search.project);
  switch (given.kind) {
    case 'set':
      return read(given.value.node, given.value.file, search);
    case 'injected':
      return given.type === null || isWhole(given.type.text) ? { kind: 'root' } : unknown;
    case 'undeclared':
      return { kind: 'root' };
    default:
      return unknown;
  }
}

function isWhole(type: string): boolean {
  return /Configuration(Root|Manager)?\??$/.test(type);
}

/** What the calls of the function agree on; a parameter that nothing was found to fill is the app's configuration. */
function sectionPassedAs(parameter: ParameterBinding, file: CSharpFile, search: Search): SectionPath {
  const declared = parameter.node.kind === 'parameter' ? childInRole(parameter.node, 'type') : null;
  const type = declared ? textOf(declared, file.text) : 'IConfiguration';
  if (!/(Configuration|Settings)\w*\??$/.test(type)) return unknown;
  const otherwise: SectionPath = isWhole(type) ? { kind: 'root' } : unknown;
  const name = childInRole(parameter.scope, 'name');
  if (name === null) return otherwise;
  const parameters = parametersOf(parameter.scope, file.text);
  const index = parameters.findIndex((one) => one.name === parameter.name);
  const passed = callsNamed(search.project, textOf(name, file.text)).flatMap((call) => {
    const filled = parameters[0]?.isThis === true && call.invocation.arguments.length < parameters.length ? 1 : 0;
    const argument = argumentFor(call.invocation.arguments, parameter.name, index - filled);
    return argument ? [read(argument.value, call.file, search)] : [];
  });
  const [first, ...others] = passed;
  if (first === undefined) return otherwise;
  return others.every((other) => isSame(first, other)) ? first : unknown;
}

function isSame(a: SectionPath, b: SectionPath): boolean {
  return a.kind === 'section' && b.kind === 'section' ? a.path === b.path : a.kind === b.kind;
}
