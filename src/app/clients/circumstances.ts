import { functionKinds } from '../../syntax/csharp/enclosing.ts';
import type { CSharpFile, View } from '../../syntax/csharp/file.ts';
import type { Invocation } from '../../syntax/csharp/invocation.ts';
import { closest, descendantsOfKind, type SyntaxNode } from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
import { type Condition, conditionsOf, isDevelopmentOnly } from '../startup/condition.ts';
import type { ExecutedCall } from '../startup/execution.ts';

/** A call as the start-up makes it, with its place in the order of all calls. */
export interface Run extends ExecutedCall {
  readonly index: number;
}

/** Where it runs compared with `AddAltinnAppServices`. */
export type StartupOrder = 'before-app-services' | 'after-app-services' | 'unknown';

const appServices = 'AddAltinnAppServices';

export function orderOf(runs: readonly Run[], executed: readonly ExecutedCall[]): StartupOrder {
  const services = executed.findIndex((call) => call.invocation.name === appServices);
  const isCertain =
    runs.length > 0 && executed[services]?.deferred === false && runs.every(({ deferred }) => !deferred);
  if (!isCertain) return 'unknown';
  if (runs.every(({ index }) => index < services)) return 'before-app-services';
  return runs.every(({ index }) => index > services) ? 'after-app-services' : 'unknown';
}

export function runsOf(invocation: Invocation, file: CSharpFile, executed: readonly ExecutedCall[]): readonly Run[] {
  const isSame = (call: ExecutedCall) =>
    call.file.path === file.path &&
    call.invocation.start === invocation.start &&
    call.invocation.end === invocation.end;
  return executed.flatMap((call, index) => (isSame(call) ? [{ ...call, index }] : []));
}

/** What must hold for a call to be made, from where the app starts if it can be followed to there. */
export function conditionsFor(
  invocation: Invocation,
  file: CSharpFile,
  project: CSharpProject,
  runs: readonly Run[],
): readonly Condition[] {
  return [
    ...compiledWhen(invocation.node, file),
    ...(conditionsAmong(runs) ?? conditionsWithin(invocation.node, file, project)),
  ];
}

/** Of several ways to a call, the one that lets it through most often: it must not seem rarer than it is. */
function conditionsAmong(runs: readonly Run[]): readonly Condition[] | null {
  const [first] = [...runs].sort(
    (a, b) => Number(isDevelopmentOnly(a)) - Number(isDevelopmentOnly(b)) || a.conditions.length - b.conditions.length,
  );
  return first?.conditions ?? null;
}

/** Of what was not reached from where the app starts: what its function says. */
export function conditionsWithin(node: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly Condition[] {
  const body = closest(node, ...functionKinds) ?? rootOf(node);
  return conditionsOf(node, body, file, project);
}

/** Of a call that only a build with a symbol has; who deploys a debug build deploys what is meant for local runs. */
function compiledWhen(node: SyntaxNode, file: CSharpFile): readonly Condition[] {
  const root = rootOf(node);
  const [deployed] = file.views;
  const view = file.views.find((one) => one.root === root);
  if (view === undefined || deployed?.root === root) return [];
  const isThere = (one: View) =>
    [...descendantsOfKind(one.root, node.kind)].some(({ start, end }) => start === node.start && end === node.end);
  const needsDebug = !file.views.some((one) => !one.symbols.has('DEBUG') && isThere(one));
  return [{ text: `#if ${[...view.symbols].join(' && ')}`, environment: needsDebug ? 'development' : null }];
}
