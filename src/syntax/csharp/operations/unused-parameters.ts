import type { Range } from '../../../location.ts';
import type { CSharpFile } from '../file.ts';
import { readInvocation } from '../invocation.ts';
import { childInRole, childOfKind, descendantsOfKind, namedChildren, type SyntaxNode, textOf } from '../node.ts';
import { rootOf } from '../project.ts';
import { withoutItems } from './list-items.ts';
import { documentationOf } from './parameter-documentation.ts';
import { privateFieldsBelow } from './private-fields.ts';
import { checksOf, storesOf } from './stored-parameters.ts';
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
