import { beforeAll, describe, expect, test } from 'vitest';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { removeDeclaration } from '../../../../src/syntax/csharp/operations/remove-declaration.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { lines } from './removal.ts';
import { rewritten } from './replacing.ts';

beforeAll(loadCSharp);

/** The text without all that is declared as `Old`. */
function withoutOld(text: string): string {
  const file = parsed(text);
  const kinds = ['local_function_statement', 'method_declaration', 'class_declaration'];
  const old = nodesOfKind(file, ...kinds).filter((node) =>
    node.children.some((child) => child.field === 'name' && textOf(child, text) === 'Old'),
  );
  return rewritten(
    file,
    old.map((node) => removeDeclaration(file, node)),
  );
}

describe('a function goes with its lines', () => {
  test.each([
    [
      'a local function between others',
      ['void A() { }', '', 'void Old()', '{', '    B();', '}', '', 'void C() { }'],
      ['void A() { }', '', 'void C() { }'],
    ],
    ['the last of a file', ['Run();', '', 'static void Old(int x)', '{', '}'], ['Run();']],
    ['an expression body', ['void A() { }', 'void Old() => B();', 'void C() { }'], ['void A() { }', 'void C() { }']],
    [
      'attributes',
      ['class K', '{', '    [Obsolete]', '    public static void Old() { }', '', '    void A() { }', '}'],
      ['class K', '{', '    void A() { }', '}'],
    ],
    [
      'documentation',
      ['class K', '{', '    void A() { }', '', '    /// <summary>Something.</summary>', '    void Old() { }', '}'],
      ['class K', '{', '    void A() { }', '}'],
    ],
    [
      'comments directly above',
      ['Run();', '', '// One', '// Two', 'void Old() { }', '', 'void C() { }'],
      ['Run();', '', 'void C() { }'],
    ],
    ['a comment at its end', ['Run();', 'void Old() { } // done', 'void C() { }'], ['Run();', 'void C() { }']],
    ['a class', ['class A { }', '', '// Old things', 'class Old', '{', '    void F() { }', '}'], ['class A { }']],
  ])('%s', (_, before, after) => {
    expect(withoutOld(lines(...before))).toBe(lines(...after));
  });
});

describe('what is about others stays', () => {
  test.each([
    [
      'a comment with an empty line below',
      ['// Start', '', 'void Old() { }', '', 'Run();'],
      ['// Start', '', 'Run();'],
    ],
    [
      'a heading',
      ['Run();', '', '// ---------------', '// Functions', '// ---------------', 'void Old() { }', 'void A() { }'],
      ['Run();', '', '// ---------------', '// Functions', '// ---------------', 'void A() { }'],
    ],
    ['a statement on its line', ['void Old() { } Run();'], [' Run();']],
  ])('%s', (_, before, after) => {
    expect(withoutOld(lines(...before))).toBe(lines(...after));
  });
});

test('what only it used goes along: private fields of its class', () => {
  const before = lines(
    'class K',
    '{',
    '    private const string Name = "a";',
    '',
    '    static void Old() => Use(Name);',
    '',
    '    void A() { }',
    '}',
  );
  expect(withoutOld(before)).toBe(lines('class K', '{', '    void A() { }', '}'));
});

test('and locals around a local function', () => {
  const before = lines('const string name = "a";', 'Run();', '', 'void Old() => Use(name);');
  expect(withoutOld(before)).toBe(lines('Run();'));
});

test('line ends stay as they are', () => {
  expect(withoutOld('A();\r\n\r\nvoid Old()\r\n{\r\n}\r\n\r\nB();')).toBe('A();\r\n\r\nB();');
});

describe('nobody takes away', () => {
  test.each([
    [
      'what holds a condition of the compiler',
      ['void Old()', '{', '#if DEBUG', '    A();', '#endif', '}'],
      'conditional-compilation',
    ],
    ['what stands under one', ['#if DEBUG', 'void Old() { }', '#endif'], 'conditional-compilation'],
    [
      'the beginning of a region',
      ['void Old()', '{', '#region R', '    A();', '}', '#endregion'],
      'conditional-compilation',
    ],
    ['what could not be parsed', ['void Old()', '{', '    A(;', '}'], 'syntax-error'],
  ])('%s', (_, before, refusal) => {
    expect(withoutOld(lines(...before))).toBe(`refused: ${refusal}`);
  });
});
