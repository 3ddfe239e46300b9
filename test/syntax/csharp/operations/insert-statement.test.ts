import { beforeAll, describe, expect, test } from 'vitest';
import { insertStatement } from '../../../../src/syntax/csharp/operations/insert-statement.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { doomedCalls, lines, removable } from './removal.ts';
import { callsOf, replacements, rewritten } from './replacing.ts';

beforeAll(loadCSharp);

/** The text with `New();` above the statement of its first `Old(…)`. */
function inserted(text: string): string {
  const file = parsed(text);
  const [call] = callsOf('Old', file);
  if (call === undefined) throw new Error('nothing to insert above');
  return rewritten(file, [insertStatement(file, call, 'New();')]);
}

describe('a statement goes on a line of its own above', () => {
  test.each([
    ['a statement', ['services.Old();'], ['New();', 'services.Old();']],
    [
      'a chain over lines',
      ['services', '    .First()', '    .Old();'],
      ['New();', 'services', '    .First()', '    .Old();'],
    ],
    ['an argument', ['Setup(services.Old());'], ['New();', 'Setup(services.Old());']],
    ['a declaration', ['var http = services.Old();'], ['New();', 'var http = services.Old();']],
    [
      'a statement of a block',
      ['void F()', '{', '    First();', '    services.Old();', '}'],
      ['void F()', '{', '    First();', '    New();', '    services.Old();', '}'],
    ],
    [
      'the statement in a braced if',
      ['if (x)', '{', '    services.Old();', '}'],
      ['if (x)', '{', '    New();', '    services.Old();', '}'],
    ],
    [
      'a statement of a lambda',
      ['host.Configure(s =>', '{', '    s.Old();', '});'],
      ['host.Configure(s =>', '{', '    New();', '    s.Old();', '});'],
    ],
    [
      'a statement of a case',
      ['switch (x)', '{', '    case 1:', '        services.Old();', '        break;', '}'],
      ['switch (x)', '{', '    case 1:', '        New();', '        services.Old();', '        break;', '}'],
    ],
    [
      'behind the comment that is above it',
      ['First();', '// its client', 'services.Old(); // last'],
      ['First();', '// its client', 'New();', 'services.Old(); // last'],
    ],
    ['the condition of an if', ['if (services.Old()) { }'], ['New();', 'if (services.Old()) { }']],
  ])('%s', (_, before, after) => {
    expect(inserted(lines(...before))).toBe(lines(...after));
  });

  test('in a method of a class', () => {
    const method = (...body: readonly string[]) => lines('class C', '{', '\tvoid F()', '\t{', ...body, '\t}', '}');
    expect(inserted(method('\t\tservices.Old();'))).toBe(method('\t\tNew();', '\t\tservices.Old();'));
  });

  test('beside one that shares its line', () => {
    expect(inserted('void F() { First(); services.Old(); }\n')).toBe('void F() { First(); New(); services.Old(); }\n');
  });

  test('with the line end of the place', () => {
    expect(inserted('First();\r\nservices.Old();\r\n')).toBe('First();\r\nNew();\r\nservices.Old();\r\n');
  });

  test('above a statement that is rewritten as well', () => {
    const file = parsed('    services.Old<D, C>(s);\n');
    const [call] = callsOf('Old', file);
    if (call === undefined) throw new Error('nothing to insert above');
    expect(rewritten(file, [insertStatement(file, call, 'New();'), ...replacements(file)])).toBe(
      lines('    New();', '    services.Add<C>().Use("a", "b");'),
    );
  });
});

describe('it takes the place of a statement that goes', () => {
  /** The text without its `Doomed(…)`, and with `New();` above the statement of each. */
  function inPlace(text: string): string {
    const file = parsed(text);
    const calls = doomedCalls(file);
    return rewritten(file, [
      ...calls.map((call) => insertStatement(file, call, 'New();')),
      ...calls.map((call) => ({ kind: 'remove-call', call: removable(text)(call) }) as const),
    ]);
  }

  test.each([
    ['on its line', ['First();', 'services.Doomed();', 'Last();'], ['First();', 'New();', 'Last();']],
    [
      'first in a block',
      ['{', '    services.Doomed();', '', '    Last();', '}'],
      ['{', '    New();', '', '    Last();', '}'],
    ],
    [
      'last in a block',
      ['{', '    First();', '', '    services.Doomed();', '}'],
      ['{', '    First();', '', '    New();', '}'],
    ],
    [
      'with its comment',
      ['First();', '', '// Doomed', 'services', '    .Doomed(); // legacy', '', 'Last();'],
      ['First();', '', 'New();', '', 'Last();'],
    ],
    ['beside others', ['First(); services.Doomed(); Last();'], ['First(); New(); Last();']],
    ['not where the statement is left', ['services.First().Doomed();'], ['New();', 'services.First();']],
  ])('%s', (_, before, after) => {
    expect(inPlace(lines(...before))).toBe(lines(...after));
  });

  test('but not in an if that goes with it', () => {
    expect(inPlace('if (x)\n{\n    services.Doomed();\n}\n')).toBe('refused: only-statement');
  });
});

describe('there is no place for it', () => {
  test.each([
    ['in an if without braces', 'if (x)\n    services.Old();\n', 'expression-body'],
    ['in an else without braces', 'if (x) { } else services.Old();\n', 'expression-body'],
    ['in a loop without braces', 'foreach (var s in all)\n    s.Old();\n', 'expression-body'],
    ['in the body of a function of one expression', 'void F() => services.Old();\n', 'expression-body'],
    ['in a lambda of one expression', 'host.Configure(s => s.Old());\n', 'expression-body'],
    ['in a field', 'class C { object o = services.Old(); }\n', 'expression-body'],
    ['where #if decides', '#if X\nservices.Old();\n#endif\n', 'conditional-compilation'],
    ['where the parser lost its way', 'void F() { services.Old() ) }\n', 'syntax-error'],
  ])('%s', (_, text, refusal) => {
    expect(inserted(text)).toBe(`refused: ${refusal}`);
  });
});
