import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { lines, withoutDoomed } from './removal.ts';

beforeAll(loadCSharp);

describe('a local that only the call used goes along', () => {
  test.each([
    ['a constant', ['const string path = "a";', 'services.Doomed(path);'], []],
    ['a var', ['var path = "a";', 'services.Doomed(path);'], []],
    ['one that is set by asking', ['var section = config.GetSection("a");', 'services.Doomed(section.Path);'], []],
    ['one that is declared further up', ['var path = "a";', 'A();', 'services.Doomed(path);'], ['A();']],
    ['one that is declared outside the if', ['var path = "a";', 'if (x)', '{', '    services.Doomed(path);', '}'], []],
    [
      'one that only the condition of the if used',
      ['var x = env.IsDevelopment();', 'if (!x)', '    services.Doomed("a");'],
      [],
    ],
    ['one that is used only in a link', ['var path = "a";', 'services.A().Doomed(path).B();'], ['services.A().B();']],
    [
      'one that is used by the call through another',
      ['const string app = "a";', 'const string path = app + ":b";', 'services.Doomed(path);'],
      [],
    ],
    ['one of a static call', ['var path = "a";', 'Ext.Doomed(services.A(), path);'], ['services.A();']],
    [
      'one that two calls used',
      ['var path = "a";', 'services.Doomed(path);', 'services.A().Doomed(path);'],
      ['services.A();'],
    ],
    ['all of one declaration', ['string p = "a", q = "b";', 'services.Doomed(p + q);'], []],
    [
      'the first of several in a declaration',
      ['string p = "a", q = "b";', 'services.Doomed(p);', 'Use(q);'],
      ['string q = "b";', 'Use(q);'],
    ],
    [
      'the last of several in a declaration',
      ['string p = "a", q = "b";', 'services.Doomed(q);', 'Use(p);'],
      ['string p = "a";', 'Use(p);'],
    ],
    [
      'the middle of several in a declaration',
      ['string p = "a", q = "b", r = "c";', 'services.Doomed(q);', 'Use(p, r);'],
      ['string p = "a", r = "c";', 'Use(p, r);'],
    ],
    [
      'the last two of three',
      ['string p = "a", q = "b", r = "c";', 'services.Doomed(q, r);', 'Use(p);'],
      ['string p = "a";', 'Use(p);'],
    ],
    [
      'one whose name a lambda uses for its own',
      ['var path = "a";', 'services.Doomed(path);', 'Use(path => path.Length);'],
      ['Use(path => path.Length);'],
    ],
    [
      'one whose name a local function uses for its own',
      ['var path = "a";', 'services.Doomed(path);', 'void F(string path) => Use(path);'],
      ['void F(string path) => Use(path);'],
    ],
    ['one whose name a member has', ['var path = "a";', 'services.Doomed(path);', 'Use(x.path);'], ['Use(x.path);']],
    [
      'one whose name an argument has',
      ['var path = "a";', 'services.Doomed(path);', 'Use(path: 1);'],
      ['Use(path: 1);'],
    ],
    [
      'one whose name another block has',
      [
        '{',
        '    var path = "a";',
        '    services.Doomed(path);',
        '    A();',
        '}',
        '{',
        '    var path = "b";',
        '    Use(path);',
        '}',
      ],
      ['{', '    A();', '}', '{', '    var path = "b";', '    Use(path);', '}'],
    ],
    ['one on the same line', ['var path = "a"; services.Doomed(path);'], []],
    ['one on the line of another statement', ['A(); var path = "a";', 'services.Doomed(path);'], ['A();']],
    ['one called by a keyword', ['var @event = "a";', 'services.Doomed(@event);'], []],
    [
      'one in a section of a switch',
      [
        'switch (x)',
        '{',
        '    case 1:',
        '        var path = "a";',
        '        services.Doomed(path);',
        '        break;',
        '}',
      ],
      ['switch (x)', '{', '    case 1:', '        break;', '}'],
    ],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });

  test('in a method as at top level', () => {
    const before = lines(
      'void F()',
      '{',
      '    const string path = "a";',
      '    services.Doomed(path);',
      '    Last();',
      '}',
    );
    expect(withoutDoomed(before)).toBe(lines('void F()', '{', '    Last();', '}'));
  });
});

describe('a local that something else uses stays', () => {
  test.each([
    ['in another statement', ['Use(path);']],
    ['in nameof', ['Use(nameof(path));']],
    ['in an interpolated string', ['Use($"{path}:b");']],
    ['in a lambda', ['Use(() => path);']],
    ['in a local function', ['string F() => path;']],
    ['in a block further in', ['if (x)', '{', '    Use(path);', '}']],
    ['in code that one compilation has only', ['#if DEBUG', 'Use(path);', '#endif']],
    ['set again', ['path = "b";']],
  ])('%s', (_, use) => {
    const before = lines('var path = "a";', 'services.Doomed(path);', ...use);
    expect(withoutDoomed(before)).toBe(lines('var path = "a";', ...use));
  });

  test('in another section of the same switch', () => {
    const arms = (...first: readonly string[]) =>
      lines(
        'switch (x)',
        '{',
        '    case 1:',
        ...first,
        '        break;',
        '    case 2:',
        '        path = "b";',
        '        Use(path);',
        '        break;',
        '}',
      );
    const local = '        var path = "a";';
    expect(withoutDoomed(arms(local, '        services.Doomed(path);'))).toBe(arms(local));
  });

  test.each([
    ['a local that nothing used before', ['var other = "b";']],
    ['an out variable', ['config.TryGet(out var path);']],
    ['a deconstructed one', ['var (path, other) = ("a", "b");']],
    ['a field', ['class C { string path = "a"; }']],
    ['a using', ['using var path = GetPath();']],
    ['an awaited using', ['await using var path = GetPath();']],
    ['a local function', ['string path() => "a";']],
  ])('%s is left alone', (_, declaration) => {
    expect(withoutDoomed(lines(...declaration, 'services.Doomed(path);'))).toBe(lines(...declaration));
  });

  test('the one used by the receiver that stays', () => {
    const before = lines('var target = services;', 'target.A().Doomed("a");');
    expect(withoutDoomed(before)).toBe(lines('var target = services;', 'target.A();'));
  });
});

describe('a local that does something when it is set keeps the call', () => {
  test.each([
    'var path = Register(services);',
    'var path = await GetPathAsync();',
    'var path = new Path("a");',
    'Path path = new("a");',
    'var path = count++.ToString();',
    'var path = other ??= "a";',
    'var path = Get(x = "a");',
    'var path = Find(out other);',
    'string path = "a", second = Register();\nUse(second);\nvar third = Register(path);',
  ])('%s', (declaration) => {
    const used = declaration.includes('third') ? 'third' : 'path';
    expect(withoutDoomed(lines(declaration, `services.Doomed(${used});`))).toBe('refused: local-with-effects');
  });
});
