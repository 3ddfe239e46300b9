import { beforeAll, describe, expect, test } from 'vitest';
import { isBrokenAround, isConditional, nodesOfKind } from '../../../src/syntax/csharp/file.ts';
import { readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { descendantsOfKind, textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import {
  conditionHolds,
  plausibleSymbolSets,
  preprocess,
  symbolsAskedFor,
} from '../../../src/syntax/csharp/preprocessor.ts';
import { firstOfKind, parsed } from './sources.ts';

beforeAll(loadCSharp);

/** The calls that are compiled, for each set of symbols. */
function callsBySymbols(source: string): Record<string, readonly string[]> {
  const file = parsed(source);
  return Object.fromEntries(
    file.views.map(({ symbols, root }) => {
      const calls = [...descendantsOfKind(root, 'invocation_expression')].map((node) =>
        readInvocation(node, file.text),
      );
      const names = calls.map((call) => call?.name ?? '?').sort();
      return [[...symbols].join(' '), root.broken ? ['broken', ...names] : names];
    }),
  );
}

const lines = (...parts: readonly string[]) => parts.join('\n');

describe('every view of a file parses, and holds what its symbols compile', () => {
  test.each([
    [
      'around statements',
      lines('#if DEBUG', 'A();', '#else', 'B();', '#endif', 'C();'),
      { '': ['B', 'C'], DEBUG: ['A', 'C'] },
    ],
    [
      'by a symbol that the file defines',
      lines('#define A // ours', '#undef B', '#if A', 'A();', '#endif', '#if B', 'B();', '#endif'),
      { '': ['A'], A: ['A'], B: ['A'], 'A B': ['A'] },
    ],
    [
      'by a symbol that it defines only sometimes',
      lines('#if A', '#define B', '#endif', '#if B', 'B();', '#endif'),
      { '': [], A: ['B'], B: ['B'], 'A B': ['B'] },
    ],
    [
      'inside a chain',
      lines('s.A()', '#if DEBUG', '  .B()', '#endif', '  .C();'),
      { '': ['A', 'C'], DEBUG: ['A', 'B', 'C'] },
    ],
    ['at the end of a chain', lines('s.A()', '#if DEBUG', '  .B()', '#endif', ';'), { '': ['A'], DEBUG: ['A', 'B'] }],
    [
      'in an argument list',
      lines('A(', '#if DEBUG', '  B()', '#else', '  C()', '#endif', ');'),
      { '': ['A', 'C'], DEBUG: ['A', 'B'] },
    ],
    [
      'in a signature',
      lines('class X {', '#if DEBUG', 'void M(int i)', '#else', 'void M()', '#endif', '{ A(); } }'),
      { '': ['A'], DEBUG: ['A'] },
    ],
    ['around half an if', lines('#if DEBUG', 'if (x)', '#endif', '{ A(); }'), { '': ['A'], DEBUG: ['A'] }],
    ['with spaces and tabs', lines(' #\tif DEBUG', 'A();', '\t# else', 'B();', '# endif'), { '': ['B'], DEBUG: ['A'] }],
    ['with comments', lines('#if DEBUG // why', 'A();', '#endif // DEBUG'), { '': [], DEBUG: ['A'] }],
    [
      'junk in a branch that is never compiled',
      lines('#if false', 'this isn\'t "C# at all */', '#endif', 'A();'),
      { '': ['A'] },
    ],
    [
      'junk in a branch of a symbol',
      lines('#if !NEVER', 'A();', '#else', ')) " it\'s', '#endif'),
      { '': ['A'], NEVER: ['broken'] },
    ],
    [
      'elif',
      lines('#if X', 'A();', '#elif Y', 'B();', '#else', 'C();', '#endif'),
      { '': ['C'], X: ['A'], Y: ['B'], 'X Y': ['A'] },
    ],
    [
      'nested',
      lines('#if X', 'A();', '#if Y', 'B();', '#endif', '#else', '#if Y', 'C();', '#endif', '#endif'),
      { '': [], X: ['A'], Y: ['C'], 'X Y': ['A', 'B'] },
    ],
    [
      'else of a nested one in an inactive branch',
      lines('#if X', '#if Y', 'A();', '#else', 'B();', '#endif', '#endif'),
      { '': [], X: ['B'], Y: [], 'X Y': ['A'] },
    ],
    [
      'regions and pragmas',
      lines('#region R', '#if X', 'A();', '#pragma warning disable', '#endif', '#endregion', 'B();'),
      { '': ['B'], X: ['A', 'B'] },
    ],
    ['a hash in a verbatim string', lines('var s = @"', '#if X', '";', 'A();'), { '': ['A'] }],
    ['a hash in a raw string', lines('var s = """', '  #if X', '  """;', 'A();'), { '': ['A'] }],
    ['a hash in a comment', lines('/*', '#if X', '*/ A();'), { '': ['A'] }],
    [
      'a hash in strings, and a real one',
      lines('var s = @"', '#if X', '";', '#if Y', 'A();', '#endif'),
      { '': [], Y: ['A'] },
    ],
    [
      'a hash in an interpolated verbatim string, and a real one',
      lines('var s = $@"', '#if X', '";', '#if Y', 'A();', '#endif'),
      { '': [], Y: ['A'] },
    ],
    [
      'a hash in an interpolated verbatim string spelled the other way',
      lines('var s = @$"', '#if X', '";', '#if Y', 'A();', '#endif'),
      { '': [], Y: ['A'] },
    ],
    [
      'a hash in an interpolated raw string, and a real one',
      lines('var s = $"""', '  #if X', '  """;', '#if Y', 'A();', '#endif'),
      { '': [], Y: ['A'] },
    ],
    [
      'a raw string with more quotes',
      lines('var s = """"', '"""', '#if X', '"""";', '#if Y', 'A();', '#endif'),
      { '': [], Y: ['A'] },
    ],
    [
      'a verbatim string that begins with a quote',
      lines('var s = @"""q"" r";', '#if Y', 'A();', '#endif'),
      { '': [], Y: ['A'] },
    ],
    [
      'a verbatim string of quotes over lines',
      lines('var s = @"""', '#if X', '""";', '#if Y', 'A();', '#endif'),
      { '': [], Y: ['A'] },
    ],
    [
      'quotes and slashes in other literals',
      lines(`var s = '"'; var t = "\\"//"; var u = "/*";`, '#if Y', 'A();', '#endif'),
      { '': [], Y: ['A'] },
    ],
    ['quotes in a comment', lines(`// it's "so`, '#if Y', 'A();', '#endif'), { '': [], Y: ['A'] }],
    ['a directive that is never closed', lines('A();', '#if Y', 'B();'), { '': ['A'], Y: ['A', 'B'] }],
    ['a directive that was never opened', lines('#if Y', '#endif', '#endif', 'A();'), { '': ['A'], Y: ['A'] }],
    ['carriage returns alone', '#if X\rA();\r#else\rB();\r#endif\r', { '': ['B'], X: ['A'] }],
    ['carriage returns and line feeds', '#if X\r\nA();\r\n#else\r\nB();\r\n#endif\r\n', { '': ['B'], X: ['A'] }],
    ['no last newline', '#if X\nA();\n#endif', { '': [], X: ['A'] }],
  ])('%s', (_what, source, expected) => {
    expect(callsBySymbols(source)).toEqual(expected);
  });
});

test('a file without conditions has one view, and it is the text itself', () => {
  const file = parsed('#pragma warning disable\n#region A\nF();\n#endregion\n');
  expect(file.views).toHaveLength(1);
  expect(file.conditionals).toEqual([]);
});

test('a node that several views share is listed once', () => {
  const file = parsed('A();\n#if X\nB();\n#endif\nC();');
  const calls = nodesOfKind(file, 'invocation_expression').map((node) => textOf(node, file.text));
  expect(calls).toEqual(['A()', 'B()', 'C()']);
});

describe('blanking', () => {
  test('keeps every offset and every line end', () => {
    const source = 'A();\r\n#if X // 😀\r\n  B("æ");\n#else\rC();\n#endif';
    const { text, conditionals } = preprocess(source, new Set());
    expect(text).toBe(`A();\r\n${' '.repeat('#if X // 😀'.length)}\r\n         \n     \rC();\n      `);
    expect(conditionals.map((d) => source.slice(d.start, d.end))).toEqual(['#if X // 😀', '#else', '#endif']);
  });
});

test.each([
  ['X', ['X'], true],
  ['X', [], false],
  ['!X', [], true],
  ['X && Y', ['X'], false],
  ['X || Y && Z', ['X'], true],
  ['(X || Y) && Z', ['X'], false],
  ['!(X || Y)', [], true],
  ['!X || Y', ['X'], false],
  ['X == true', ['X'], true],
  ['X != Y', ['X'], true],
  ['X == Y && Z', ['Z'], true],
  ['true', [], true],
  ['false', ['false'], false],
  ['NET8_0_OR_GREATER', ['NET8_0_OR_GREATER'], true],
  ['', [], false],
  [`${'('.repeat(5_000)}X`, ['X'], false],
])('%s with %j is %s', (condition, symbols, expected) => {
  expect(conditionHolds(condition, new Set(symbols))).toBe(expected);
});

describe('sets of symbols', () => {
  test('every combination of few', () => {
    const sets = plausibleSymbolSets(['A', 'B']).map((set) => [...set].join(''));
    expect(sets).toEqual(['', 'A', 'B', 'AB']);
  });

  test('none, all and each alone of many, but no more than eight', () => {
    const sets = plausibleSymbolSets([...'ABCDEFGHIJ']).map((set) => [...set].join(''));
    expect(sets).toEqual(['', 'ABCDEFGHIJ', 'A', 'B', 'C', 'D', 'E', 'F']);
  });

  test('the names of all conditions, once, without the words of the language', () => {
    const { conditionals } = preprocess('#if B && !A\n#elif true || (A == false)\n#endif', new Set());
    expect(symbolsAskedFor(conditionals)).toEqual(['A', 'B']);
  });
});

describe('whether a place depends on a symbol', () => {
  const source = 'before();\n#if X\nwithin();\n#else\nother();\n#endif\nafter();\nchain()\n#if Y\n.link()\n#endif\n;';
  test.each([
    ['before()', false],
    ['within()', true],
    ['other()', true],
    ['after()', false],
    ['chain()\n#if Y\n.link()', true],
    ['chain()', false],
  ])('%j: %s', (text, expected) => {
    const start = source.indexOf(text);
    expect(isConditional(parsed(source), { start, end: start + text.length })).toBe(expected);
  });
});

describe('whether the parser could follow', () => {
  test.each([
    ['a clean block beside a broken one', 'class A { void M() { F(); } void N() { G( ; } }', false],
    [
      'a clean block that is taken for the body of `if`, as a method of the type `else`',
      'class A { void M(bool async) { if (async) { G(); } else if (x) { if (y) { F(); } } else { H(); } } }',
      true,
    ],
    ['a comparison of comparisons', 'F(); var a = (b < c) == (d > (e)) && f < g == h > (i);', false],
    ['a broken statement in the same block', 'class A { void M() { F(); G( ; } }', true],
    ['a clean block in something that was never closed', 'class A { void M() { if (x) { F(); }', true],
    ['a clean block below a head that is broken', 'class A { void M(string a; int b = 1) { F(); } }', true],
    ['a clean block of a call with a broken argument', 'void M() { A(b => { F(); }, c.D( ; }', true],
    ['a clean file', 'F();', false],
  ])('%s', (_what, source, expected) => {
    const file = parsed(source);
    const call = nodesOfKind(file, 'invocation_expression').find((node) => textOf(node, file.text) === 'F()');
    expect(call && isBrokenAround(call)).toBe(expected);
  });

  test('a missing bracket is as bad as a stray one', () => {
    expect(firstOfKind(parsed('F(1;'), 'argument_list').broken).toBe(true);
    expect(firstOfKind(parsed('F(1);'), 'argument_list').broken).toBe(false);
  });
});
