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

describe('members with one value', () => {
  const within = (member: string) => `class A { ${member} void M() { Use(P); } }`;
  test.each([
    ['constant', 'const string P = "x";'],
    ['static readonly', 'private static readonly string P = "x";'],
    ['public static readonly', 'public static readonly string P = "x";'],
    ['instance readonly', 'private readonly string P = "x";'],
    ['expression-bodied property', 'public static string P => "x";'],
    ['get-only property', 'public string P { get; } = "x";'],
    ['getter with an expression', 'string P { get => "x"; }'],
    ['getter that returns', 'string P { get { return "x"; } }'],
    ['readonly, set by the only constructor', 'private readonly string P; public A() { Log(); P = "x"; }'],
    ['readonly, set through this', 'private readonly string P; public A() { this.P = "x"; }'],
    ['static readonly, set by the static constructor', 'static readonly string P; static A() { P = "x"; }'],
    ['private field that nothing writes', 'private string P = "x";'],
    ['private static field that nothing writes', 'static string P = "x";'],
    ['declared after another', 'const string O = "y", P = "x";'],
    ['made of others', 'const string P = O + N; const string O = ""; static string N => "x";'],
    ['static readonly made of one above it', 'static readonly string O = "x"; static readonly string P = O;'],
    ['static readonly made of a constant below it', 'static readonly string P = O; const string O = "x";'],
    ['static readonly made of a computed property below it', 'static readonly string P = O; static string O => "x";'],
    ['a constant number in a string', 'const int Port = 8; const string P = $"{Port}" == "" ? "x" : "x";'],
    [
      'beside another class that writes its own',
      'readonly string P = "x"; class B { string P; void N() { P = "y"; } }',
    ],
    ['beside a local of that name that is written', 'readonly string P = "x"; A() { var P = "y"; P = "z"; }'],
    ['beside an object initializer', 'readonly string P = "x"; A() { new B { P = "y" }; }'],
  ])('%s', (_what, member) => {
    expect(valueIn(within(member))).toBe('x');
  });

  test.each([
    ['this', 'class A { const string P = "x"; void M() { Use(this.P); } }'],
    ['the own type', 'class A { const string P = "x"; void M() { Use(A.P); } }'],
    ['an outer type', 'class A { const string P = "x"; class B { void M() { Use(P); } } }'],
    [
      'an outer type that hides',
      'class A { const string P = "y"; class B { const string P = "x"; void M() { Use(P); } } }',
    ],
    ['a nested type', 'class A { class B { public const string P = "x"; } void M() { Use(B.P); } }'],
    ['a nested type by its full name', 'Use(A.B.P); class A { public class B { public const string P = "x"; } }'],
    ['a base type', 'class B { protected const string P = "x"; } class A : B { void M() { Use(P); } }'],
    [
      'a base type of the base type',
      'class C { public const string P = "x"; } class B : C { } class A : B { void M() { Use(P); } }',
    ],
    ['a generic base type', 'class B<T> { protected const string P = "x"; } class A : B<int> { void M() { Use(P); } }'],
    [
      'a base type with arguments',
      'class B(int i) { protected const string P = "x"; } class A(int j) : B(j), I { void M() { Use(P); } }',
    ],
    ['a base type through a derived name', 'Use(A.P); class B { public const string P = "x"; } class A : B { }'],
    [
      'base',
      'class B { protected virtual string P => "x"; } class A : B { protected override string P => "y"; void M() { Use(base.P); } }',
    ],
    ['an interface', 'Use(I.P); interface I { const string P = "x"; }'],
    ['a struct', 'Use(S.P); struct S { public const string P = "x"; }'],
    ['a record', 'Use(R.P); record R(int I) { public const string P = "x"; }'],
    ['a generic type', 'Use(A<int>.P); class A<T> { public const string P = "x"; }'],
    ['the global namespace', 'Use(global::A.P); class A { public const string P = "x"; }'],
    ['an attribute argument', 'class A { const string P = "x"; [Name(Use(P))] void M() { } }'],
    ['a field initializer', 'class A { const string P = "x"; int i = Use(P); }'],
    [
      'a property named like its type',
      'class A { Settings Settings { get; } void M() { Use(Settings.P); } } class Settings { public const string P = "x"; }',
    ],
  ])('through %s', (_what, program) => {
    expect(valueIn(program)).toBe('x');
  });
});

describe('across files', () => {
  const constants = {
    'Constants.cs': 'namespace App.Config; public static class Paths { public const string P = "x"; }',
  };
  test.each([
    ['using', 'using App.Config; Use(Paths.P);'],
    ['full name', 'Use(App.Config.Paths.P);'],
    ['full name with global', 'Use(global::App.Config.Paths.P);'],
    ['same namespace', 'namespace App.Config; class A { void M() { Use(Paths.P); } }'],
    ['namespace inside it', 'namespace App.Config.Inner { class A { void M() { Use(Paths.P); } } }'],
    ['part of the name', 'namespace App; class A { void M() { Use(Config.Paths.P); } }'],
    ['static using', 'using static App.Config.Paths; Use(P);'],
    ['alias of the type', 'using Q = App.Config.Paths; Use(Q.P);'],
    ['alias of the namespace', 'using C = App.Config; Use(C.Paths.P);'],
    ['alias with ::', 'using C = App.Config; Use(C::Paths.P);'],
    ['comments and line breaks', 'Use(App . /* here */ Config\n  .Paths // or there\n  .P);'],
    ['no using at all, as with one in the project file', 'Use(Paths.P);'],
  ])('%s', (_what, program) => {
    const evaluation = evaluateUse(program, constants);
    expect(evaluation).toMatchObject({ kind: 'known', value: 'x', via: [{ file: 'Constants.cs' }] });
  });

  test.each([
    ['global using', 'global using App.Config;', 'Use(Paths.P);'],
    ['global static using', 'global using static App.Config.Paths;', 'Use(P);'],
    ['global alias', 'global using Q = App.Config.Paths;', 'Use(Q.P);'],
  ])('%s in another file', (_what, usings, program) => {
    expect(valueIn(program, { ...constants, 'Usings.cs': usings })).toBe('x');
  });

  test('an alias that is not global stays in its file', () => {
    const others = { ...constants, 'Other.cs': 'using Q = App.Config.Paths;' };
    expect(reasonIn('Use(Q.P);', others)).toEqual({ code: 'undeclared', name: 'Q.P' });
  });

  test('the place it was read from is the declaration', () => {
    const evaluation = evaluateUse('using App.Config; Use(Paths.P);', constants);
    const [place] = evaluation.kind === 'known' ? evaluation.via : [];
    expect(constants['Constants.cs'].slice(place?.start, place?.end)).toBe('public const string P = "x";');
  });

  test('the other part of a partial class', () => {
    const others = { 'A.Paths.cs': 'namespace N; partial class A { const string P = "x"; }' };
    expect(valueIn('namespace N; partial class A { void M() { Use(P); } }', others)).toBe('x');
  });

  test('a write in the other part of a partial class', () => {
    const others = { 'A.Rest.cs': 'partial class A { void N() { P = "y"; } }' };
    const program = 'partial class A { private string P = "x"; void M() { Use(P); } }';
    expect(reasonIn(program, others)).toEqual({ code: 'mutable', name: 'P' });
  });

  test('a class of the same name in another namespace is another class', () => {
    const others = { 'Other.cs': 'namespace M; partial class A { const string P = "y"; }' };
    expect(valueIn('namespace N; partial class A { const string P = "x"; void M() { Use(P); } }', others)).toBe('x');
  });

  test.each([
    ['a class has no constant of an interface', 'class A : I { void M() { Use(P); } }', null],
    ['nor has one through its base class', 'class A : B { void M() { Use(P); } } class B : I { }', null],
    ['by the name of the interface it does', 'class A : I { void M() { Use(I.P); } }', 'x'],
    ['an interface has those of its base', 'interface A : I { void M() { Use(P); } }', 'x'],
    ['an outer type is asked first', 'class O { const string P = "y"; class A : I { void M() { Use(P); } } }', 'y'],
  ])('%s', (_, code, expected) => {
    const value = evaluateUse(`${code} interface I { const string P = "x"; }`, {});
    expect(value.kind === 'known' ? value.value : null).toBe(expected);
  });

  test('a base class in another file and namespace', () => {
    const others = { 'Base.cs': 'namespace M; public class Base { protected const string P = "x"; }' };
    expect(valueIn('using M; namespace N { class A : Base { void M() { Use(P); } } }', others)).toBe('x');
  });

  test('the names of types come from their declarations', () => {
    const others = {
      'Types.cs': 'namespace App.Clients; class Outer { public class Inner { } public class Many<T> { } }',
    };
    expect(valueIn('Use(typeof(Outer).FullName);', others)).toBe('App.Clients.Outer');
    expect(valueIn('Use(typeof(Outer.Inner).FullName);', others)).toBe('App.Clients.Outer+Inner');
    expect(valueIn('Use(typeof(App.Clients.Outer.Inner).Name);', others)).toBe('Inner');
    expect(valueIn('using I = App.Clients.Outer.Inner; Use(typeof(I).Name);', others)).toBe('Inner');
    expect(valueIn('Use(typeof(NoNamespace).FullName); class NoNamespace { }')).toBe('NoNamespace');
    expect(valueIn('using H = System.Net.Http.HttpClient; Use(typeof(H).Name);')).toBe('HttpClient');
    expect(reasonIn('using L = System.Collections.Generic.List<int>; Use(typeof(L).Name);')).toMatchObject({
      code: 'computed',
    });
  });

  test.each([
    ['of a method', 'class A { void M<T>() { Use(typeof(T).Name); } }'],
    ['of a type', 'class A<T> { void M() { Use(typeof(T).FullName); } } class T { }'],
    ['of a local function', 'void M<T>() { Use(typeof(T).Name); }'],
  ])('the name of a type parameter %s is not known', (_what, program) => {
    expect(reasonIn(program)).toMatchObject({ code: 'computed' });
  });
});

describe('several types of one name', () => {
  const two = {
    'One.cs': 'namespace One; public static class Paths { public const string P = "1"; }',
    'Two.cs': 'namespace Two; public static class Paths { public const string P = "2"; }',
  };
  test.each([
    ['the own namespace', 'namespace Two; class A { void M() { Use(Paths.P); } }', '2'],
    ['the own namespace before the usings', 'using One; namespace Two { class A { void M() { Use(Paths.P); } } }', '2'],
    ['the using', 'using Two; Use(Paths.P);', '2'],
    ['the full name', 'using Two; Use(One.Paths.P);', '1'],
    ['the alias', 'using One; using Paths = Two.Paths; Use(Paths.P);', '2'],
    [
      'the nested type',
      'using One; class A { static class Paths { public const string P = "3"; } void M() { Use(Paths.P); } }',
      '3',
    ],
  ])('%s decides', (_what, program, value) => {
    expect(valueIn(program, two)).toBe(value);
  });

  test('nothing decides', () => {
    expect(reasonIn('Use(Paths.P);', two)).toEqual({ code: 'ambiguous', name: 'P' });
    expect(reasonIn('using One; using Two; Use(Paths.P);', two)).toEqual({ code: 'ambiguous', name: 'P' });
    expect(reasonIn('using static One.Paths; using static Two.Paths; Use(P);', two)).toEqual({
      code: 'ambiguous',
      name: 'P',
    });
  });

  test('nothing decides, and it does not matter', () => {
    const same = { ...two, 'Two.cs': two['Two.cs'].replace('"2"', '"1"') };
    expect(valueIn('Use(Paths.P);', same)).toBe('1');
  });

  test('one class declared twice, as in two projects', () => {
    const twice = { 'a/One.cs': two['One.cs'], 'b/One.cs': two['One.cs'].replace('"1"', '"2"') };
    expect(reasonIn('using One; Use(Paths.P);', twice)).toEqual({ code: 'ambiguous', name: 'P' });
  });
});

describe('members without one value', () => {
  const within = (member: string) => `class A { ${member} void M() { Use(P); } }`;
  test.each([
    ['public field', 'public string P = "x";', 'mutable'],
    ['internal static field', 'internal static string P = "x";', 'mutable'],
    ['private field that a method writes', 'private string P = "x"; void N() { P = "y"; }', 'mutable'],
    [
      'private field that is written through another instance',
      'private string P = "x"; void N(A a) { a.P = "y"; }',
      'mutable',
    ],
    ['private field passed by ref', 'private string P = "x"; void N() { F(ref P); }', 'mutable'],
    ['private field without a value', 'private string P;', 'mutable'],
    ['settable property', 'public string P { get; set; } = "x";', 'mutable'],
    ['property that an initializer may set', 'public string P { get; init; } = "x";', 'mutable'],
    ['property with a private setter', 'public string P { get; private set; } = "x";', 'mutable'],
    ['readonly, also set by a constructor', 'readonly string P = "x"; A() { P = "y"; }', 'reassigned'],
    [
      'static readonly, also set by the static constructor',
      'static readonly string P = "x"; static A() { A.P = "y"; }',
      'reassigned',
    ],
    ['get-only property, also set by a constructor', 'string P { get; } = "x"; A() { this.P = "y"; }', 'reassigned'],
    [
      'readonly, set by several constructors',
      'readonly string P; A() { P = "x"; } A(int i) { P = "y"; }',
      'reassigned',
    ],
    ['readonly, set under a condition', 'readonly string P; A() { if (dev) P = "x"; }', 'set-at-run-time'],
    [
      'readonly, set by one of several constructors',
      'readonly string P; A() { P = "x"; } A(int i) { }',
      'set-at-run-time',
    ],
    ['virtual property', 'protected virtual string P => "x";', 'overridable'],
    ['abstract property', 'protected abstract string P { get; }', 'overridable'],
    ['overriding property', 'protected override string P => "x";', 'overridable'],
    [
      'static field read by an initializer above it',
      'static readonly string P = O; static readonly string O = "x";',
      'read-before-set',
      'O',
    ],
    [
      'static property read by an initializer above it',
      'static string P { get; } = O; static string O { get; } = "x";',
      'read-before-set',
      'O',
    ],
    ['unknown name', 'const string P = Q;', 'undeclared', 'Q'],
  ])('%s', (_what, member, code, name = 'P') => {
    expect(reasonIn(within(member))).toEqual({ code, name });
  });

  test.each([
    ['getter with statements', 'string P { get { Log(); return "x"; } }'],
    ['getter with a body and a first value', 'string P { get { return field ?? Load(); } } = "x";'],
    ['computed initializer', 'static readonly string P = Load();'],
  ])('%s', (_what, member) => {
    expect(reasonIn(within(member))).toMatchObject({ code: 'computed' });
  });

  test('a property of an interface, which a class can answer otherwise', () => {
    const program = 'interface I { string P => "x"; void M() { Use(P); } }';
    expect(reasonIn(program)).toEqual({ code: 'overridable', name: 'P' });
  });

  test('a member of an object, not of a type', () => {
    const type = { 'Settings.cs': 'class settings { public const string P = "wrong"; }' };
    const computed = { code: 'computed', expression: 'settings.P' };
    expect(reasonIn('var settings = Load(); Use(settings.P);', type)).toEqual(computed);
    expect(reasonIn('Run(settings => Use(settings.P));', type)).toEqual(computed);
    expect(reasonIn('class A { Other settings; void M() { Use(settings.P); } }', type)).toEqual(computed);
    expect(reasonIn('class A(Other settings) { void M() { Use(settings.P); } }', type)).toEqual(computed);
  });

  test('names that the app does not declare', () => {
    expect(reasonIn('Use(AuthorizationConstants.Path);')).toEqual({
      code: 'undeclared',
      name: 'AuthorizationConstants.Path',
    });
    expect(reasonIn('Use(Path);')).toEqual({ code: 'undeclared', name: 'Path' });
    expect(reasonIn('Use(A.Q); class A { }')).toEqual({ code: 'undeclared', name: 'A.Q' });
  });

  test('a member of an enumeration', () => {
    expect(reasonIn('Use(E.A); enum E { A }')).toEqual({ code: 'not-a-string', expression: 'E.A' });
  });

  test("an own type called like one of the platform's wins", () => {
    expect(
      valueIn(
        'Use(ConfigurationPath.KeyDelimiter); class ConfigurationPath { public const string KeyDelimiter = "x"; }',
      ),
    ).toBe('x');
  });

  test('the platform through aliases and static usings', () => {
    const ns = 'Microsoft.Extensions.Configuration';
    expect(valueIn(`using C = ${ns}.ConfigurationPath; Use(C.Combine("A", "B") + C.KeyDelimiter);`)).toBe('A:B:');
    expect(valueIn(`using static ${ns}.ConfigurationPath; Use(Combine("A", "B"));`)).toBe('A:B');
    expect(reasonIn('Use(Combine("A", "B"));')).toMatchObject({ code: 'computed' });
  });
});

describe('preprocessor symbols', () => {
  const bySymbol = (one: string, other: string) =>
    `static class Paths {\n#if DEBUG\n  public const string P = ${one};\n#else\n  public const string P = ${other};\n#endif\n}`;

  test('a constant that both branches give the same value', () => {
    expect(valueIn('Use(Paths.P);', { 'Paths.cs': bySymbol('"x"', '"" + "x"') })).toBe('x');
  });

  test('a constant that depends on a symbol, in another file', () => {
    const others = { 'Paths.cs': bySymbol('"x"', '"y"') };
    expect(reasonIn('Use(Paths.P);', others)).toEqual({ code: 'differs-by-symbols', file: 'Paths.cs' });
  });

  test('a constant that depends on a symbol, in the same file', () => {
    const program = `Use(Paths.P);\n${bySymbol('"x"', '"y"')}`;
    expect(reasonIn(program)).toEqual({ code: 'differs-by-symbols', file: 'Program.cs' });
  });

  test('a local that depends on a symbol', () => {
    const program = '#if DEBUG\nvar p = "x";\n#else\nvar p = "y";\n#endif\nUse(p);';
    expect(reasonIn(program)).toEqual({ code: 'differs-by-symbols', file: 'Program.cs' });
  });

  test('a use and its constant under the same symbol', () => {
    const program = '#if DEBUG\nconst string p = "x";\nUse(p);\n#else\nconst string p = "y";\n#endif';
    expect(valueIn(program)).toBe('x');
  });

  test('a symbol that has nothing to do with the constant', () => {
    const program = 'const string p = "x";\n#if DEBUG\nLog();\n#endif\nUse(p);';
    expect(valueIn(program)).toBe('x');
  });

  test('a constant that refers to one that depends on a symbol in its file', () => {
    const others = {
      'Paths.cs': `${bySymbol('"x"', '"y"')}\nstatic class Q { public const string P = Paths.P + "z"; }`,
    };
    expect(reasonIn('Use(Q.P);', others)).toEqual({ code: 'differs-by-symbols', file: 'Paths.cs' });
  });
});

describe('top-level code is a member of class Program', () => {
  test.each([
    ['a constant', 'Use(P); partial class Program { const string P = "x"; }'],
    ['a constant that is spelled out', 'Use(Program.P); partial class Program { const string P = "x"; }'],
    ['a readonly field', 'Use(P); partial class Program { static readonly string P = "x"; }'],
    ['a field that nothing writes', 'Use(P); partial class Program { static string P = "x"; }'],
    ['a property', 'Use(P); partial class Program { static string P => "x"; }'],
    ['from a local function', 'F(); void F() { Use(P); } partial class Program { const string P = "x"; }'],
    ['from a lambda', 'Run(() => Use(P)); partial class Program { const string P = "x"; }'],
    ['of a base class', 'Use(P); partial class Program : B { } class B { protected const string P = "x"; }'],
    ['behind a local of that name', 'var P = "x"; Use(P); partial class Program { const string P = "y"; }'],
    ['a constant of a class that a field hides', 'Use(K); partial class Program { const string K = "x"; } class K { }'],
  ])('%s', (_what, program) => {
    expect(valueIn(program)).toBe('x');
  });

  test('in all parts, in all files', () => {
    const others = {
      'A.cs': 'public partial class Program { const string A = "x"; }',
      'B.cs': 'public partial class Program { const string P = A; }',
    };
    expect(valueIn('Use(P);', others)).toBe('x');
  });

  test('not of one in a namespace', () => {
    expect(reasonIn('Use(P); namespace N { partial class Program { const string P = "x"; } }')).toEqual({
      code: 'undeclared',
      name: 'P',
    });
  });

  test.each([
    ['unqualified', 'P = "y";'],
    ['behind its type', 'Program.P = "y";'],
    ['in a local function', 'void F() { P = "y"; }'],
    ['by reference', 'Fill(ref P);'],
  ])('and writes its fields: %s', (_what, statement) => {
    const part = 'partial class Program { static string P = "x"; void M() { Use(P); } }';
    expect(reasonIn(`${statement} Use(P); ${part}`)).toEqual({ code: 'mutable', name: 'P' });
    expect(reasonIn(`${statement} ${part}`)).toEqual({ code: 'mutable', name: 'P' });
    expect(reasonIn(`${statement} Use(P);`, { 'Part.cs': part })).toEqual({ code: 'mutable', name: 'P' });
  });
});
