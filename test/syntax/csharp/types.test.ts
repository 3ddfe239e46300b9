import { beforeAll, describe, expect, test } from 'vitest';
import { readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { descendantsOfKind } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { openTypes } from '../../../src/syntax/csharp/types.ts';
import { projectWith, type Sources } from '../../app/startup/started.ts';

beforeAll(loadCSharp);

/** The type of what `Use(…)` is passed in `Program.cs`, as written; null where the source does not tell. */
function typeUsed(program: string, others: Sources = {}): string | null {
  const project = projectWith({ 'Program.cs': program, ...others });
  const types = openTypes(project, () => null);
  const [file] = project.files;
  for (const { root } of file?.views ?? []) {
    for (const node of descendantsOfKind(root, 'invocation_expression')) {
      const call = file && readInvocation(node, file.text);
      const value = call?.name === 'Use' ? call.arguments[0]?.value : undefined;
      if (file && value) return types.of({ node: value, root, file })?.text ?? null;
    }
  }
  throw new Error(`no Use(…) in ${program}`);
}

describe('a name is what it is declared as', () => {
  test.each([
    ['a local', 'T x = F(); Use(x);', 'T'],
    ['a local that may be null', 'T? x = F(); Use(x);', 'T?'],
    ['a local like another', 'T x = F(); var y = x; Use(y);', 'T'],
    ['a parameter', 'class C { void M(T x) { Use(x); } }', 'T'],
    ['a parameter of a lambda', 'G((T x) => Use(x));', 'T'],
    ['a parameter of a lambda without a type', 'G(x => Use(x));', null],
    ['a primary constructor', 'class C(T x) { void M() { Use(x); } }', 'T'],
    ['a field', 'class C { readonly T x; void M() { Use(x); } }', 'T'],
    ['a field over a primary constructor', 'class C(S x) { readonly T x = x; void M() { Use(x); } }', 'T'],
    ['a field of this', 'class C { T x; void M() { Use(this.x); } }', 'T'],
    ['a property', 'class C { T X { get; set; } void M() { Use(X); } }', 'T'],
    ['a property of a base class', 'class B { protected T X => F(); } class C : B { void M() { Use(X); } }', 'T'],
    ['a member of another type', 'class B { public T X; } class C(B b) { void M() { Use(b.X); } }', 'T'],
    ['a static member', 'class B { public static T X; } class C { void M() { Use(B.X); } }', 'T'],
    ['a parameter of a record', 'record R(T X); class C(R r) { void M() { Use(r.X); } }', 'T'],
    ['spelled with its namespace', 'A . B.T x = F(); Use(x);', 'A.B.T'],
    ['written out as nullable', 'Nullable<T> x = F(); Use(x);', 'T?'],
    ['nothing known', 'Use(x);', null],
    ['a loop variable', 'foreach (var x in xs) Use(x);', null],
    ['a variable of itself', 'var x = x; Use(x);', null],
  ])('%s', (_, program, type) => {
    expect(typeUsed(program)).toBe(type);
  });
});

describe('an expression is what it is made of', () => {
  test.each([
    ['in parentheses', 'T x = F(); Use((x));', 'T'],
    ['forgiven', 'T? x = F(); Use(x!);', 'T?'],
    ['a cast', 'Use((T)x);', 'T'],
    ['as', 'Use(x as T);', 'T'],
    ['new', 'Use(new T(1));', 'T'],
    ['default', 'Use(default(T));', 'T'],
    ['one of two', 'T x = F(), y = F(); Use(a ? x : y);', 'T'],
    ['one of two types', 'T x = F(); S y = F(); Use(a ? x : y);', null],
    ['one or default', 'T x = F(); Use(a ? x : default);', 'T'],
    ['one or the other', 'T? x = F(); T y = F(); Use(x ?? y);', 'T'],
    ['one or an exception', 'T? x = F(); Use(x ?? throw new E());', 'T'],
    ['an element of an array', 'T[] x = F(); Use(x[0]);', 'T'],
    ['an element of a list', 'List<T> x = F(); Use(x[0]);', 'T'],
    ['a value by key', 'Dictionary<string, T> x = F(); Use(x["a"]);', 'T'],
    ['awaited', 'Task<T> x = F(); Use(await x);', 'T'],
    ['awaited without its context', 'ValueTask<T> x = F(); Use(await x.ConfigureAwait(false));', 'T'],
    ['the result of a task', 'Task<T> x = F(); Use(x.Result);', 'T'],
    ['the result, waited for', 'Task<T> x = F(); Use(x.GetAwaiter().GetResult());', 'T'],
    ['the value of a nullable', 'T? x = F(); Use(x.Value);', 'T'],
    ['a lazy value', 'Lazy<T> x = F(); Use(x.Value);', 'T'],
    ['a sum', 'T x = F(); Use("a" + x);', null],
  ])('%s', (_, program, type) => {
    expect(typeUsed(program)).toBe(type);
  });
});

describe('a call of the app’s own is what the method returns', () => {
  test.each([
    ['a method', 'class C { T F() => x; void M() { Use(F()); } }', 'T'],
    ['a method of this', 'class C { T F() => x; void M() { Use(this.F()); } }', 'T'],
    ['a local function', 'Use(F()); T F() => x;', 'T'],
    ['awaited', 'class C { async Task<T> F() => x; async Task M() { Use(await F()); } }', 'T'],
    ['of a base class', 'class B { protected T F() => x; } class C : B { void M() { Use(F()); } }', 'T'],
    ['of an interface', 'interface I { T F(int a); } class C(I i) { void M() { Use(i.F(1)); } }', 'T'],
    ['static', 'static class S { public static T F() => x; } class C { void M() { Use(S.F()); } }', 'T'],
    [
      'an extension',
      'static class E { public static T F(this S s) => x; } class C(S s) { void M() { Use(s.F()); } }',
      'T',
    ],
    ['overloads that agree', 'class C { T F() => x; T F(int a) => x; void M() { Use(F(1)); } }', 'T'],
    [
      'overloads that may both be meant',
      'class C { T F(int a) => x; S F(string a) => y; void M() { Use(F(1)); } }',
      null,
    ],
    ['the one that takes the arguments', 'class C { S F() => x; T F(int a) => x; void M() { Use(F(1)); } }', 'T'],
    ['of another class', 'class D { T F() => x; } class C { void M() { Use(F()); } }', null],
    ['of a library', 'class C(L l) { void M() { Use(l.F()); } }', null],
  ])('%s', (_, program, type) => {
    expect(typeUsed(program)).toBe(type);
  });

  test('in another file', () => {
    const own = { 'Own.cs': 'namespace N; public class Own { public Task<T> F() => x; }' };
    expect(typeUsed('class C(N.Own own) { async Task M() { Use(await own.F()); } }', own)).toBe('T');
  });

  test('calls of each other end', () => {
    expect(typeUsed('class C { void M() { var a = b; var b = a; Use(b); } }')).toBeNull();
  });
});

describe('a chain may stop at null', () => {
  const holder = 'class H { public T X; public T F() => X; public H Next; }';
  test.each([
    ['a member', 'Use(h?.X);', 'T?'],
    ['a call', 'Use(h?.F());', 'T?'],
    ['further on', 'Use(h?.Next.X);', 'T?'],
    ['kept', 'var x = h?.X; Use(x);', 'T?'],
    ['without a mark', 'Use(h.Next.X);', 'T'],
    ['the value of a nullable behind a mark is its own', 'T? x = F(); Use(x?.Value);', null],
    // The grammar binds `?.` weaker than other operators: (a ?? h)?.X.
    ['behind another operator', 'Use(a ?? h?.X);', null],
    ['in a sum', 'Use("a" + h?.X);', null],
  ])('%s', (_, does, type) => {
    expect(typeUsed(`class C(H h) { void M() { ${does} } } ${holder}`)).toBe(type);
  });

  test('and an awaited one is what the task gives', () => {
    const program = 'class C(H h) { async Task M() { Use(await h?.G()); } } class H { public Task<T> G() => x; }';
    expect(typeUsed(program)).toBe('T');
  });
});
