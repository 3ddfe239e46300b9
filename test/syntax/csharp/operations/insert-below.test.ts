import { beforeAll, describe, expect, test } from 'vitest';
import { insertBelow } from '../../../../src/syntax/csharp/operations/insert-below.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { lines } from './removal.ts';
import { callsOf, rewritten } from './replacing.ts';

beforeAll(loadCSharp);

const block = 'if (x)\n{\n\tNew();\n}';

/** The text with the code below the statement of its first `Old(…)`. */
function inserted(text: string, code: string): string {
  const file = parsed(text);
  const [call] = callsOf('Old', file);
  if (call === undefined) throw new Error('nothing to insert below');
  return rewritten(file, [insertBelow(file, call, code)]);
}

/** In place of the statement of the first `Old(…)`, which goes. */
function inPlace(text: string, code: string): string {
  const file = parsed(text);
  const [call] = callsOf('Old', file);
  if (call === undefined) throw new Error('nothing to replace');
  return rewritten(file, [
    insertBelow(file, call, code),
    { kind: 'remove-statement', statement: { start: call.start, end: call.end + 1 }, keeps: [], once: [] },
  ]);
}

describe('a statement goes on a line of its own below', () => {
  test.each([
    ['a statement', ['Old();', 'Last();'], ['Old();', 'New();', 'Last();']],
    ['its comment', ['Old(); // last', 'Last();'], ['Old(); // last', 'New();', 'Last();']],
    ['a chain over lines', ['a', '    .Old()', '    .B();'], ['a', '    .Old()', '    .B();', 'New();']],
    ['in a block', ['{', '    Old();', '}'], ['{', '    Old();', '    New();', '}']],
    [
      'the whole of what it stands in without braces',
      ['if (x)', '    Old();', 'Last();'],
      ['if (x)', '    Old();', 'New();', 'Last();'],
    ],
    ['beside another', ['Old(); Last();'], ['Old();', 'New();', 'Last();']],
    [
      'in a lambda',
      ['host.Configure(s =>', '{', '    s.Old();', '});'],
      ['host.Configure(s =>', '{', '    s.Old();', '    New();', '});'],
    ],
  ])('%s', (_, before, after) => {
    expect(inserted(lines(...before), 'New();')).toBe(lines(...after));
  });

  test('with the line end of the place', () => {
    expect(inserted('Old();\r\nLast();\r\n', 'New();')).toBe('Old();\r\nNew();\r\nLast();\r\n');
  });

  test('at the end of a file without a last line end', () => {
    expect(inserted('Old();', 'New();')).toBe('Old();\nNew();');
  });
});

describe('several lines are a paragraph', () => {
  test.each([
    ['between empty lines', ['Old();', '', 'Last();'], ['Old();', '', 'if (x)', '{', '    New();', '}', '', 'Last();']],
    ['before a line of code', ['Old();', 'Last();'], ['Old();', '', 'if (x)', '{', '    New();', '}', '', 'Last();']],
    [
      'at the end of a block',
      ['void F()', '{', '    Old();', '}'],
      ['void F()', '{', '    Old();', '', '    if (x)', '    {', '        New();', '    }', '}'],
    ],
  ])('%s', (_, before, after) => {
    expect(inserted(lines(...before), block)).toBe(lines(...after));
  });

  test('indented as the file is', () => {
    expect(inserted('void F()\n{\n\tOld();\n}\n', block)).toBe(
      'void F()\n{\n\tOld();\n\n\tif (x)\n\t{\n\t\tNew();\n\t}\n}\n',
    );
  });

  test('with the line ends of the file', () => {
    expect(inserted('Old();\r\n', block)).toBe('Old();\r\n\r\nif (x)\r\n{\r\n    New();\r\n}\r\n');
  });
});

describe('it takes the place of a statement that goes', () => {
  test.each([
    ['on its lines', ['First();', 'Old();', 'Last();'], ['First();', 'New();', 'Last();']],
    [
      'below the comment about it',
      ['// what it does', 'Old();', '', 'Last();'],
      ['// what it does', 'New();', '', 'Last();'],
    ],
    ['with the if that held nothing else', ['if (x)', '{', '    Old();', '}', 'Last();'], ['New();', 'Last();']],
    ['with the if without braces', ['if (x)', '    Old();', 'Last();'], ['New();', 'Last();']],
    [
      'below what stays of an if',
      ['if (x)', '{', '    A();', '}', 'else', '{', '    Old();', '}', 'Last();'],
      ['if (x)', '{', '    A();', '}', 'New();', 'Last();'],
    ],
  ])('%s', (_, before, after) => {
    expect(inPlace(lines(...before), 'New();')).toBe(lines(...after));
  });
});

test('several lines stand apart from what stays of an if', () => {
  const before = lines('if (x)', '{', '    A();', '}', 'else', '{', '    Old();', '}', '', 'Last();');
  expect(inPlace(before, block)).toBe(
    lines('if (x)', '{', '    A();', '}', '', 'if (x)', '{', '    New();', '}', '', 'Last();'),
  );
});

describe('there is no place for it', () => {
  test.each([
    ['in the body of a function of one expression', 'void F() => Old();\n', 'expression-body'],
    ['in a lambda of one expression', 'host.Configure(s => s.Old());\n', 'expression-body'],
    ['where #if decides', '#if X\nOld();\n#endif\n', 'conditional-compilation'],
    ['where the parser lost its way', 'void F() { Old() ) }\n', 'syntax-error'],
  ])('%s', (_, text, refusal) => {
    expect(inserted(text, 'New();')).toBe(`refused: ${refusal}`);
  });
});

describe('a statement inside another that goes', () => {
  test('goes with it, and what was to stand above takes the place', () => {
    const text = lines('First();', 'Outer(c =>', '{', '    Old();', '    Other();', '});', 'Last();');
    const file = parsed(text);
    const [inner] = callsOf('Old', file);
    const [outer] = callsOf('Outer', file);
    if (!inner || !outer) throw new Error('not there');
    const removal = (call: { start: number; end: number }) =>
      ({ kind: 'remove-statement', statement: { start: call.start, end: call.end + 1 }, keeps: [], once: [] }) as const;
    expect(rewritten(file, [removal(inner), removal(outer), insertBelow(file, outer, 'New();')])).toBe(
      lines('First();', 'New();', 'Last();'),
    );
  });
});
