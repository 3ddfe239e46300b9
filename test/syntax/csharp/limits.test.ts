import { beforeAll, expect, test } from 'vitest';
import { readCSharp } from '../../../src/syntax/csharp/file.ts';
import { descendantsOfKind } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp, parseText } from '../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from './sources.ts';

beforeAll(loadCSharp);

test('50,000 parentheses inside each other', () => {
  const source = `var x = ${'('.repeat(50_000)}1${')'.repeat(50_000)};`;
  const file = readCSharp('Deep.cs', source);
  expect(file).not.toBeNull();
  expect(file && firstOfKind(file, 'integer_literal')).toMatchObject({ start: 8 + 50_000, end: 8 + 50_001 });
});

test('100,000 opening braces', () => {
  expect(readCSharp('Deep.cs', '{'.repeat(100_000))?.views[0]?.root.broken).toBe(true);
});

test('5,000 conditions inside each other', () => {
  const source = `${'#if A\n'.repeat(5_000)}F();\n${'#endif\n'.repeat(5_000)}`;
  const calls = parsed(source).views.map(({ root }) => [...descendantsOfKind(root, 'invocation_expression')].length);
  expect(calls).toEqual([0, 1]);
});

test('20,000 files in one process', () => {
  let calls = 0;
  for (let count = 0; count < 20_000; count++) {
    const root = parseText('F();');
    if (root && root.children.length > 0) calls++;
  }
  expect(calls).toBe(20_000);
});

test.each([
  '',
  '\n',
  ' ',
  '\0',
  'a\0b',
  '\uFEFF',
  '\uD800',
  '#if',
  '#endif',
  '"',
  '"""',
  "'",
  '/*',
  '$"{',
  '@"',
  '<<<<<<< HEAD',
])('any text is read: %j', (source) => {
  expect(readCSharp('Any.cs', source)?.views[0]?.root.kind).toBeTypeOf('string');
});
