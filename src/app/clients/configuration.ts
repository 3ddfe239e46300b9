import type { FileRange } from '../../location.ts';
import { functionKinds } from '../../syntax/csharp/enclosing.ts';
import { type Evaluation, evaluateString } from '../../syntax/csharp/evaluate.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { type Argument, type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { closest, descendantsOfKind, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf, wholeWord } from '../../syntax/csharp/project.ts';
import { findCallables } from '../startup/callable.ts';
import type { Condition } from '../startup/condition.ts';
import { conditionsOf } from '../startup/condition.ts';
import type { ExecutedCall } from '../startup/execution.ts';

/** A call that decides where the built-in client finds its settings. */
export interface ClientConfiguration {
  readonly method: ConfiguringMethod;
  readonly call: FileRange;
  readonly name: FileRange;
  readonly form: 'extension' | 'static';
  readonly settings: SettingsSource;
  readonly conditions: readonly Condition[];
  /** Where it runs compared with `AddAltinnAppServices`, which binds the default section if nothing was configured before. */
  readonly order: 'before-app-services' | 'after-app-services' | 'unknown';
}

export type ConfiguringMethod = 'ConfigureMaskinportenClient' | 'WithMaskinportenConfig';

export type SettingsSource =
  | { readonly kind: 'path'; readonly path: Evaluation; readonly expression: string; readonly at: FileRange }
  | { readonly kind: 'delegate'; readonly at: FileRange };

export const configuringMethods: readonly ConfiguringMethod[] = [
  'ConfigureMaskinportenClient',
  'WithMaskinportenConfig',
];
const appServices = 'AddAltinnAppServices';

export function readClientConfigurations(
  files: readonly CSharpFile[],
  project: CSharpProject,
  executed: readonly ExecutedCall[],
): readonly ClientConfiguration[] {
  return files.flatMap((file) =>
    nodesOfKind(file, 'invocation_expression').flatMap((node) => {
      const invocation = readInvocation(node, file.text);
      const method = configuringMethods.find((name) => name === invocation?.name);
      if (!invocation || !method) return [];
      const configuration = readConfiguration(method, invocation, file, project, executed);
      return configuration ? [configuration] : [];
    }),
  );
}

function readConfiguration(
  method: ConfiguringMethod,
  invocation: Invocation,
  file: CSharpFile,
  project: CSharpProject,
  executed: readonly ExecutedCall[],
): ClientConfiguration | null {
  // A function of the app's own by that name: what it does is read where it does it.
  if (findCallables(invocation, file, project).length > 0) return null;
  const form = invocation.arguments.length === 2 ? 'static' : 'extension';
  const argument = invocation.arguments.findLast(
    (candidate) => candidate.name !== 'services' && candidate.name !== 'builder',
  );
  const expected = form === 'static' ? 2 : 1;
  if (argument === undefined || invocation.arguments.length !== expected) return null;
  const runs = executed.findIndex((call) => isSameCall(call, file, invocation));
  return {
    method,
    call: { file: file.path, start: invocation.start, end: invocation.end },
    name: { file: file.path, start: invocation.nameNode.start, end: invocation.nameNode.end },
    form,
    settings: settingsFrom(argument, file, project),
    conditions: executed[runs]?.conditions ?? ownConditions(invocation.node, file, project),
    order: orderOf(runs, executed),
  };
}

function isSameCall(call: ExecutedCall, file: CSharpFile, invocation: Invocation): boolean {
  return (
    call.file.path === file.path && call.invocation.start === invocation.start && call.invocation.end === invocation.end
  );
}

/** Of a call that was not reached from where the app starts. */
function ownConditions(node: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly Condition[] {
  const body = closest(node, ...functionKinds) ?? rootOf(node);
  return conditionsOf(node, body, file, project);
}

function orderOf(index: number, executed: readonly ExecutedCall[]): ClientConfiguration['order'] {
  const services = executed.findIndex((call) => call.invocation.name === appServices);
  if (index === -1 || services === -1 || executed[index]?.deferred) return 'unknown';
  return index < services ? 'before-app-services' : 'after-app-services';
}

function settingsFrom(argument: Argument, file: CSharpFile, project: CSharpProject): SettingsSource {
  const at = { file: file.path, start: argument.value.start, end: argument.value.end };
  if (isFunction(argument.value, file, project)) return { kind: 'delegate', at };
  const expression = textOf(argument.value, file.text);
  return { kind: 'path', path: evaluateString(argument.value, file, project), expression, at };
}

/** A lambda, a method group, or a local or member that holds one. */
function isFunction(value: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  if (value.kind === 'lambda_expression' || value.kind === 'anonymous_method_expression') return true;
  const name = value.kind === 'identifier' ? value : [...descendantsOfKind(value, 'identifier')].at(-1);
  if (value.kind !== 'identifier' && value.kind !== 'member_access_expression') return false;
  if (name === undefined) return false;
  const called = textOf(name, file.text);
  return project.filesMentioning(called, wholeWord(called)).some((candidate) => declaresFunction(candidate, called));
}

function declaresFunction(file: CSharpFile, name: string): boolean {
  const functions = nodesOfKind(file, 'method_declaration', 'local_function_statement');
  const holders = nodesOfKind(file, 'variable_declarator', 'parameter');
  const isNamed = (node: SyntaxNode) =>
    node.children.some((child) => child.field === 'name' && textOf(child, file.text) === name);
  const isAction = (node: SyntaxNode) => {
    const declared = node.kind === 'parameter' ? node : node.parent;
    const type = declared?.children.find((child) => child.field === 'type');
    return type !== undefined && /^(Action|Func)\b/.test(textOf(type, file.text));
  };
  return functions.some(isNamed) || holders.some((node) => isNamed(node) && isAction(node));
}
