import type { Range } from '../../../location.ts';
import { bindingInScope } from '../evaluate/scope.ts';
import type { CSharpFile } from '../file.ts';
import { readInvocation } from '../invocation.ts';
import {
  childInRole,
  childOfKind,
  closest,
  contains,
  descendantsOfKind,
  namedChildren,
  type SyntaxNode,
  textOf,
} from '../node.ts';
import { rootOf } from '../project.ts';
import { withoutItems } from './list-items.ts';
import { documentationOf } from './parameter-documentation.ts';
import { type PrivateField, privateFieldsBelow } from './private-fields.ts';
import { onlyAsks } from './purity.ts';
import { variablesUnusedWithout } from './unused-variables.ts';

/** What a class takes in and keeps that nothing in it uses once something is gone. */
export interface UnusedParameters {
  /** Where its constructor keeps them; also locals that were made by a call which only asks. */
  readonly statements: readonly SyntaxNode[];
  /** The parameters, and what documents them. */
  readonly parameters: readonly Range[];
}

/**
 * Parameters of the constructor that only the ranges used, and the statements that store or check them. The fields go by
 * themselves with what used them. `asking` names calls besides those of .NET's conventions that change nothing.
 */
export function parametersUnusedWithout(
  type: SyntaxNode,
  file: CSharpFile,
  ranges: readonly Range[],
  asking: readonly string[],
): UnusedParameters {
  const root = rootOf(type);
  const fields = privateFieldsBelow(root, file).filter((field) => field.type === type);
  const lists = parameterLists(type);
  const statements: SyntaxNode[] = [];
  const parameters: SyntaxNode[] = [];
  for (let known = -1; known !== statements.length + parameters.length; ) {
    known = statements.length + parameters.length;
    const removed = [...ranges, ...statements, ...parameters];
    const unused = variablesUnusedWithout(file, root, removed);
    const gone = [...removed, ...unused.map(({ declarator }) => declarator)];
    const idle = unused.filter(({ initializer }) => initializer !== null && onlyAwaits(initializer, asking, file.text));
    const stores = fields.flatMap((field) => storesOf(field, gone, file));
    statements.push(...fresh([...idle.map(({ statement }) => statement), ...stores], statements));
    for (const parameter of lists.flatMap(namedChildren)) {
      const checks = checksOf(parameter, lists, gone, file);
      if (checks === null || parameters.includes(parameter)) continue;
      parameters.push(parameter);
      statements.push(...fresh(checks, statements));
    }
  }
  // Of two constructors each may become what the other is.
  const taken = lists.length > 1 ? [] : lists.flatMap((list) => takenOutOf(list, goingOf(list, parameters), file.text));
  return { statements, parameters: taken };
}

/** With what documents them. */
function takenOutOf(list: SyntaxNode, going: readonly SyntaxNode[], text: string): readonly Range[] {
  const { parent: owner } = list;
  const ranges = withoutItems(list, going);
  if (ranges === null || owner === null) return [];
  const names = going.flatMap((parameter) => childInRole(parameter, 'name') ?? []);
  return [...ranges, ...names.flatMap((name) => documentationOf(textOf(name, text), owner, text) ?? [])];
}

function goingOf(list: SyntaxNode, parameters: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return parameters.filter(({ parent }) => parent === list);
}

function fresh(found: readonly SyntaxNode[], known: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return [...new Set(found)].filter((statement) => !known.includes(statement));
}

function parameterLists(type: SyntaxNode): readonly SyntaxNode[] {
  const own = childOfKind(type, 'parameter_list');
  const body = childInRole(type, 'body');
  const constructors = body?.children.filter(({ kind }) => kind === 'constructor_declaration') ?? [];
  const lists = constructors.map((one) => childInRole(one, 'parameters'));
  return [own, ...lists].filter((list) => list !== null);
}

/** `await x.GetSecretAsync("…")`: it asks someone else, but nothing depends on its being asked. */
function onlyAwaits(initializer: SyntaxNode, asking: readonly string[], text: string): boolean {
  if (initializer.kind !== 'await_expression') return false;
  const calls = [...descendantsOfKind(initializer, 'invocation_expression')];
  const names = calls.map((call) => readInvocation(call, text)?.name ?? '');
  return names.length > 0 && names.every((name) => name === 'ConfigureAwait' || asking.includes(name));
}

/** The statements of the constructor that store something in the field; none while something else uses it. */
function storesOf(field: PrivateField, gone: readonly Range[], file: CSharpFile): readonly SyntaxNode[] {
  const uses = namesIn(field.type, field.name, file).filter((name) => name.start !== field.declarator.start);
  const left = uses.filter((use) => !isWithin(use, gone));
  const stores = left.map((use) => storeOf(use, file.text));
  if (left.length === uses.length || stores.includes(null)) return [];
  return stores.filter((store) => store !== null);
}

function storeOf(name: SyntaxNode, text: string): SyntaxNode | null {
  const target = name.parent?.kind === 'member_access_expression' ? name.parent : name;
  const assignment = target.parent;
  const value = assignment && childInRole(assignment, 'right');
  const statement = assignment?.parent;
  const isStore = target.field === 'left' && assignment?.kind === 'assignment_expression' && value !== null;
  if (!isStore || statement?.kind !== 'expression_statement' || !onlyAsks(value, text)) return null;
  return statement.parent?.parent?.kind === 'constructor_declaration' ? statement : null;
}

/** The statements that only check the parameter; null while something uses it, or when nothing ever did. */
function checksOf(
  parameter: SyntaxNode,
  lists: readonly SyntaxNode[],
  gone: readonly Range[],
  file: CSharpFile,
): readonly SyntaxNode[] | null {
  const nameNode = parameter.kind === 'parameter' ? childInRole(parameter, 'name') : null;
  const owner = parameter.parent?.parent;
  if (nameNode === null || !owner || !lists.some((list) => list === parameter.parent)) return null;
  const name = textOf(nameNode, file.text);
  const uses = namesIn(owner, name, file).filter((use) => use !== nameNode && means(use, parameter, owner, file));
  const left = uses.filter((use) => !isWithin(use, gone));
  const checks = left.map((use) => checkOf(use, file.text));
  if (left.length === uses.length || checks.includes(null)) return null;
  return checks.filter((check) => check !== null);
}

/** A parameter of the class itself can be used in all of it, except where something else has its name. */
function means(use: SyntaxNode, parameter: SyntaxNode, owner: SyntaxNode, file: CSharpFile): boolean {
  const binding = bindingInScope(textOf(use, file.text), use, rootOf(use), file.text);
  if (owner.kind !== 'constructor_declaration') return binding === null;
  return binding === null || binding.kind !== 'parameter' || binding.node === parameter;
}

/** `ArgumentNullException.ThrowIfNull(parameter);` */
function checkOf(use: SyntaxNode, text: string): SyntaxNode | null {
  const call = closest(use, 'invocation_expression');
  const statement = call?.parent;
  const isCheck = call !== null && readInvocation(call, text)?.name === 'ThrowIfNull';
  return isCheck && statement?.kind === 'expression_statement' ? statement : null;
}

function namesIn(node: SyntaxNode, name: string, file: CSharpFile): readonly SyntaxNode[] {
  return [...descendantsOfKind(node, 'identifier')].filter((identifier) => textOf(identifier, file.text) === name);
}

function isWithin(range: Range, ranges: readonly Range[]): boolean {
  return ranges.some((outer) => contains(outer, range));
}
