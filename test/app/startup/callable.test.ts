import { beforeAll, describe, expect, test } from 'vitest';
import { findCallables, parametersOf } from '../../../src/app/startup/callable.ts';
import { nodesOfKind } from '../../../src/syntax/csharp/file.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { callsNamed } from '../../../src/syntax/csharp/project.ts';
import { parsed } from '../../syntax/csharp/sources.ts';
import { orderOf, projectWith } from './started.ts';

beforeAll(loadCSharp);

describe('a name of the same type, or imported with its type, is followed', () => {
  const own = { 'Own.cs': 'namespace N; static class Own { public static void Setup() { A(); } }' };

  test.each([
    ['imported with its type', 'using static N.Own;\nSetup(); B();', own, 'A B'],
    ['imported with its namespace alone', 'using N;\nSetup(); B();', own, 'B'],
    ['behind another type’s import', 'using static N.Other;\nSetup(); B();', own, 'B'],
    ['behind several imports', 'using System;\nusing static N.Other;\nusing static N.Own;\nSetup(); B();', own, 'A B'],
    [
      'imported, from within a class',
      'using static N.Own;\nclass Program { static void Main() { Setup(); B(); } }',
      own,
      'A B',
    ],
    [
      'of this object',
      'new Own().Setup(); B();',
      { 'Own.cs': 'class Own { public void Setup() { this.Inner(); } void Inner() { A(); } }' },
      'A B',
    ],
    [
      'of this object, not of another type',
      'new Own().Setup(); B();',
      { 'Own.cs': 'class Own { public void Setup() { this.Inner(); } } class Other { void Inner() { A(); } }' },
      'B',
    ],
    ['imported with a type of a namespace of several parts', 'using static A.N.Own;\nSetup(); B();', own, 'A B'],
    [
      'of another class of the same file',
      'class Program { static void Main() { Setup(); B(); } } class Other { static void Setup() { A(); } }',
      {},
      'B',
    ],
    [
      'of a class around it',
      'class Program { static void Main() { Setup(); B(); } static void Setup() { A(); } }',
      {},
      'A B',
    ],
    [
      'of another part of the class',
      'partial class Program { static void Main() { Setup(); B(); } }',
      { 'Other.cs': 'partial class Program { static void Setup() { A(); } }' },
      'A B',
    ],
    [
      'of this object, in another part of the class',
      'new Own().Setup(); B();',
      {
        'Own.cs': 'partial class Own { public void Setup() { this.Inner(); } }',
        'Own2.cs': 'partial class Own { void Inner() { A(); } }',
      },
      'A B',
    ],
    [
      'of another object of a type that is not the receiver’s',
      'new Own().Setup(); B();',
      { 'Own.cs': 'class Own { } class Other { public void Setup() { A(); } }' },
      'B',
    ],
    [
      'of a lambda’s parameter, which runs later',
      'x.Use((Own own) => own.Setup()); B();',
      { 'Own.cs': 'class Own { public void Setup() { A(); } }' },
      'A? B',
    ],
    [
      'that is static, on an object of the type',
      'var own = new Own(); own.Setup(); B();',
      { 'Own.cs': 'class Own { public static void Setup() { A(); } }' },
      'B',
    ],
    [
      'of a parameter’s type',
      'class Program { static void Main(Own own) { own.Setup(); B(); } }',
      { 'Own.cs': 'class Own { public void Setup() { A(); } }' },
      'A B',
    ],
    [
      'of a local’s type',
      'Own own = Make(); own.Setup(); B();',
      { 'Own.cs': 'class Own { public void Setup() { A(); } }' },
      'A B',
    ],
    [
      'of what a local is made as',
      'var own = new N.Own(); own.Setup(); B();',
      { 'Own.cs': 'namespace N; class Own { public void Setup() { A(); } }' },
      'A B',
    ],
    [
      'of a local that says nothing of its type',
      'var own = Make(); own.Setup(); B();',
      { 'Own.cs': 'class Own { public void Setup() { A(); } }' },
      'B',
    ],
  ])('%s', (_, program, others, order) => {
    expect(orderOf(program, others)).toBe(order);
  });
});

/** How many functions of the app a call of `F` may mean. */
function meant(call: string, declaration: string): number {
  const project = projectWith({ 'Program.cs': `${call};`, 'Own.cs': declaration });
  const [found] = callsNamed(project, 'F').filter(({ file }) => file.path === 'Program.cs');
  if (found === undefined) throw new Error(`no F in ${call}`);
  return findCallables(found.invocation, found.file, project).length;
}

describe('what is passed tells which function of a name is meant', () => {
  const taking = (parameters: string) => `class Own { public static void F(${parameters}) { } }`;
  test.each([
    ['Own.F("a")', taking('string a'), 1],
    ['Own.F("a")', taking('String a'), 1],
    ['Own.F("a")', taking('System.String a'), 1],
    ['Own.F("a")', taking('string? a'), 1],
    ['Own.F("a")', taking('object a'), 1],
    ['Own.F("a")', taking('dynamic a'), 1],
    ['Own.F("a")', taking('T a'), 1],
    ['Own.F("a")', taking('TValue a'), 1],
    ['Own.F("a")', taking('Tvalue a'), 0],
    ['Own.F("a")', taking('objects a'), 0],
    ['Own.F("a")', taking('int a'), 0],
    ['Own.F("a")', taking('strings a'), 0],
    ['Own.F("a")', taking('substring a'), 0],
    ['Own.F("a")', taking('params string[] a'), 1],
    ['Own.F(x => x)', taking('Action a'), 1],
    ['Own.F(x => x)', taking('Action<int> a'), 1],
    ['Own.F(x => x)', taking('Func<int, int> a'), 1],
    ['Own.F(x => x)', taking('Expression<Func<int, int>> a'), 1],
    ['Own.F(x => x)', taking('Predicate<int> a'), 1],
    ['Own.F(x => x)', taking('Delegate a'), 1],
    ['Own.F(x => x)', taking('RequestDelegate a'), 1],
    ['Own.F(x => x)', taking('Actions a'), 0],
    ['Own.F(x => x)', taking('MyAction a'), 0],
    ['Own.F(x => x)', taking('Delegates a'), 0],
    ['Own.F(x => x)', taking('string a'), 0],
    ['Own.F(x => x)', taking('object a'), 1],
    ['Own.F(x)', taking('int a'), 1],
    ['Own.F(x, "a")', taking('int a, string b'), 1],
    ['Own.F(x, "a")', taking('string a, int b'), 0],
    ['Own.F(b: "a", a: x)', taking('int a, string b'), 1],
    ['Own.F(a: "a", b: x)', taking('int a, string b'), 0],
    ['s.F("a")', taking('this S s, string a'), 1],
    ['s.F("a")', taking('this S s, int a'), 0],
    ['Own.F(s, "a")', taking('this S s, string a'), 1],
    ['Own.F(s, "a")', taking('this S s, int a'), 0],
    ['F("a")', taking('string a'), 1],
    ['F("a")', taking('this string s, int b = 1'), 1],
    ['s.F("a")', taking('this S s, string a = "", int b = 1'), 1],
    ['s.F(b: 1, a: "a")', taking('this S s, string a, int b'), 1],
    ['s.F(x => x)', taking('this S s, Action a'), 1],
    ['s.F(x => x)', taking('this S s, string a'), 0],
    ['Own.F(delegate { })', taking('Action a'), 1],
    ['Own.F(delegate { })', taking('string a'), 0],
    ['Own.F(async x => x)', taking('Func<Task> a'), 1],
    ['Own.F($"{x}")', taking('int a'), 1],
    ['Own.F("a" + "b")', taking('int a'), 0],
    ['Own.F("a")', taking('int a, int b'), 0],
    ['Own.F("a", "b")', taking('string a'), 0],
    ['Own.F("a", "b")', taking('params string[] a'), 1],
    ['Own.F()', taking('string a'), 0],
    ['Own.F()', taking('params string[] a'), 1],
    ['s.F()', taking('S s'), 0],
    ['Other.F("a")', taking('string a'), 0],
    ['N.Own.F("a")', taking('string a'), 1],
  ])('%s of %s: %s', (call, declaration, count) => {
    expect(meant(call, declaration)).toBe(count);
  });

  test.each([
    ['F(); void F() { }', '', 1],
    ['x.F(); void F() { }', '', 0],
    ['F()', 'void F() { }', 0],
    ['x.F()', 'void F() { }', 0],
    ['F()', 'class Own { void F() { } }', 1],
    ['F()', 'abstract class Own { abstract void F(); }', 0],
    ['F()', 'class Own { void F() => G(); }', 1],
    ['F()', 'class Own { void F() { } static void F(int a = 1) { } }', 2],
    ['Library.Make().F()', 'class Own { void F() { } }\n// Own Make() { }', 0],
    ['Library.Make().F()', 'class Own { void F() { } Own Make() { } }', 1],
  ])('%s beside %s: %s', (call, declaration, count) => {
    expect(meant(call, declaration)).toBe(count);
  });

  test.each([
    ['var x = new Other(); x.F()', 0],
    ['var x = new Own(); x.F()', 1],
    ['Other x = Get(); x.F()', 0],
    ['Own x = Get(); x.F()', 1],
    ['var x = Library.Get(); x.F()', 0],
    ['var x = Own.Get(); x.F()', 1],
    ['var x = Library.Make(); x.F()', 1],
    ['var x = new Other().Get(); x.F()', 0],
    ['var x = y; x.F()', 1],
    ['foreach (var x in all) x.F()', 1],
    ['x.F()', 1],
    ['Library.One.Two.F()', 0],
    ['Library?.One.F()', 0],
    ['library.One.F()', 1],
    ['this.F()', 1],
    ['all[0].F()', 1],
    ['Use((Other x) => x.F())', 0],
    ['Use((Own x) => x.F())', 1],
    ['Use(x => x.F())', 1],
  ])('%s, a method of an object that may be another’s: %s', (call, count) => {
    expect(meant(call, 'class Own { public void F() { } public Own Make() => this; }')).toBe(count);
  });

  test.each([
    ['new Own().F()', 1],
    ['new Other().F()', 0],
    ['Make().F()', 1],
    ['a.Make().F()', 1],
    ['Library.Make().F()', 0],
    ['Library.F()', 1],
  ])('%s, a method of an object: %s', (call, count) => {
    expect(
      meant(
        call,
        'class Own { public void F() { } public Own Make() => this; }'.replace(
          'Make',
          call.startsWith('Library') ? 'Do' : 'Make',
        ),
      ),
    ).toBe(count);
  });
});

test('parameters are read as they are declared', () => {
  const file = parsed(
    'class A { void F(this S s, string? a, List<int?> c, int b = 1, params string[] rest) { } void G() { } }',
  );
  const [f, g] = nodesOfKind(file, 'method_declaration');
  const shared = { optional: false, isThis: false, isParams: false };
  expect(f && parametersOf(f, file.text)).toEqual([
    { ...shared, name: 's', type: 'S', isThis: true },
    { ...shared, name: 'a', type: 'string' },
    { ...shared, name: 'c', type: 'List<int?>' },
    { ...shared, name: 'b', type: 'int', optional: true },
    { ...shared, name: 'rest', type: null, optional: true, isParams: true },
  ]);
  expect(g && parametersOf(g, file.text)).toEqual([]);
});
