import { beforeAll, describe, expect, test } from 'vitest';
import { closest } from '../../../../src/syntax/csharp/node.ts';
import { moveStatement } from '../../../../src/syntax/csharp/operations/move-statement.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { lines } from './removal.ts';
import { callsOf, rewritten } from './replacing.ts';

beforeAll(loadCSharp);

/** The text with the statement of `Moved()`, or the `if` around it, below that of `Host()`. */
function moved(text: string): string {
  const file = parsed(text);
  const [statement, behind] = ['Moved', 'Host'].map((name) => {
    const call = callsOf(name, file)[0]?.node;
    return call && (closest(call, 'if_statement') ?? call);
  });
  if (!statement || !behind) throw new Error('nothing to move');
  return rewritten(file, [moveStatement(file, statement, behind)]);
}

describe('a statement moves below another', () => {
  test.each([
    ['by itself', ['Moved();', 'First();', 'Host();', 'Last();'], ['First();', 'Host();', 'Moved();', 'Last();']],
    [
      'with the comments on it',
      ['First();', '// why', '/* how */', 'Moved(); // now', 'Host(); // then', 'Last();'],
      ['First();', 'Host(); // then', '', '// why', '/* how */', 'Moved(); // now', '', 'Last();'],
    ],
    [
      'with its if, apart from the rest',
      ['A();', '', '// vault', 'if (x)', '{', '    Moved();', '}', '', 'B();', 'Host();', '', 'C();'],
      ['A();', '', 'B();', 'Host();', '', '// vault', 'if (x)', '{', '    Moved();', '}', '', 'C();'],
    ],
    [
      'in a block',
      ['void F()', '{', '    Moved();', '    Host();', '}'],
      ['void F()', '{', '    Host();', '    Moved();', '}'],
    ],
    [
      'to behind what holds the other',
      ['Moved();', 'if (y)', '{', '    Host();', '}', 'C();'],
      ['if (y)', '{', '    Host();', '}', 'Moved();', 'C();'],
    ],
    [
      'but not a comment that an empty line keeps apart',
      ['// file', '', 'Moved();', 'Host();'],
      ['// file', '', 'Host();', 'Moved();'],
    ],
  ])('%s', (_, before, after) => {
    expect(moved(lines(...before))).toBe(lines(...after));
  });

  test('with tabs and the line ends of the file', () => {
    expect(moved('void F()\r\n{\r\n\tif (x)\r\n\t{\r\n\t\tMoved();\r\n\t}\r\n\r\n\tHost();\r\n}\r\n')).toBe(
      'void F()\r\n{\r\n\tHost();\r\n\r\n\tif (x)\r\n\t{\r\n\t\tMoved();\r\n\t}\r\n}\r\n',
    );
  });

  test('to the end of a file without a last line end', () => {
    expect(moved('Moved();\nHost();')).toBe('Host();\nMoved();');
  });
});

describe('it is left where it is', () => {
  test.each([
    ['where another stands on its line', 'First(); Moved();\nHost();\n', 'shares-line'],
    ['where the other stands in another list', 'void F() { Moved(); }\nHost();\n', 'not-found'],
    ['where the other stands above', 'Host();\nMoved();\n', 'not-found'],
    ['in a region', '#region Vault\nMoved();\n#endregion\nHost();\n', 'directive-in-the-way'],
    ['in a region with the other', '#region Start\nMoved();\nHost();\n#endregion\n', 'directive-in-the-way'],
    ['with a directive on the way', 'Moved();\n#pragma warning disable CS1\nHost();\n', 'directive-in-the-way'],
    ['where #if decides', '#if X\nMoved();\n#endif\nHost();\n', 'conditional-compilation'],
    ['where #if decides on the way', 'Moved();\n#if X\nA();\n#endif\nHost();\n', 'conditional-compilation'],
    ['as the body of a lambda', 'F(c => Moved());\nHost();\n', 'expression-body'],
  ])('%s', (_, text, refusal) => {
    expect(moved(text)).toBe(`refused: ${refusal}`);
  });

  test('a region that is closed before is none', () => {
    expect(moved('#region A\nA();\n#endregion\nMoved();\nHost();\n')).toBe(
      '#region A\nA();\n#endregion\nHost();\nMoved();\n',
    );
  });
});
