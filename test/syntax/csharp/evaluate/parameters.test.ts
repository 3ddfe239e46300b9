import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { evaluateUse } from '../sources.ts';

beforeAll(loadCSharp);

type Sources = Readonly<Record<string, string>>;

function valueIn(program: string, others: Sources = {}): string {
  const evaluation = evaluateUse(program, others);
  return evaluation.kind === 'known' ? evaluation.value : `unknown: ${JSON.stringify(evaluation.reason)}`;
}

function reasonIn(program: string, others: Sources = {}): unknown {
  const evaluation = evaluateUse(program, others);
  return evaluation.kind === 'unknown' ? evaluation.reason : evaluation;
}

const method = 'static class Ext { public static void Add(this IServices s, string p) { Use(p); } }';

describe('every call passes the same', () => {
  test.each([
    ['one call of a local function', 'void F(string p) { Use(p); } F("x");'],
    ['two calls', 'void F(string p) { Use(p); } F("x"); F("" + "x");'],
    ['a named argument', 'void F(int i, string p) { Use(p); } F(p: "x", i: 1);'],
    ['more arguments after it', 'void F(string p, params int[] rest) { Use(p); } F("x"); F("x", 1, 2);'],
    ['more arguments by their name', 'void F(string p, params int[] @rest) { Use(p); } F(rest: [1, 2], p: "x");'],
    ['a default', 'void F(string p = "x") { Use(p); } F();'],
    ['a default that is passed again', 'void F(string p = "x") { Use(p); } F(); F("x");'],
    ['a default after another argument', 'void F(int i, string p = "x") { Use(p); } F(1);'],
    ['a comment between the arguments', 'void F(int i, string p) { Use(p); } F(1, /* the path */ "x");'],
    ['an extension method', `${method} class B { void M() { services.Add("x"); } }`],
    ['an extension method called conditionally', `${method} class B { void M() { services?.Add("x"); } }`],
    ['an extension method called as what it is', `${method} class B { void M() { Ext.Add(services, "x"); } }`],
    [
      'an extension method called as what it is, by a longer name',
      `namespace N { ${method} } namespace M { class B { void M() { N.Ext.Add(services, "x"); } } }`,
    ],
    ['an extension method in a chain', `${method} class B { void M() { services.First().Add("x").Last(); } }`],
    [
      'the receiver of an extension method',
      'static class Ext { public static void Add(this string p, int i) { Use(p); } } class B { void M() { "x".Add(1); } }',
    ],
    ['a private method', 'class A { void F(string p) { Use(p); } void M() { F("x"); this.F("x"); } }'],
    [
      'a method for an interface of the app',
      'interface I { void F(string p); } class A : I { public void F(string p) { Use(p); } void M(I i) { i.F("x"); } }',
    ],
    [
      'a static method beside a base of a package',
      'class A : B { public static void F(string p) { Use(p); } void M() { F("x"); } }',
    ],
    ['a generic method', 'void F<T>(string p) { Use(p); } F<int>("x"); F<string>("x");'],
    ['a method that hands it on', 'void F(string p) { G(p); } void G(string q) { Use(q); } F("x");'],
    ['a method that hands it on in a string', 'void F(string p) { G($"{p}"); } void G(string q) { Use(q); } F("x");'],
    ['a method that calls itself with it', 'void F(string p, int n) { Use(p); F(p, n - 1); } F("x", 3);'],
    [
      'an overload with other parameters',
      'class A { void F(string p) { Use(p); } void F(string p, int i) { } void M() { F("x"); F("y", 1); } }',
    ],
    [
      'an overload for numbers',
      'class A { void F(string p) { Use(p); } void F(int p) { } void M() { F("x"); F(1); } }',
    ],
    [
      'a method of that name on another type of the app',
      'class A { public static void F(string p) { Use(p); } } class B { public static void F(string p) { } void M() { A.F("x"); B.F("y"); } }',
    ],
    ['its name in nameof', 'class A { void F(string p) { Use(p); } void M() { F("x"); Log(nameof(F)); } }'],
    [
      'a local of its name',
      'class A { void F(string p) { Use(p); } void M() { this.F("x"); } void N() { var F = 1; Log(F); } }',
    ],
    ['a lambda inside it', 'void F(string p) { Run(() => Use(p)); } F("x");'],
    ['a constructor', 'class A { A(string p) { Use(p); } static A Make() => new A("x"); }'],
    ['a constructor by target type', 'class A { public A(string p) { Use(p); } } class B { A a = new("x"); }'],
    ['a constructor called by another', 'class A { A(string p) { Use(p); } A(int i) : this("x") { } }'],
    [
      'a constructor called by a derived class',
      'class A { protected A(string p) { Use(p); } } class B : A { B() : base("x") { } }',
    ],
    ['a primary constructor', 'class A(string p) { void M() { Use(p); } } class B { A a = new A("x"); }'],
    ['a primary constructor, in an initializer', 'class A(string p) { int i = Use(p); } class B { A a = new A("x"); }'],
    [
      'a primary constructor called by a derived class',
      'class A(string p) { void M() { Use(p); } } class B() : A("x");',
    ],
    ['a record, in an initializer', 'record A(string p) { int i = Use(p); } record B() : A("x");'],
    [
      'a constructor that keeps it',
      'class A { readonly string kept; A(string p) { kept = p; } void M() { Use(kept); } static A Make() => new A("x"); }',
    ],
  ])('%s', (_what, program) => {
    expect(valueIn(program)).toBe('x');
  });

  test('calls in other files', () => {
    const others = {
      'Startup.cs': 'class Startup { void M(IServices s) { s.Add(Paths.P); } }',
      'Paths.cs': 'static class Paths { public const string P = "x"; }',
    };
    const evaluation = evaluateUse(method, others);
    expect(evaluation).toMatchObject({ kind: 'known', value: 'x' });
    const files = evaluation.kind === 'known' ? evaluation.via.map(({ file }) => file) : [];
    expect(files).toEqual(['Program.cs', 'Startup.cs', 'Paths.cs']);
  });

  test('a parameter that hides a member', () => {
    expect(valueIn('class A { const string p = "y"; void F(string p) { Use(p); } void M() { F("x"); } }')).toBe('x');
  });

  test('a primary constructor and a member of one name: initializers see the parameter, methods the member', () => {
    const type = (body: string) =>
      `class A(string p) { const string p = "member"; ${body} } class B { A a = new A("passed"); }`;
    expect(valueIn(type('int i = Use(p);'))).toBe('passed');
    expect(valueIn(type('void M() { Use(p); }'))).toBe('member');
    expect(valueIn(type('int I => Use(p);'))).toBe('member');
  });
});

describe('the calls differ', () => {
  test.each([
    ['two values', 'void F(string p) { Use(p); } F("x"); F("y");'],
    ['a default and another', 'void F(string p = "x") { Use(p); } F(); F("y");'],
    ['an extension method', `${method} class B { void M() { a.Add("x"); Ext.Add(b, "y"); } }`],
    ['constructors', 'class A(string p) { void M() { Use(p); } } class B { A a = new A("x"); A b = new("y"); }'],
  ])('%s', (_what, program) => {
    expect(reasonIn(program)).toEqual({ code: 'parameter-varies', name: 'p' });
  });
});

describe('the calls do not tell', () => {
  test.each([
    ['none', 'void F(string p) { Use(p); }'],
    ['none that fits', 'void F(string p) { Use(p); } F("x", 1); F();'],
    ['a computed value', 'void F(string p) { Use(p); } F("x"); F(Load());'],
    ['null', 'void F(string? p) { Use(p + p); } F("x"); F(Load());'],
    ['handed around as a value', 'class A { void F(string p) { Use(p); } void M() { F("x"); Run(F); } }'],
    ['handed around through this', 'class A { void F(string p) { Use(p); } void M() { F("x"); Run(this.F); } }'],
    ['kept in a variable', 'class A { void F(string p) { Use(p); } void M() { F("x"); Action<string> f = F; } }'],
    ['overriding', 'class A : B { override void F(string p) { Use(p); } void M() { F("x"); } }'],
    [
      'a public method that an interface of a package may ask for',
      'class A : IHandler { public void F(string p) { Use(p); } void M() { F("x"); } }',
    ],
    [
      'a public method that a base class of a base class may call',
      'class B : Controller { } class A : B { public void F(string p) { Use(p); } void M() { F("x"); } }',
    ],
    ['an explicit implementation', 'class A : I { void I.F(string p) { Use(p); } void M() { F("x"); } }'],
    ['what the compiler fills in', 'void F([CallerMemberName] string p = "") { Use(p); } F();'],
    ['an operator', 'class A { public static A operator +(A a, string p) { Use(p); return a; } }'],
    [
      'a constructor called where the type is not written',
      'class A { public A(string p) { Use(p); } } class B { A a = new A("x"); void M() { Take(new("y")); } }',
    ],
    [
      'a constructor called by an alias',
      'using Q = A; class A { public A(string p) { Use(p); } } class B { A a = new A("x"); A b = new Q("y"); }',
    ],
  ])('%s', (_what, program) => {
    expect(reasonIn(program)).toEqual({ code: 'parameter', name: 'p' });
  });

  test('written inside', () => {
    expect(reasonIn('void F(string p) { p ??= "y"; Use(p); } F("x");')).toEqual({ code: 'reassigned', name: 'p' });
    const primary = 'class A(string p) { void N() { p = "y"; } void M() { Use(p); } } class B { A a = new A("x"); }';
    expect(reasonIn(primary)).toEqual({ code: 'reassigned', name: 'p' });
  });

  test('the parameter of a record is a property that others can set', () => {
    const program = 'record A(string p) { void M() { Use(p); } } class B { A a = new A("x"); }';
    expect(reasonIn(program)).toEqual({ code: 'mutable', name: 'p' });
  });
});
