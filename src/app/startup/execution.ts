import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { descendantsOfKind, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { bodyOf, type Callable, calledFunctions, functionsNamed, nameOf } from './callable.ts';
import { type Condition, conditionsOf } from './condition.ts';
import { startOf } from './start-of.ts';

/** One call as it happens when the app starts. */
export interface ExecutedCall {
  readonly file: CSharpFile;
  readonly invocation: Invocation;
  /** The `if`s around it and around the calls that lead to it, and what was not returned at before it, outermost first. */
  readonly conditions: readonly Condition[];
  readonly when: When;
  /** Not at once. */
  readonly deferred: boolean;
  /** The calls of the app's own functions that lead to it from where the app starts, outermost first. */
  readonly through: readonly PlacedCall[];
}

export interface PlacedCall {
  readonly file: CSharpFile;
  readonly invocation: Invocation;
}

/** `a["b"]`, as it is read when the app starts. */
export interface ExecutedSubscript {
  readonly file: CSharpFile;
  readonly node: SyntaxNode;
  readonly conditions: readonly Condition[];
  readonly deferred: boolean;
  /** How many calls have begun by then. */
  readonly position: number;
}

/** `new A(…)`, as it is made when the app starts. */
export type ExecutedCreation = ExecutedSubscript;

export interface Execution {
  readonly calls: readonly ExecutedCall[];
  readonly subscripts: readonly ExecutedSubscript[];
  readonly creations: readonly ExecutedCreation[];
  /** Whether it was followed to its end: nobody's start-up is as long or as deep as what is given up. */
  readonly complete: boolean;
}

/**
 * A lambda that configures a host runs at once, or in its turn when the host is built; any other runs when whoever took
 * it says so, if ever.
 */
export type When = 'now' | 'at-build' | 'unknown';

interface Circumstances {
  readonly conditions: readonly Condition[];
  readonly when: When;
  readonly callers: readonly SyntaxNode[];
  readonly through: readonly PlacedCall[];
}

interface Executed extends Execution {
  readonly calls: ExecutedCall[];
  readonly subscripts: ExecutedSubscript[];
  readonly creations: ExecutedCreation[];
  complete: boolean;
}

const deepestCall = 32;
const mostCalls = 20_000;

/**
 * Every call of the app's start-up in the order it runs: the statements of `Program.cs`, and where they call the
 * app's own functions – local ones, methods, extension methods in other files – the bodies of those, at the call.
 */
export function executedCalls(project: CSharpProject, entryPoints: readonly EntryPoint[]): readonly ExecutedCall[] {
  return executionOf(project, entryPoints).calls;
}

export function executionOf(project: CSharpProject, entryPoints: readonly EntryPoint[]): Execution {
  const executed: Executed = { calls: [], subscripts: [], creations: [], complete: true };
  const start: Circumstances = { conditions: [], when: 'now', callers: [], through: [] };
  for (const { file, body } of entryPoints) walk(body, file, start, project, executed);
  return executed;
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
  executed: Executed,
): void {
  const { calls, subscripts, creations } = executed;
  for (const { node, when } of callsInOrder(body, (lambda) => whenRuns(lambda, file, project, calls))) {
    if (calls.length + subscripts.length + creations.length >= mostCalls) {
      executed.complete = false;
      return;
    }
    const invocation = readInvocation(node, file.text);
    if (invocation === null && node.kind === 'invocation_expression') continue;
    const own = conditionsOf(node, body, file, project);
    const circumstances = {
      conditions: [...around.conditions, ...own],
      when: later(around.when, when),
      callers: around.callers,
      through: around.through,
    };
    const { conditions, through } = circumstances;
    const deferred = circumstances.when !== 'now';
    if (invocation === null) {
      const evaluations = node.kind === 'element_access_expression' ? subscripts : creations;
      evaluations.push({ file, node, conditions, deferred, position: calls.length });
      continue;
    }
    calls.push({ file, invocation, conditions, when: circumstances.when, deferred, through });
    const follow = (target: Callable | null, at: Circumstances) => {
      if (target === null || around.callers.includes(target.declaration)) return;
      if (around.callers.length >= deepestCall) {
        executed.complete = false;
        return;
      }
      const inside = {
        callers: [...around.callers, target.declaration],
        through: [...around.through, { file, invocation }],
      };
      walk(target.body, target.file, { ...at, ...inside }, project, executed);
    };
    const called = calledFunctions(invocation, file, project);
    follow(onlyTarget(called), circumstances);
    for (const { value } of called.length === 0 && isHostConfiguration(invocation) ? invocation.arguments : []) {
      const passed = functionsNamed(textOf(value, file.text), value, file);
      follow(onlyTarget(passed), { ...circumstances, when: later(circumstances.when, whenTaken(invocation, calls)) });
    }
  }
}

const hostConfigurations = [
  'ConfigureAppConfiguration',
  'ConfigureWebHostDefaults',
  'ConfigureWebHost',
  'ConfigureHostConfiguration',
];

function isHostConfiguration({ name }: Invocation): boolean {
  return hostConfigurations.includes(name);
}

function whenRuns(lambda: SyntaxNode, file: CSharpFile, project: CSharpProject, calls: readonly ExecutedCall[]): When {
  const call = lambda.parent?.parent?.parent;
  const invocation = call?.kind === 'invocation_expression' ? readInvocation(call, file.text) : null;
  if (invocation === null || !isHostConfiguration(invocation)) return 'unknown';
  return calledFunctions(invocation, file, project).length === 0 ? whenTaken(invocation, calls) : 'unknown';
}

/** `WebApplicationBuilder` hands its configuration to the lambda there and then; builders before it keep it for `Build`. */
function whenTaken({ name }: Invocation, calls: readonly ExecutedCall[]): When {
  const made = new Set(calls.map(startOf));
  if (made.has('web-application')) return name === 'ConfigureAppConfiguration' ? 'now' : 'unknown';
  return made.has('host-builder') ? 'at-build' : 'unknown';
}

function later(outer: When, inner: When): When {
  if (outer === 'unknown' || inner === 'unknown') return 'unknown';
  return outer === 'now' ? inner : outer;
}

function onlyTarget(candidates: readonly Callable[]): Callable | null {
  const [only, ...others] = candidates;
  return only !== undefined && others.length === 0 ? only : null;
}

const evaluated = [
  'invocation_expression',
  'element_access_expression',
  'object_creation_expression',
  'implicit_object_creation_expression',
];

/** Receivers and arguments before the call itself; bodies of functions declared here are left out. */
function* callsInOrder(
  node: SyntaxNode,
  whenLambdaRuns: (lambda: SyntaxNode) => When,
): Generator<{ node: SyntaxNode; when: When }> {
  interface Visit {
    readonly node: SyntaxNode;
    readonly when: When;
    readonly leaving: boolean;
  }
  const pending: Visit[] = [{ node, when: 'now', leaving: false }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    if (visit.leaving) {
      yield { node: visit.node, when: visit.when };
      continue;
    }
    if (evaluated.includes(visit.node.kind)) pending.push({ ...visit, leaving: true });
    const inside = lambdaKinds.includes(visit.node.kind) ? later(visit.when, whenLambdaRuns(visit.node)) : visit.when;
    for (const child of [...namedChildren(visit.node)].reverse()) {
      if (!isDeclaration(child)) pending.push({ node: child, when: inside, leaving: false });
    }
  }
}

function isDeclaration(node: SyntaxNode): boolean {
  return (
    functionKinds.includes(node.kind) || (node.kind.endsWith('_declaration') && node.kind !== 'variable_declaration')
  );
}
