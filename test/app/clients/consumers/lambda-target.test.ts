import { beforeAll, describe, expect, test } from 'vitest';
import { wantedOf } from '../../../../src/app/clients/consumers/lambda-target.ts';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { rootOf } from '../../../../src/syntax/csharp/project.ts';
import { projectWith, type Sources } from '../../startup/started.ts';

beforeAll(loadCSharp);

/** What is asked of the innermost lambda of a program that ends in `=> t`. */
function wanted(program: string, others: Sources = {}): string {
  const project = projectWith({ 'Program.cs': program, ...others });
  const [file] = project.files;
  const lambda =
    file && nodesOfKind(file, 'lambda_expression').findLast((node) => textOf(node, file.text).endsWith('=> t'));
  if (!file || !lambda) throw new Error(`no lambda in ${program}`);
  return wantedOf({ node: lambda, root: rootOf(lambda), file }, project);
}

describe('a lambda becomes what its place says', () => {
  test.each([
    ['Func<Task<string>> f = () => t;', 'task'],
    ['Func<ValueTask<string>> f = () => t;', 'task'],
    ['Func<string> f = () => t;', 'value'],
    ['Func<Task> f = () => t;', 'nothing'],
    ['Action f = () => t;', 'nothing'],
    ['Expression<Func<string>> f = () => t;', 'expression'],
    ['Own f = () => t;', 'unknown'],
    ['var f = () => t;', 'task'],
    ['Func<string>? f = (() => t);', 'value'],
    ['Func<string> f = flag ? () => t : null;', 'value'],
    ['Func<string> f = x switch { 1 => () => t, _ => null };', 'value'],
    ['var f = (Func<string>)(() => t);', 'value'],
    ['var f = (Action)(() => t);', 'nothing'],
    ['class A { Func<string> F { get; } = () => t; }', 'value'],
    ['class A { Action F { get; } = () => t; }', 'nothing'],
    ['class A { Func<string> F => () => t; }', 'value'],
    ['class A { Func<string> F() => () => t; }', 'value'],
    ['class A { Func<Task<string>> F() { return () => t; } }', 'task'],
    ['class A { Func<string> _f; void F() { _f = () => t; } }', 'value'],
    ['class A { Func<string> _f; void F() { _f += () => t; } }', 'unknown'],
    ['class A { void F() { Use(() => t); } void Use(Func<string> f) { } }', 'value'],
    ['class A { void F() { Use(() => t); } void Use(Action f) { } }', 'nothing'],
    ['class A { void F() { library.Use(() => t); } }', 'unknown'],
    ['Func<Task<string>?> f = () => t;', 'task'],
    ['Func<int, Task<string>> f = n => t;', 'task'],
    ['Func<Task<string>, Action> f = n => t;', 'value'],
    ['System.Func<System.Threading.Tasks.Task<string>> f = () => t;', 'task'],
    ['System.Action f = () => t;', 'nothing'],
    ['Func<ValueTask> f = () => t;', 'nothing'],
    ['Func<TaskList<string>> f = () => t;', 'value'],
    ['Func f = () => t;', 'unknown'],
    ['Funcs<string> f = () => t;', 'unknown'],
    ['Action<string> f = s => t;', 'nothing'],
    ['Func<Func<string>> f = () => () => t;', 'unknown'],
    ['Func<string> f = (() => t) is var g ? g : null;', 'unknown'],
    ['var f = flag ? (() => t) : null;', 'task'],
    ['Func<string> f = new Func<string>(() => t);', 'unknown'],
    ['Func<string>[] all = { () => t };', 'unknown'],
    ['class A { Func<string> f = () => t; }', 'value'],
    ['Func<string> F() { return () => t; }', 'value'],
    ['Func<string> F() => () => t;', 'value'],
    ['Action F() => () => t;', 'nothing'],
    ['Func<Func<string>> f = () => { return () => t; };', 'unknown'],
    ['Func<string> F() { Action g = () => { h = () => t; }; return null; }', 'unknown'],
    ['Func<string> f; f = () => t;', 'value'],
    ['Action f; f = () => t;', 'nothing'],
    ['f ??= () => t;', 'unknown'],
  ])('%s: %s', (program, expected) => {
    expect(wanted(program)).toBe(expected);
  });
});

describe('a lambda that is an argument becomes what the method takes', () => {
  test.each([
    ['Use(() => t); void Use(Func<Task<string>> f) { }', 'task'],
    ['Use(() => t); void Use(Expression<Func<string>> f) { }', 'expression'],
    ['Use(1, () => t); void Use(int n, Action f) { }', 'nothing'],
    ['Use(1, () => t); void Use(Action f, int n) { }', 'unknown'],
    ['Use(n: 1, f: () => t); void Use(Action f, int n) { }', 'nothing'],
    ['Use(f: () => t, n: 1); void Use(int n, Func<string> f) { }', 'value'],
    ['Use(1, 2, () => t); void Use(int n, Action f) { }', 'unknown'],
    ['class A { void F() { Use(() => t); } void Use(Action f) { } void Use(Func<string> f) { } }', 'value'],
    ['class A { void F() { Use(() => t); } void Use(Action f) { } void Use(Func<Task> f) { } }', 'nothing'],
    ['class A { void F() { Use(() => t); } void Use(Action f) { } void Use(Own f) { } }', 'unknown'],
    [
      'class A { void F() { Use(() => t); } void Use(Func<string> f) { } void Use(Expression<Func<string>> f) { } }',
      'expression',
    ],
    [
      'class A { void F(A a) { a.Use(() => t); } } static class E { public static void Use(this A a, Func<string> f) { } }',
      'value',
    ],
    [
      'class A { void F(A a) { E.Use(a, () => t); } } static class E { public static void Use(this A a, Func<string> f) { } }',
      'value',
    ],
    [
      'class A { void F(A a) { a.Use(() => t, 1); } } static class E { public static void Use(this A a, Func<string> f, int n) { } }',
      'value',
    ],
    ['class A { void F(X x) { x.Use(() => t); } } class B { void Use(Func<string> f) { } }', 'unknown'],
    ['class A { void F() { x.GetOrAdd(() => t); } } class B { void GetOrAdd(Action f) { } }', 'unknown'],
    ['class A { void F(X x) { x.GetOrAdd(() => t); } } class B { void GetOrAdd(Action f) { } }', 'task'],
  ])('%s: %s', (program, expected) => {
    expect(wanted(program)).toBe(expected);
  });

  test('of another file too', () => {
    const others = { 'Other.cs': 'static class E { public static void Use(this A a, Func<string> f) { } }' };
    expect(wanted('class A { void F(A a) { a.Use(() => t); } }', others)).toBe('value');
  });
});

describe('a lambda that a library takes is asked for', () => {
  test.each([
    ['nothing', 'cancellation.Register(() => t);'],
    ['nothing', 'all.ForEach(x => t);'],
    ['nothing', 'Parallel.ForEachAsync(all, (x, c) => t);'],
    ['nothing', 'Parallel.ForAsync(0, 1, (x, c) => t);'],
    ['a task', 'cache.GetOrCreateAsync("a", e => t);'],
    ['a task', 'cache.GetOrCreate("a", e => t);'],
    ['a task', 'all.GetOrAdd("a", k => t);'],
    ['a task', 'policy.Execute(() => t);'],
    ['a task', 'policy.ExecuteAsync(() => t);'],
    ['a task', 'Task.Run(() => t);'],
    ['a task', 'System.Threading.Tasks.Task.Run(() => t);'],
    ['a task', 'new Lazy<Task<string>>(() => t);'],
    ['a task', 'new System.Lazy<Task<string>>(() => t);'],
    ['a task', 'new Lazy<System.Threading.Tasks.Task<string>>(() => t, true);'],
    ['a task', 'app.MapGet("/a", (IMaskinportenTokenProvider p) => t);'],
    ['a task', 'app.MapPost("/a", (IMaskinportenService s, string x) => t);'],
    ['a task', 'app.MapPut("/a", (string x, IMaskinportenService s) => t);'],
    ['a task', 'app.MapDelete("/a", (IMaskinportenService s) => t);'],
    ['a task', 'app.MapPatch("/a", (IMaskinportenService s) => t);'],
    ['a task', 'app.MapMethods("/a", all, (IMaskinportenService s) => t);'],
    ['what cannot be told', 'services.Registers(() => t);'],
    ['what cannot be told', 'cache.GetOrCreateAsyncs("a", e => t);'],
    ['what cannot be told', 'cache.MayGetOrCreate("a", e => t);'],
    ['what cannot be told', 'policy.Executes(() => t);'],
    ['what cannot be told', 'MyTask.Run(() => t);'],
    ['what cannot be told', 'Task.Runs(() => t);'],
    ['what cannot be told', 'Tasks.Run(() => t);'],
    ['what cannot be told', 'Run(() => t);'],
    ['what cannot be told', 'app.Run(() => t);'],
    ['what cannot be told', 'new Lazy<Task>(() => t);'],
    ['what cannot be told', 'new Lazy<string>(() => t);'],
    ['what cannot be told', 'new MyLazy<Task<string>>(() => t);'],
    ['what cannot be told', 'new Own.Lazy<Task<string>>(() => t);'],
    ['what cannot be told', 'new Lazy<MyTask<string>>(() => t);'],
    ['what cannot be told', 'new Timer(() => t);'],
    ['what cannot be told', 'app.MapGet("/a", () => t);'],
    ['what cannot be told', 'app.MapGet("/a", x => t);'],
    ['what cannot be told', 'app.MapGet("/a", (string x) => t);'],
    ['what cannot be told', 'app.MapGet("/a", (MyIMaskinportenService s) => t);'],
    ['what cannot be told', 'app.MapGets("/a", (IMaskinportenService s) => t);'],
    ['what cannot be told', 'app.ReMapGet("/a", (IMaskinportenService s) => t);'],
    ['what cannot be told', 'app.Use((IMaskinportenService s) => t);'],
    ['what cannot be told', 'all[() => t] = 1;'],
    ['what cannot be told', 'handlers[0](() => t);'],
  ])('%s: %s', (what, program) => {
    const words: Readonly<Record<string, string>> = { nothing: 'nothing', 'a task': 'task' };
    expect(wanted(program)).toBe(words[what] ?? 'unknown');
  });
});
