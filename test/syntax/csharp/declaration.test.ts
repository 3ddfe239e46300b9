import { beforeAll, describe, expect, test } from 'vitest';
import { localsBelow, membersOf, typesIn } from '../../../src/syntax/csharp/declaration.ts';
import { textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { parsed } from './sources.ts';

beforeAll(loadCSharp);

const typesOf = (source: string) =>
  typesIn(parsed(source)).map(({ name, container, bases }) => [container, name, bases]);

describe('types', () => {
  test.each([
    ['class A { }', [['', 'A', []]]],
    ['namespace N; class A { }', [['N', 'A', []]]],
    [
      'namespace N.M { class A { } } class B { }',
      [
        ['N.M', 'A', []],
        ['', 'B', []],
      ],
    ],
    ['namespace N { namespace M { class A { } } }', [['N.M', 'A', []]]],
    [
      'using X; namespace N . /* */ M; struct A { class B { enum C { } } }',
      [
        ['N.M', 'A', []],
        ['N.M.A', 'B', []],
        ['N.M.A.B', 'C', []],
      ],
    ],
    ['class A : B, N.C<D>, global::E { }', [['', 'A', ['B', 'N.C<D>', 'E']]]],
    ['class A(string p) : B(p), I { }', [['', 'A', ['B', 'I']]]],
    ['record A(string P) : B(P), I;', [['', 'A', ['B', 'I']]]],
    ['record struct A(string P);', [['', 'A', []]]],
    ['class A<T> : B<T> where T : C { }', [['', 'A', ['B<T>']]]],
    [
      'interface I : J { } enum E : byte { X }',
      [
        ['', 'I', ['J']],
        ['', 'E', ['byte']],
      ],
    ],
    ['var x = 1; partial class Program { }', [['', 'Program', []]]],
  ])('%s', (source, expected) => {
    expect(typesOf(source)).toEqual(expected);
  });
});

describe('members', () => {
  const memberIn = (member: string) => {
    const file = parsed(`class A { ${member} }`);
    const [type] = typesIn(file);
    return (type ? membersOf(type) : []).map((m) => ({
      name: m.name,
      kind: m.kind,
      isStatic: m.isStatic,
      typeName: m.typeName,
      value: m.initializer && textOf(m.initializer, file.text),
    }));
  };

  test.each([
    ['const string P = "x";', { kind: 'const', isStatic: true, typeName: 'string', value: '"x"' }],
    ['private static readonly string P = "x";', { kind: 'readonly-field', isStatic: true, value: '"x"' }],
    ['readonly N.T<int> P;', { kind: 'readonly-field', isStatic: false, typeName: 'N.T<int>', value: null }],
    ['string P = /* why */ "x" /* how */;', { kind: 'field', value: '"x"' }],
    ['[Name("y")] public string P = "x";', { kind: 'field', value: '"x"' }],
    ['string P => "x";', { kind: 'property', isStatic: false, value: '"x"' }],
    ['static string P { get; } = "x";', { kind: 'property', isStatic: true, value: '"x"' }],
    ['string P { get => "x"; }', { kind: 'property', value: '"x"' }],
    ['string P { get { return "x"; } }', { kind: 'property', value: '"x"' }],
    ['string P { get { Log(); return "x"; } }', { kind: 'property', value: null }],
    ['string P { get { return Load(); } } = "x";', { kind: 'property', value: 'Load()' }],
    ['string P { get; set; } = "x";', { kind: 'property', value: null }],
    ['string P { get; init; } = "x";', { kind: 'property', value: null }],
    ['string P { get; }', { kind: 'property', value: null }],
    ['string P { set { } }', { kind: 'property', value: null }],
  ])('%s', (member, expected) => {
    expect(memberIn(member)).toMatchObject([{ name: 'P', ...expected }]);
  });

  test('several in one declaration', () => {
    expect(memberIn('const string P = "x", Q = "y";')).toMatchObject([
      { name: 'P', value: '"x"' },
      { name: 'Q', value: '"y"' },
    ]);
  });

  test('not those of nested types, nor methods', () => {
    expect(
      memberIn('class B { const string Q = "y"; } void M() { const string R = "z"; } const string P = "x";'),
    ).toMatchObject([{ name: 'P' }]);
  });
});

test('locals', () => {
  const source =
    'void M() { const string a = "x", b = "y"; var c = F(); string d; if (e) { using var f = G(); } var (g, h) = I(); foreach (var i in j) { } }';
  const { text, views } = parsed(source);
  const locals = views[0] ? localsBelow(views[0].root, text) : [];
  expect(
    locals
      .filter(({ name }) => name !== '')
      .map((l) => [l.name, l.isConst, l.initializer && textOf(l.initializer, text)]),
  ).toEqual([
    ['a', true, '"x"'],
    ['b', true, '"y"'],
    ['c', false, 'F()'],
    ['d', false, null],
    ['f', false, 'G()'],
  ]);
  expect(locals.map(({ statement }) => textOf(statement, text))).toContain('var c = F();');
});
