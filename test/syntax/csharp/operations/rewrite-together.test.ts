import { beforeAll, describe, expect, test } from 'vitest';
import type { Rewrite } from '../../../../src/syntax/csharp/operations/rewrite.ts';
import { rewriteTogether } from '../../../../src/syntax/csharp/operations/rewrite-together.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { doomedCalls, judge, lines, removable } from './removal.ts';
import { callsOf, type Replacing, replacements, rewritten } from './replacing.ts';

beforeAll(loadCSharp);

const idle = ['Settings'];

/** The text with its calls of `Old` replaced, its statements with `Bind` or `Fill` and its calls of `Doomed` removed. */
function rewrittenTogether(text: string, replacing: Replacing = {}): string {
  const file = parsed(text);
  const filling = [...callsOf('Bind', file), ...callsOf('Fill', file)].map(
    (call): Rewrite => ({ kind: 'remove-statement', statement: call, keeps: [], once: [] }),
  );
  const calls = doomedCalls(file).map((call): Rewrite => ({ kind: 'remove-call', call: removable(text)(call) }));
  return rewritten(file, [...replacements(file, replacing), ...filling, ...calls], idle);
}

const now = 'services.Add<C>().Use("a", "b");';

describe('a local goes with the last call that used it', () => {
  test.each([
    ['one', ['var s = config.GetSection("X");', 'services.Old<D, C>(s);'], [now]],
    ['one that is used in its delegate', ['var scope = "a";', 'services.Old<D, C>(s, d => d.Scope = scope);'], [now]],
    ['a chain of them', ['var path = "X";', 'var s = config.GetSection(path);', 'services.Old<D, C>(s);'], [now]],
    [
      'between two of them',
      ['var s = config.GetSection("X");', 'services.Old<D, C>(s);', 'services.Old<D, E>(s);'],
      [now, now],
    ],
    [
      'with one that is removed',
      ['var s = config.GetSection("X");', 'services.Old<D, C>(s);', 'services.Doomed("k", s);'],
      [now],
    ],
    [
      'with its comment about it',
      ['// legacy', 'var s = config.GetSection("X");', '', 'services.Old<D, C>(s);'],
      [now],
    ],
    [
      'in its function',
      ['void F()', '{', '    var s = config.GetSection("X");', '    services.Old<D, C>(s);', '}'],
      ['void F()', '{', `    ${now}`, '}'],
    ],
    [
      'a private field',
      [
        'class K',
        '{',
        '    private const string Path = "X";',
        '',
        '    void F()',
        '    {',
        '        services.Old<D, C>(config.GetSection(Path));',
        '    }',
        '}',
      ],
      ['class K', '{', '    void F()', '    {', `        ${now}`, '    }', '}'],
    ],
  ])('%s', (_, before, expected) => {
    expect(rewrittenTogether(lines(...before))).toBe(lines(...expected));
  });

  test.each([
    [
      'one that other code uses',
      ['var s = config.GetSection("X");', 'services.Old<D, C>(s);', 'Other(s);'],
      ['var s = config.GetSection("X");', now, 'Other(s);'],
    ],
    [
      'one of the same name in another function',
      ['void F() { var s = 1; Other(s); }', 'var s = config.GetSection("X");', 'services.Old<D, C>(s);'],
      ['void F() { var s = 1; Other(s); }', now],
    ],
    ['one that was unused before', ['var unused = 1;', 'services.Old<D, C>(s);'], ['var unused = 1;', now]],
    [
      'a parameter',
      ['void F(IConfiguration s)', '{', '    services.Old<D, C>(s);', '}'],
      ['void F(IConfiguration s)', '{', `    ${now}`, '}'],
    ],
  ])('but not %s', (_, before, expected) => {
    expect(rewrittenTogether(lines(...before))).toBe(lines(...expected));
  });

  test('and stays while it stands in the new links', () => {
    const before = lines('const string name = "x";', 'services.Old<D>(name, s);');
    const links = [{ name: 'Add', typeArguments: [], arguments: ['name'] }];
    expect(rewrittenTogether(before, { links, keeps: 'name' })).toBe(
      lines('const string name = "x";', 'services.Add(name);'),
    );
    expect(rewrittenTogether(before, { links: [{ name: 'Add', typeArguments: [], arguments: [] }] })).toBe(
      lines('services.Add();'),
    );
  });

  test('whose value does something besides is left to people', () => {
    expect(rewrittenTogether(lines('var s = Load();', 'services.Old<D, C>(s);'))).toBe('refused: local-with-effects');
  });
});

describe('statements that fill an object go with it', () => {
  const filled = ['var s = new Settings();', 'config.GetSection("X").Bind(s);'];
  test.each([
    ['bound', [...filled, 'services.Old<D, C>(s);'], [now]],
    ['bound and set', ['Settings s = new();', 'config.Bind("X", s);', 's.Fill("a");', 'services.Old<D, C>(s);'], [now]],
    ['with comments about it', ['// legacy settings', ...filled, '', 'services.Old<D, C>(s);'], [now]],
    ['between two calls', [...filled, 'services.Old<D, C>(s);', 'services.Old<D, E>(s);'], [now, now]],
  ])('%s', (_, before, expected) => {
    expect(rewrittenTogether(lines(...before))).toBe(lines(...expected));
  });

  test('and others around them stay', () => {
    expect(rewrittenTogether(lines('First();', ...filled, 'Second();', '', 'services.Old<D, C>(s);'))).toBe(
      lines('First();', 'Second();', '', now),
    );
  });

  test('an object that is no mere data is left to people', () => {
    expect(
      rewrittenTogether(lines('var s = new Client();', 'config.GetSection("X").Bind(s);', 'services.Old<D, C>(s);')),
    ).toBe('refused: local-with-effects');
  });
});

describe('what cannot go keeps what it needs', () => {
  test('a local that a refused replacement uses stays', () => {
    const text = lines(
      'var s = config.GetSection("X");',
      'services.Old<D, C>(s);',
      '#if X',
      'services.Old<D, E>(s);',
      '#endif',
    );
    const file = parsed(text);
    const operations = rewriteTogether(file, replacements(file), judge, idle);
    expect(
      operations.map((operation) => (operation.kind === 'edits' ? operation.edits.length : operation.refusal)),
    ).toEqual([1, 'conditional-compilation']);
  });

  test('a statement that is all of an if goes with it, one that has an else does not', () => {
    const one = 'services.Doomed();';
    expect(rewrittenTogether(lines('if (x)', '{', `    ${one}`, '}', 'services.Old<D, C>(s);'))).toBe(lines(now));
    expect(
      rewrittenTogether(lines('if (x)', '{', '    config.Bind("X", s);', '}', 'else', '{', '    Other();', '}')),
    ).toBe('refused: if-with-else');
  });

  test('a statement stays where a directive stands in what would go with it', () => {
    const text = lines('#if true', 'if (x)', '#endif', '{', '    config.Bind("X", s);', '}');
    expect(rewrittenTogether(text)).toBe('refused: conditional-compilation');
  });

  test('a statement that is not there is not found', () => {
    const file = parsed('First();\n');
    expect(
      rewriteTogether(
        file,
        [{ kind: 'remove-statement', statement: { start: 50, end: 60 }, keeps: [], once: [] }],
        judge,
      ),
    ).toEqual([{ kind: 'refused', refusal: 'not-found' }]);
  });

  test('each rewrite has its own outcome, in the order that was asked', () => {
    const text = lines('services.Old<D, C>(s);', '#if X', 'services.Doomed();', '#endif', 'config.Bind("X", t);');
    const file = parsed(text);
    const operations = rewriteTogether(
      file,
      [
        { kind: 'remove-statement', statement: callsOf('Bind', file)[0] ?? { start: 0, end: 0 }, keeps: [], once: [] },
        ...doomedCalls(file).map((call): Rewrite => ({ kind: 'remove-call', call: removable(text)(call) })),
        ...replacements(file),
      ],
      judge,
    );
    expect(operations.map(({ kind }) => kind)).toEqual(['edits', 'refused', 'edits']);
  });
});
