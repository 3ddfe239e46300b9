import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { descendantsOfKind, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { bodyOf, type Callable, calledFunctions, nameOf } from './callable.ts';
import { type Condition, conditionsOf } from './condition.ts';

/** One call as it happens when the app starts. */
export interface ExecutedCall {
  readonly file: CSharpFile;
  readonly invocation: Invocation;
  /** The `if`s around it and around the calls that lead to it, and what was not returned at before it, outermost first. */
  readonly conditions: readonly Condition[];
  /** Inside a lambda that does not run at once: it runs when whoever took it says so, if ever. */
  readonly deferred: boolean;
}

interface Circumstances {
  readonly conditions: readonly Condition[];
  readonly deferred: boolean;
  readonly callers: readonly SyntaxNode[];
}

const deepestCall = 32;
const mostCalls = 20_000;

/**
 * Every call of the app's start-up in the order it runs: the statements of `Program.cs`, and where they call the
 * app's own functions – local ones, methods, extension methods in other files – the bodies of those, at the call.
 */
export function executedCalls(project: CSharpProject, entryPoints: readonly EntryPoint[]): readonly ExecutedCall[] {
  const calls: ExecutedCall[] = [];
  const start: Circumstances = { conditions: [], deferred: false, callers: [] };
  for (const { file, body } of entryPoints) walk(body, file, start, project, calls);
  return calls;
}

export interface EntryPoint {
  readonly file: CSharpFile;
  readonly body: SyntaxNode;
}

/** Top-level statements, or else `Main` and then the `Startup` class that the host calls. */
export function entryPointsOf(files: readonly CSharpFile[]): readonly EntryPoint[] {
  const topLevel = files.filter((file) => rootOf(file).children.some((child) => child.kind === 'global_statement'));
  if (topLevel.length > 0) return topLevel.map((file) => ({ file, body: rootOf(file) }));
  const named = (name: string) =>
    files.flatMap((file) =>
      [...descendantsOfKind(rootOf(file), 'method_declaration')]
        .filter((method) => nameOf(method, file.text) === name)
        .map(bodyOf)
        .filter((body) => body !== null)
        .map((body) => ({ file, body })),
    );
  return [...named('Main'), ...named('ConfigureServices')];
}

/** The program that is deployed: without `DEBUG` and its like. */
function rootOf(file: CSharpFile): SyntaxNode {
  const [deployed] = file.views;
  if (deployed === undefined) throw new Error(`${file.path} has no view`);
  return deployed.root;
}

function walk(
  body: SyntaxNode,
  file: CSharpFile,
  around: Circumstances,
  project: CSharpProject,
  calls: ExecutedCall[],
): void {
  const runsNow = (lambda: SyntaxNode) => runsAtOnce(lambda, file, project, calls);
  for (const { node, deferred } of callsInOrder(body, runsNow)) {
    if (calls.length >= mostCalls) return;
    const invocation = readInvocation(node, file.text);
    if (invocation === null) continue;
    const own = conditionsOf(node, body, file, project);
    const circumstances = {
      conditions: [...around.conditions, ...own],
      deferred: around.deferred || deferred,
      callers: around.callers,
    };
    calls.push({ file, invocation, conditions: circumstances.conditions, deferred: circumstances.deferred });
    const target = onlyTarget(calledFunctions(invocation, file, project));
    if (target === null || around.callers.includes(target.declaration) || around.callers.length >= deepestCall)
      continue;
    walk(
      target.body,
      target.file,
      { ...circumstances, callers: [...around.callers, target.declaration] },
      project,
      calls,
    );
  }
}

/** `WebApplicationBuilder` hands its configuration to the lambda there and then; builders before it kept it for `Build`. */
function runsAtOnce(
  lambda: SyntaxNode,
  file: CSharpFile,
  project: CSharpProject,
  calls: readonly ExecutedCall[],
): boolean {
  const call = lambda.parent?.parent?.parent;
  const invocation = call?.kind === 'invocation_expression' ? readInvocation(call, file.text) : null;
  return (
    invocation?.name === 'ConfigureAppConfiguration' &&
    calls.some(makesWebApplicationBuilder) &&
    calledFunctions(invocation, file, project).length === 0
  );
}

function makesWebApplicationBuilder({ file, invocation: { name, receiver } }: ExecutedCall): boolean {
  return name === 'CreateBuilder' && receiver !== null && /(^|\.)WebApplication$/.test(textOf(receiver, file.text));
}

function onlyTarget(candidates: readonly Callable[]): Callable | null {
  const [only, ...others] = candidates;
  return only !== undefined && others.length === 0 ? only : null;
}

/** Receivers and arguments before the call itself; bodies of functions declared here are left out. */
function* callsInOrder(
  node: SyntaxNode,
  runsNow: (lambda: SyntaxNode) => boolean,
): Generator<{ node: SyntaxNode; deferred: boolean }> {
  interface Visit {
    readonly node: SyntaxNode;
    readonly deferred: boolean;
    readonly leaving: boolean;
  }
  const pending: Visit[] = [{ node, deferred: false, leaving: false }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    if (visit.leaving) {
      yield { node: visit.node, deferred: visit.deferred };
      continue;
    }
    if (visit.node.kind === 'invocation_expression') pending.push({ ...visit, leaving: true });
    const inside = visit.deferred || (lambdaKinds.includes(visit.node.kind) && !runsNow(visit.node));
    for (const child of [...namedChildren(visit.node)].reverse()) {
      if (!isDeclaration(child)) pending.push({ node: child, deferred: inside, leaving: false });
    }
  }
}

function isDeclaration(node: SyntaxNode): boolean {
  return (
    functionKinds.includes(node.kind) ||
    (node.kind.endsWith('_declaration') && node.kind !== 'variable_declaration' && node.kind !== 'catch_declaration')
  );
}
