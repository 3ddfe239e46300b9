import { beforeAll, describe, expect, test } from 'vitest';
import { readTokenUses } from '../../../../src/app/clients/consumers/token-uses.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

/** What a program asks the provider for, in order, and where it loses sight of one: `Old` stands for its type. */
function followed(program: string): readonly string[] {
  const text = `using Altinn.App.Core.Internal.Maskinporten;\n${program.replace(/\bOld\b/g, 'IMaskinportenTokenProvider')}`;
  const project = projectWith({ 'Code.cs': text });
  const { consumers } = readTokenUses({ project, imports: openImports([], project) }, '.');
  const [first] = consumers;
  if (first === undefined) throw new Error(`nobody asks in ${program}`);
  const asked = first.requests.flatMap((one) => (one.kind === 'asked' ? [one.expression] : []));
  const { rewrite } = first;
  const obstacles = rewrite.kind === 'by-hand' ? rewrite.obstacles : [];
  return [...asked, ...obstacles.map(({ use, at }) => `${use} ${textOf(at, text)}`)];
}

describe('who holds the provider', () => {
  test.each<[string, string, readonly string[]]>([
    ['a parameter of the class', 'class C(Old p) { async Task A() => await p.GetToken("a"); }', ['"a"']],
    ['a parameter of a struct', 'struct C(Old p) { async Task A() => await p.GetToken("a"); }', ['"a"']],
    [
      'a parameter of a constructor, only there',
      'class C { public C(Old p) { p.GetToken("a").Wait(); } async Task A() => await p.GetToken("b"); }',
      ['"a"', 'task-kept p.GetToken("a")'],
    ],
    [
      'a parameter of an action, only there',
      'class C { async Task A([FromServices] Old p) { await p.GetToken("a"); } async Task B(X p) => await p.GetToken("b"); }',
      ['"a"'],
    ],
    [
      'a field',
      'class C { Old _p; C(Old p) => _p = p; async Task A() { await _p.GetToken("a"); await this._p.GetToken("b"); } }',
      ['"a"', '"b"'],
    ],
    [
      'two fields of one declaration',
      'class C { Old _p, _q; async Task A() { await _p.GetToken("a"); await _q.GetToken("b"); } }',
      ['"a"', '"b"'],
    ],
    [
      'a property',
      'class C(Old p) { Old P { get; set; } = p; async Task A() { await P.GetToken("a"); await this.P.GetToken("b"); } }',
      ['"a"', '"b"'],
    ],
    [
      'a property with another one behind it',
      'class C(Old p) { Old P => p; async Task A() => await P.GetToken("a"); }',
      ['"a"'],
    ],
    [
      'a local that is given it',
      'var p = s.GetRequiredService<Old>();\nawait p.GetToken("a");\nvar q = s.GetService<Other>();\nawait q.GetToken("b");',
      ['"a"'],
    ],
    ['a local of its type that is given it', 'Old p = s.GetRequiredService<Old>();\nawait p.GetToken("a");', ['"a"']],
    [
      'a local of one method',
      'class C { async Task A(S s) { Old p = s.GetService<Old>()!; await p.GetToken("a"); } async Task B(X p) => await p.GetToken("b"); }',
      ['"a"'],
    ],
    [
      'a field that is given it',
      'class C { Old _p; C(S s) => _p = s.GetService<Old>(); async Task A() => await _p.GetToken("a"); }',
      ['"a"'],
    ],
    ['nobody: it is asked at once', 'await s.GetRequiredService<Old>().GetToken("a");', ['"a"']],
    [
      'one that is spelled in two ways',
      'class C(Old @p) { async Task A() { await p.GetToken("a"); await @p.GetToken("b"); } }',
      ['"a"', '"b"'],
    ],
    ['one with a keyword for a name', 'class C(Old @event) { async Task A() => await @event.GetToken("a"); }', ['"a"']],
    ['a lambda of an endpoint', 'app.MapGet("/a", async (Old p) => await p.GetToken("a"));', ['"a"']],
    ['nobody, where it is only named', 'class C(Old p) { string N = nameof(Old); }', []],
  ])('%s', (_, program, expected) => {
    expect(followed(program)).toEqual(expected);
  });
});

describe('what else has the name is something else', () => {
  test.each([
    ['a parameter', 'async Task B(X p) => await p.GetToken("b");'],
    ['a parameter of a lambda', 'void B() => F(async (X p) => await p.GetToken("b"));'],
    ['a lambda’s parameter without a type', 'void B() => F(p => p.GetToken("b"));'],
    ['a local', 'async Task B() { var p = new X(); await p.GetToken("b"); }'],
    ['a local of a pattern', 'async Task B(object o) { if (o is X p) await p.GetToken("b"); }'],
    ['a variable of a loop', 'async Task B(X[] all) { foreach (var p in all) await p.GetToken("b"); }'],
    ['a member of another object', 'async Task B(X x) => await x.p.GetToken("b");'],
    ['a member of another object that may be missing', 'async Task B(X x) { var t = x?.p.GetToken("b"); }'],
    ['the name of an argument', 'void B() => F(p: 1);'],
    ['the name of an argument of an attribute', '[Own(p: 1)] void B() { }'],
    ['a property of an attribute', '[Own(p = 1)] void B() { }'],
    ['a name in a tuple', 'object B() => (p: 1, q: 2);'],
    ['a name in a tuple’s type', '(int p, int q) B() => (1, 2);'],
    ['a variable of a query', 'object B(X[] all) => from p in all select p;'],
    ['a member of an enumeration', 'enum B { p }'],
    ['a variable of a tuple', 'void B() { var (p, q) = F(); p.GetToken("b"); }'],
    ['an out variable', 'void B() { F(out var p); p.GetToken("b"); }'],
    ['a caught exception', 'void B() { try { } catch (E p) { F(p); } }'],
    ['a member of the base', 'object B() => base.p;'],
  ])('%s', (_, members) => {
    expect(followed(`class C(Old p) { async Task A() => await p.GetToken("a"); ${members} }`)).toEqual(['"a"']);
    const field = `class C { Old p; async Task A() => await this.p.GetToken("a"); ${members} }`;
    expect(followed(field)).toEqual(['"a"']);
  });

  test('a member of another class', () => {
    const program =
      'class C { Old _p; async Task A() => await _p.GetToken("a"); }\nclass D { X _p; async Task A() => await _p.GetToken("b"); }';
    expect(followed(program)).toEqual(['"a"']);
  });

  test.each([
    'X _p; async Task B() => await _p.GetToken("b");',
    'X _p { get; } async Task B() => await _p.GetToken("b");',
    'X _q, _p; async Task B() => await this._p.GetToken("b");',
    'class E { X _p; class F { async Task B() => await _p.GetToken("b"); } }',
  ])('a member of a class within: %s', (members) => {
    const program = `class C { Old _p; async Task A() => await _p.GetToken("a"); class D { ${members} } }`;
    expect(followed(program)).toEqual(['"a"']);
  });

  test('a class within may use what the one around it shares', () => {
    const inner = 'class D { X _q; async Task B() => await _p.GetToken("b"); }';
    expect(followed(`class C { static Old _p; async Task A() => await _p.GetToken("a"); ${inner} }`)).toEqual([
      '"a"',
      '"b"',
    ]);
  });

  test('a parameter is not what stands behind `this`', () => {
    const program = 'class C { X p; C(Old p) { p.GetToken("a").Wait(); this.p.GetToken("b").Wait(); } }';
    expect(followed(program)).toEqual(['"a"', 'task-kept p.GetToken("a")']);
  });
});

describe('what others can see', () => {
  const visible = (members: string) => followed(`class C { ${members} }`);
  test.each([
    ['public Old _p;', ['visible IMaskinportenTokenProvider']],
    ['internal readonly Old _p;', ['visible IMaskinportenTokenProvider']],
    ['protected Old _p;', ['visible IMaskinportenTokenProvider']],
    ['private protected Old _p;', ['visible IMaskinportenTokenProvider']],
    ['public Old P { get; }', ['visible IMaskinportenTokenProvider']],
    ['Old IHolder.P { get; }', ['visible IMaskinportenTokenProvider']],
    ['Old P { get { return x; } }', ['visible IMaskinportenTokenProvider']],
    ['Old P { get => x; set; }', ['visible IMaskinportenTokenProvider']],
    ['private Old _p;', []],
    ['private static readonly Old _p;', []],
    ['Old _p;', []],
    ['private Old P { get; set; }', []],
    ['static Old P { get; }', []],
  ])('%s', (members, expected) => {
    expect(visible(members)).toEqual(expected);
  });

  test('what an interface asks for, whoever implements it', () => {
    expect(followed('interface I { Old P { get; } }')).toEqual(['visible IMaskinportenTokenProvider']);
  });

  test('each place is said once', () => {
    const text = 'class C { public Old _p, _q; void A() { F(_p); } }';
    expect(followed(text)).toEqual(['visible IMaskinportenTokenProvider']);
  });
});

describe('who may hold another one', () => {
  test.each<[string, readonly string[]]>([
    ['class C { Old _p = new Fake(); }', ['replaced new Fake()']],
    ['class C { Old P { get; } = new Fake(); }', ['replaced new Fake()']],
    ['class C { Old P => new Fake(); }', ['replaced new Fake()']],
    ['class C(Old p) { Old P => p ?? new Fake(); }', ['replaced p ?? new Fake()', 'passed-on p']],
    ['class C(Old p) { void A() { p = new Fake(); } }', ['replaced new Fake()']],
    ['class C { Old _p; void A(X x) { _p = x; } }', ['replaced x']],
    ['class C { Old _p; void A(X x) { this._p = x; } }', ['replaced x']],
    ['class C { Old P { get; set; } void A(X x) { P = x; } }', ['replaced x']],
    ['Old p = s.GetRequiredService<Old>();\np = new Fake();', ['replaced new Fake()']],
    [
      'Old p = flag ? s.GetRequiredService<Old>() : new Fake();',
      [
        'replaced flag ? s.GetRequiredService<IMaskinportenTokenProvider>() : new Fake()',
        'passed-on s.GetRequiredService<IMaskinportenTokenProvider>()',
      ],
    ],
    ['class C { Old _p = null!; void A() { _p = null; _p = default; } }', []],
    ['class C { Old _p; C(Old p) => _p = p ?? throw new E(); }', []],
    ['class C { Old _p; C(Old p) { this._p = p!; } }', []],
    ['class C { Old _p; Old _q; void A() { _q = _p; } }', []],
    ['class C { Old _p; C(S s) { _p = s.GetRequiredService<Old>(); } }', []],
  ])('%s', (program, expected) => {
    expect(followed(program)).toEqual(expected);
  });
});

describe('where sight of it is lost', () => {
  test.each<[string, readonly string[]]>([
    ['class C(Old p) { void A() { var q = p; q.GetToken("a"); } }', ['passed-on p']],
    ['class C(Old p) { object _q = p; }', ['passed-on p']],
    ['class C(Old p) { object Q { get; } = p; }', ['passed-on p']],
    ['class C { C(Old p) { x.P = p; } }', ['passed-on p']],
    ['class C(Old p) { object A() => this.p; }', ['passed-on this.p']],
    ['class C { Old _p; object A() => this._p; }', ['passed-on this._p']],
    ['class C { Old _p; void A() { _x = this._p; } }', ['passed-on this._p']],
    ['class C(Old p) { void A() => F(p, p); }', ['passed-on p', 'passed-on p']],
    ['class C(Old p) : Base(p);', ['passed-on p']],
    ['class C { C(Old p) : this(p, 1) { } C(Old p, int n) { } }', ['passed-on p']],
    ['F(s.GetRequiredService<Old>());', ['passed-on s.GetRequiredService<IMaskinportenTokenProvider>()']],
    ['_x = s.GetService<Old>();', ['passed-on s.GetService<IMaskinportenTokenProvider>()']],
    ['s.GetService<Old>()?.GetToken("a");', ['null-conditional s.GetService<IMaskinportenTokenProvider>()']],
    ['F(s.GetService<Old>().GetToken);', ['method-group s.GetService<IMaskinportenTokenProvider>()']],
    ['Old Make() => null!;', ['type-used IMaskinportenTokenProvider']],
    ['void A(Old p) { }', ['passed-on IMaskinportenTokenProvider']],
    ['if (s.GetService<Old>() is null) F();', []],
  ])('%s', (program, expected) => {
    expect(followed(program)).toEqual(expected);
  });
});
