import { beforeAll, describe, expect, test } from 'vitest';
import { givenValue } from '../../../src/app/clients/given-value.ts';
import type { Place } from '../../../src/syntax/csharp/evaluate/place.ts';
import { childInRole, textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../startup/started.ts';
import { passedToUse } from './used.ts';

beforeAll(loadCSharp);

/** What gives the name that `Use(…)` is passed its only value. */
function given(program: string, others: Sources = {}): string {
  const { place, project } = passedToUse(program, others);
  const name = childInRole(place.node, 'name') ?? place.node;
  const value = givenValue({ ...place, node: name }, project);
  const told = ({ node, file }: Place) => textOf(node, file.text);
  switch (value.kind) {
    case 'set':
      return told(value.value);
    case 'passed':
      return `passed ${value.values.map(told).join(', ')}`;
    case 'injected':
      return `injected ${value.type?.text ?? ''}`;
    default:
      return value.kind;
  }
}

describe('a local', () => {
  test.each([
    ['has what it is declared with', 'var x = a; Use(x);', 'a'],
    ['has what it is set to', 'string x; x = a; Use(x);', 'a'],
    ['has what it is set to by a branch', 'string x; if (f) { x = a; } Use(x);', 'a'],
    ['may have several values', 'var x = a; x = b; Use(x);', 'unknown'],
    ['may be set several times', 'string x; x = a; x = b; Use(x);', 'unknown'],
    ['may have none', 'string x; Use(x);', 'unknown'],
    ['may be set elsewhere', 'string x; Get(out x); Use(x);', 'unknown'],
    ['may be added to', 'var x = a; x += b; Use(x);', 'unknown'],
    ['of a loop has many', 'foreach (var x in all) { Use(x); }', 'unknown'],
    ['of a pattern is the run’s', 'if (o is string x) { Use(x); }', 'unknown'],
    ['by a keyword', 'var @event = a; Use(@event);', 'a'],
    ['is not another of its name', 'void F() { var x = b; x = c; } void G() { var x = a; Use(x); }', 'a'],
  ])('%s', (_, program, expected) => {
    expect(given(program)).toBe(expected);
  });
});

describe('a parameter of a function', () => {
  test.each([
    ['has what is passed', 'F(a); void F(string x) { Use(x); }', 'passed a'],
    ['has each that is passed', 'F(a); F(b); void F(string x) { Use(x); }', 'passed a, b'],
    ['by its place', 'F(a, b); void F(string w, string x) { Use(x); }', 'passed b'],
    ['by its name', 'F(x: a, w: b); void F(string w, string x) { Use(x); }', 'passed a'],
    ['or what it is by default', 'F(a); F(); void F(string x = "d") { Use(x); }', 'passed a, "d"'],
    ['of a class', 'class C { void F(string x) { Use(x); } void G() { F(a); this.F(b); } }', 'passed a, b'],
    [
      'of another class',
      'class C { public void F(string x) { Use(x); } } class D(C c) { void G() { c.F(a); } }',
      'passed a',
    ],
    ['behind `this`', 's.F(a); static class E { static void F(this S s, string x) { Use(x); } }', 'passed a'],
    [
      'behind `this`, called as any other',
      'E.F(s, a); static class E { static void F(this S s, string x) { Use(x); } }',
      'passed a',
    ],
    ['is unknown where nobody calls it', 'void F(string x) { Use(x); }', 'unknown'],
    ['is unknown where it is set', 'F(a); void F(string x) { x = b; Use(x); }', 'unknown'],
    ['is unknown where it is handed on as it is', 'Map(F); F(a); void F(string x) { Use(x); }', 'unknown'],
    ['of a lambda is the run’s', 'Map((string x) => Use(x));', 'unknown'],
    ['of a lambda without a type is the run’s', 'Map(x => Use(x));', 'unknown'],
    ['of a setter is the run’s', 'class C { string P { set { Use(value); } } }', 'unknown'],
    ['of a delegate is the run’s', 'Map(delegate (string x) { Use(x); });', 'unknown'],
    [
      'of an operator is the run’s',
      'class C { public static C operator +(C x, C y) { Use(x); return y; } }',
      'unknown',
    ],
  ])('%s', (_, program, expected) => {
    expect(given(program)).toBe(expected);
  });
});

describe('who makes a class gives it', () => {
  test.each([
    ['what its constructor takes', 'class C { C(IOptions<S> x) { Use(x); } }', 'injected IOptions<S>'],
    ['what the class itself takes', 'class C(IOptions<S> x) { void M() { Use(x); } }', 'injected IOptions<S>'],
    ['what a record takes', 'record C(IConfiguration x) { void M() { Use(x); } }', 'injected IConfiguration'],
    ['what a struct takes', 'struct C(IConfiguration x) { void M() { Use(x); } }', 'injected IConfiguration'],
    ['unless it sets that itself', 'class C { C(IOptions<S> x) { x = y; Use(x); } }', 'unknown'],
    ['unless the class sets that', 'class C(IOptions<S> x) { void M() { Use(x); } void N() { x = y; } }', 'unknown'],
    ['even where an initializer uses it', 'class C(IOptions<S> x) { object o = Use(x); }', 'injected IOptions<S>'],
    [
      'even where a class inside has its own',
      'class C(S x) { void M() { Use(x); } class D { S x; D(S s) { x = s; } } }',
      'injected S',
    ],
    ['even where another local is set', 'class C(S x) { void M() { Use(x); } void N() { S x; x = y; } }', 'injected S'],
    ['even where it is set of another', 'class C(S x) { void M() { Use(x); } void N(C c) { c.x = y; } }', 'injected S'],
    [
      'even where a class beside it sets its own',
      'class C(S x) { void M() { Use(x); } } class D { S x; D(S s) { x = s; } }',
      'injected S',
    ],
  ])('%s', (_, program, expected) => {
    expect(given(program)).toBe(expected);
  });
});

describe('a field or a property', () => {
  test.each([
    ['has what it is declared with', 'class C { readonly string x = a; void M() { Use(x); } }', 'a'],
    ['has what it is set to', 'class C { string x; C() { x = a; } void M() { Use(x); } }', 'a'],
    ['has what it is set to as one of this', 'class C { string x; C() { this.x = a; } void M() { Use(x); } }', 'a'],
    ['is one of this', 'class C { readonly string x = a; void M(string x) { Use(this.x); } }', 'a'],
    ['of another is not', 'class C { readonly string x = a; void M(D d) { d.x = b; Use(x); } }', 'a'],
    ['nor is a local', 'class C { readonly string x = a; void M() { Use(x); } void N() { string x; x = b; } }', 'a'],
    [
      'nor is one of another class',
      'class C { string x = a; void M() { Use(x); } } class D { string x; D() { x = b; } }',
      'a',
    ],
    ['of a property too', 'class C { string x { get; } = a; void M() { Use(x); } }', 'a'],
    [
      'of a property that the constructor sets',
      'class C { string x { get; } C() { x = a; } void M() { Use(x); } }',
      'a',
    ],
    ['of a property that is computed', 'class C { string x => a; void M() { Use(x); } }', 'a'],
    ['may have several values', 'class C { string x = a; C() { x = b; } void M() { Use(x); } }', 'unknown'],
    [
      'may be set several times',
      'class C { string x; C() { x = a; } void N() { this.x = b; } void M() { Use(x); } }',
      'unknown',
    ],
    ['may have none', 'class C { string x; void M() { Use(x); } }', 'unknown'],
    [
      'may be set behind the name of its class',
      'class C { static string x = a; void N() { C.x = b; } void M() { Use(x); } }',
      'unknown',
    ],
    ['of a class around', 'class B { static readonly string x = a; class C { void M() { Use(x); } } }', 'a'],
    [
      'of the innermost class',
      'class B { static string x = b; class C { static string x = a; void M() { Use(x); } } }',
      'a',
    ],
    ['of a record', 'record C { string x = a; void M() { Use(x); } }', 'a'],
    ['is no base’s that nobody wrote', 'class C : Base { void M() { Use(x); } }', 'undeclared'],
    ['is none where there is no class', 'Use(x);', 'undeclared'],
    ['is none of a local’s name', 'class C { void M() { string x = a; Use(this.x); } }', 'undeclared'],
  ])('%s', (_, program, expected) => {
    expect(given(program)).toBe(expected);
  });

  test.each([
    ['its value', 'partial class C { void M() { Use(x); } }', 'partial class C { string x = a; }', 'a'],
    ['what sets it', 'partial class C { string x; void M() { Use(x); } }', 'partial class C { C() { x = a; } }', 'a'],
    [
      'what sets it again',
      'partial class C { string x = a; void M() { Use(x); } }',
      'partial class C { C() { x = b; } }',
      'unknown',
    ],
    ['nothing, of another class', 'class C { string x = a; void M() { Use(x); } }', 'class D { D() { x = b; } }', 'a'],
  ])('may have in another part: %s', (_, part, other, expected) => {
    expect(given(part, { 'Other.cs': other })).toBe(expected);
    expect(given('', { 'Before.cs': other, 'Other.cs': part })).toBe(expected);
  });

  test('of two builds has no one value', () => {
    const other = 'partial class C {\n#if DEBUG\nstring x = a;\n#else\nstring x = b;\n#endif\n}';
    expect(given('partial class C { void M() { Use(x); } }', { 'Other.cs': other })).toBe('unknown');
  });
});

describe('a parameter of a class whose name a member has as well', () => {
  const own = 'readonly string x = a;';
  test.each([
    ['is meant in an initializer', `class C(S x) { ${own} object o = Use(x); }`, 'injected S'],
    ['is meant in one of a property', `class C(S x) { ${own} object O { get; } = Use(x); }`, 'injected S'],
    ['is meant where it is handed to the base', `class C(S x) : B(Use(x)) { ${own} }`, 'injected S'],
    ['is not meant in a method', `class C(S x) { ${own} void M() { Use(x); } }`, 'a'],
    ['is not meant in a property', `class C(S x) { ${own} object O => Use(x); }`, 'a'],
    ['is not meant behind this', `class C(S x) { ${own} void M() { Use(this.x); } }`, 'a'],
  ])('%s', (_, program, expected) => {
    expect(given(program)).toBe(expected);
  });
});
