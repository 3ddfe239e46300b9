import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { evaluateUse } from '../sources.ts';

beforeAll(loadCSharp);

function valueIn(program: string): string {
  const evaluation = evaluateUse(program);
  return evaluation.kind === 'known' ? evaluation.value : `unknown: ${JSON.stringify(evaluation.reason)}`;
}

function reasonIn(program: string): unknown {
  const evaluation = evaluateUse(program);
  return evaluation.kind === 'unknown' ? evaluation.reason : evaluation;
}

describe('locals with one value', () => {
  test.each([
    ['declared with it', 'var p = "x"; Use(p);'],
    ['constant', 'const string p = "x"; Use(p);'],
    ['second in a declaration', 'string o = "y", p = "x"; Use(p);'],
    ['through another', 'var o = "x"; var p = o; Use(p);'],
    ['with a keyword for a name', 'var @event = "x"; Use(@event);'],
    ['written with @ in one place only', 'var @path = "x"; Use(path);'],
    ['assigned once beside the declaration', 'string p; p = "x"; Use(p);'],
    ['assigned once in a method', 'class A { void M() { string p; Log(); p = "x"; Use(p); } }'],
    ['used in a lambda', 'var p = "x"; Run(() => Use(p));'],
    ['used in a local function above it', 'void F() { Use(p); } const string p = "x";'],
    ['used in a local function of a top-level program', 'var p = "x"; F(); void F() { if (true) { Use(p); } }'],
    ['used in a deeper block', 'class A { void M() { var p = "x"; if (a) { while (b) Use(p); } } }'],
    ['in a switch section', 'switch (a) { case 1: var p = "x"; Use(p); break; }'],
    ['beside a member of that name in an object initializer', 'var p = "x"; var s = new S { p = "y" }; Use(p);'],
    ['beside a property of that name', 'var p = "x"; other.p = "y"; Use(p);'],
    [
      'beside another of that name in a sibling scope',
      'class A { void N() { var p = "y"; p = "z"; } void M() { var p = "x"; Use(p); } }',
    ],
    ['beside a lambda parameter of that name', 'var p = "x"; Run((string q) => { q = "y"; }); Use(p);'],
    ['passed by value', 'var p = "x"; F(p); F(in p); Use(p);'],
    ['compared', 'var p = "x"; if (p == "y" || p is "z") Log(); Use(p);'],
    [
      'declared in a method while a top-level program has another',
      'var p = "y"; class A { void M() { const string p = "x"; Use(p); } }',
    ],
  ])('%s', (_what, program) => {
    expect(valueIn(program)).toBe('x');
  });

  test.each([
    ['(p) + "y"', 'xy'],
    ['(p) + (p)', 'xx'],
    ['(p) + p + "y"', 'xxy'],
    ['"y" + (p) + (p)', 'yxx'],
    ['(n) + (n) + p', '2x'],
    ['(A.P) + "y"', 'xy'],
  ])('a name in parentheses before a plus is no cast: %s', (source, value) => {
    const program = `const string p = "x"; const int n = 1; Use(${source}); class A { public const string P = "x"; }`;
    expect(valueIn(program)).toBe(value);
  });

  test('the way there is told, outermost first', () => {
    const program = 'const string section = "A"; var path = $"{section}:B"; Use(path);';
    const evaluation = evaluateUse(program);
    const declarations =
      evaluation.kind === 'known' ? evaluation.via.map(({ start, end }) => program.slice(start, end)) : [];
    expect(declarations).toEqual(['var path = $"{section}:B";', 'const string section = "A";']);
  });
});

describe('locals with several values', () => {
  test.each([
    ['assigned again', 'var p = "x"; p = "y"; Use(p);'],
    ['assigned again after the use', 'var p = "x"; Use(p); p = "y";'],
    ['appended to', 'var p = "x"; p += "y"; Use(p);'],
    ['defaulted', 'string p = null; p ??= "y"; Use(p);'],
    ['assigned in a lambda', 'var p = "x"; Run(() => p = "y"); Use(p);'],
    ['assigned in a local function', 'var p = "x"; F(); Use(p); void F() { p = "y"; }'],
    ['passed by ref', 'var p = "x"; F(ref p); Use(p);'],
    ['passed as out', 'var p = "x"; F(out p); Use(p);'],
    ['aliased by ref', 'var p = "x"; ref var q = ref p; q = "y"; Use(p);'],
    ['deconstructed into', 'var p = "x"; (p, _) = Pair(); Use(p);'],
    ['deconstructed into, nested', 'var p = "x"; (_, (p, _)) = Pair(); Use(p);'],
    ['assigned in parentheses', 'var p = "x"; (p) = "y"; Use(p);'],
    ['assigned twice after the declaration', 'string p; p = "x"; p = "y"; Use(p);'],
    ['assigned in both branches', 'string p; if (a) p = "x"; else p = "y"; Use(p);'],
    ['written as @p', 'var p = "x"; @p = "y"; Use(p);'],
  ])('%s', (_what, program) => {
    expect(reasonIn(program)).toEqual({ code: 'reassigned', name: 'p' });
  });

  test('counted up', () => {
    expect(reasonIn('var p = 1; p++; Use(p + "x");')).toEqual({ code: 'reassigned', name: 'p' });
    expect(reasonIn('var p = 1; --p; Use(p + "x");')).toEqual({ code: 'reassigned', name: 'p' });
  });

  test('assigned in one branch only', () => {
    const program = 'string p; if (dev) { p = "x"; } Use(p);';
    expect(reasonIn(program)).toEqual({ code: 'conditional', expression: 'p = "x"' });
  });

  test('an `out` variable of one switch section hides a field in another', () => {
    const sections = 'case 1: F(out var p); break; default: Use(p); break;';
    const program = `class A { const string p = "x"; void M(int a) { switch (a) { ${sections} } } }`;
    expect(reasonIn(program)).toEqual({ code: 'set-at-run-time', name: 'p' });
  });

  test('declared in one switch section and assigned in another', () => {
    const program = 'switch (a) { case 1: string p; break; case 2: p = "x"; Use(p); break; }';
    expect(reasonIn(program)).toEqual({ code: 'conditional', expression: 'p = "x"' });
  });

  test('alternatives that disagree', () => {
    expect(reasonIn('Use(dev ? "x" : "y");')).toEqual({ code: 'conditional', expression: 'dev ? "x" : "y"' });
    expect(reasonIn('Use(dev ? "x" : Load());')).toEqual({ code: 'conditional', expression: 'dev ? "x" : Load()' });
  });
});

describe('variables that only get a value when the program runs', () => {
  const outer = 'class A { const string p = "wrong"; void M() { BODY } }';
  test.each([
    ['foreach', 'foreach (var p in list) { Use(p); }'],
    ['foreach with deconstruction', 'foreach (var (p, q) in list) Use(p);'],
    ['foreach with a typed tuple', 'foreach ((string p, int q) in list) Use(p);'],
    ['for', 'for (var p = "x"; ; ) Use(p);'],
    ['using statement', 'using (var p = Open()) { Use(p); }'],
    ['catch', 'try { } catch (Exception p) { Use(p); }'],
    ['out', 'Get(out var p); Use(p);'],
    ['out in a condition, used after it', 'if (!Get(out string p)) return; Use(p);'],
    ['type pattern', 'if (o is string p) Use(p);'],
    ['type pattern, used after the guard', 'if (o is not string p) return; Use(p);'],
    ['property pattern', 'if (o is { Path: var p }) Use(p);'],
    ['recursive pattern with a name', 'if (o is { Length: > 3 } p) Use(p);'],
    ['var pattern with several', 'if (o is var (p, q)) Use(p);'],
    ['case pattern', 'switch (o) { case string p: Use(p); break; }'],
    ['switch expression arm', '_ = o switch { string p => Use(p), _ => 0 };'],
    ['deconstruction', 'var (p, q) = Pair(); Use(p);'],
    ['typed deconstruction', '(string p, var q) = Pair(); Use(p);'],
    ['query', 'var q = from p in list select Use(p);'],
    ['query let', 'var q = from a in list let p = a select Use(p);'],
    ['query join', 'var q = from a in list join p in more on a equals p.X select Use(p);'],
    ['query into', 'var q = from a in list group a by a.X into p select Use(p);'],
    ['never given one', 'string p; Use(p);'],
  ])('%s', (_what, body) => {
    expect(reasonIn(outer.replace('BODY', body))).toEqual({ code: 'set-at-run-time', name: 'p' });
  });

  test.each([
    ['lambda parameter', 'Run(p => Use(p));'],
    ['lambda parameter in parentheses', 'Run((p, q) => Use(p));'],
    ['typed lambda parameter', 'Run((string p) => { Use(p); });'],
    ['delegate parameter', 'Run(delegate(string p) { Use(p); });'],
    ['uncalled local function', 'void F(string p) { Use(p); }'],
    ['rest parameter', 'void F(params string[] p) { Use(p); } F("x");'],
    ['out parameter that is not written', 'void F(ref string p) { Use(p); } F(ref x);'],
  ])('%s', (_what, body) => {
    expect(reasonIn(outer.replace('BODY', body))).toEqual({ code: 'parameter', name: 'p' });
  });

  test.each([
    ['the value of a setter', 'class A { string p { set { Use(value); } } const string value = "wrong"; }', 'value'],
    ['an index', 'class A { const string p = "wrong"; int this[string p] => Use(p); }', 'p'],
    ['the arguments of the program', 'Use(args);', 'args'],
  ])('%s', (_what, program, name) => {
    expect(reasonIn(program)).toEqual({ code: 'parameter', name });
  });
});

describe('what is out of scope is not seen', () => {
  const undeclared = { code: 'undeclared', name: 'p' };
  test.each([
    ['a local of a sibling block', '{ var p = "x"; } { Use(p); }'],
    ['a local of another method', 'class A { void N() { var p = "x"; } void M() { Use(p); } }'],
    ['a top-level local in a class', 'var p = "x"; class A { void M() { Use(p); } }'],
    ['a loop variable after the loop', 'foreach (var p in list) { } Use(p);'],
    ['a lambda parameter outside it', 'Run(p => p); Use(p);'],
    ['a comment', '// const string p = "x";\nUse(p);'],
  ])('%s', (_what, program) => {
    expect(reasonIn(program)).toEqual(undeclared);
  });
});
