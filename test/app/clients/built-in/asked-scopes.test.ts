import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { tokenCalls } from './facts.ts';

beforeAll(loadCSharp);

/** What a class asks for that passes the expression; `members` stand beside its method. */
function asked(expression: string, { before = '', members = '', others = {} } = {}): string | undefined {
  const method = `async Task M(bool flag, string given) { ${before} await client.GetAccessToken(${expression}); }`;
  const [call] = tokenCalls(`class C(IMaskinportenClient client) { ${method} ${members} }`, others);
  return call?.replace('GetAccessToken: ', '');
}

describe('scopes in a list', () => {
  test.each([
    ['a collection', '["a", "b"]', 'a, b'],
    ['an array', 'new[] { "a", "b" }', 'a, b'],
    ['a typed array', 'new string[] { "a", "b" }', 'a, b'],
    ['a typed array of a length', 'new string[2] { "a", "b" }', 'a, b'],
    ['a list', 'new List<string> { "a", "b" }', 'a, b'],
    ['a list with parentheses', 'new List<string>() { "a" }', 'a'],
    ['a copied list', 'new List<string>(new[] { "a" }) { "b" }', 'a, b'],
    ['spread', '["a", .. new[] { "b" }]', 'a, b'],
    ['put into another kind', 'new[] { "a" }.ToList()', 'a'],
    ['split', '"a b".Split(\' \')', 'a, b'],
    ['split by a text', '"a b".Split(" ")', 'a, b'],
    ['appended', 'new[] { "a" }.Append("b")', 'a, b'],
    ['joined', 'new[] { "a" }.Concat(["b"])', 'a, b'],
    ['cast', '(IEnumerable<string>)["a"]', 'a'],
    ['in parentheses', '(["a"])', 'a'],
    ['not null for sure', '(["a"])!', 'a'],
    ['by its name', 'scopes: ["a"]', 'a'],
    ['by a type that stands elsewhere', 'new() { "a" }', 'a'],
    ['put into a set', 'new[] { "a" }.ToHashSet()', 'a'],
    ['put into an array', 'new List<string> { "a" }.ToArray()', 'a'],
    ['seen as another kind', 'new[] { "a" }.AsEnumerable()', 'a'],
    ['seen as one to read', 'new List<string> { "a" }.AsReadOnly()', 'a'],
    ['each once', 'new[] { "a", "a" }.Distinct()', 'a'],
    ['split at white space', '"a b".Split()', 'a, b'],
    ['split, without empty ones', '"a  b".Split(\' \', StringSplitOptions.RemoveEmptyEntries)', 'a, b'],
    ['several in one text', '["a b", " c "]', 'a, b, c'],
    ['none', '[]', ''],
    ['one twice', '["a", "a"]', 'a'],
  ])('%s', (_, expression, scopes) => {
    expect(asked(expression)).toBe(scopes);
  });
});

describe('scopes by a name', () => {
  const scopes =
    'static class Scopes { public const string A = "a"; public static readonly string[] All = ["a", "b"]; public static IReadOnlyList<string> Both => [A, "c"]; }';
  const others = { 'Scopes.cs': scopes };
  test.each([
    ['a constant of another file', '[Scopes.A, "b"]', { others }, 'a, b'],
    ['an array of another file', 'Scopes.All', { others }, 'a, b'],
    ['a property of another file', 'Scopes.Both', { others }, 'a, c'],
    ['part of a list', '[.. Scopes.All, "c"]', { others }, 'a, b, c'],
    ['a local', 'wanted', { before: 'var wanted = new[] { "a" };' }, 'a'],
    ['a local list', 'wanted', { before: 'List<string> wanted = ["a"];' }, 'a'],
    ['a local text', '[wanted]', { before: 'const string wanted = "a b";' }, 'a, b'],
    ['a local in parentheses', '(wanted)', { before: 'var wanted = new[] { "a" };' }, 'a'],
    [
      'a local that is looked into',
      'wanted',
      { before: 'var wanted = new[] { "a" }; Log(wanted[0], wanted.Contains("b"));' },
      'a',
    ],
    [
      'a local beside one that grows',
      'wanted',
      { before: 'var wanted = new[] { "a" }; others.Add(given); others[0] = given;' },
      'a',
    ],
    [
      'a local with calls that sound like adding',
      'wanted',
      { before: 'var wanted = new[] { "a" }; wanted.Address(); wanted.ReAdd();' },
      'a',
    ],
    ['a local that a list is made of', 'wanted', { before: 'var wanted = new[] { "a" }; list.Add(wanted);' }, 'a'],
    [
      'a member of a class around',
      'Wanted',
      { members: 'static readonly string[] Wanted = ["a"]; class D(IMaskinportenClient other) { }' },
      'a',
    ],
    [
      'an array of a type by its namespace',
      'N.Own.All',
      { others: { 'Own.cs': 'namespace N; static class Own { public static readonly string[] All = ["a"]; }' } },
      'a',
    ],
    ['a field', 'Wanted', { members: 'private static readonly string[] Wanted = ["a"];' }, 'a'],
    ['a field of this', 'this.wanted', { members: 'private readonly string[] wanted = ["a"];' }, 'a'],
    ['a property', 'Wanted', { members: 'private string[] Wanted { get; } = ["a"];' }, 'a'],
    ['put together', '[$"{Scopes.A}:x"]', { others }, 'a:x'],
  ])('%s', (_, expression, around, expected) => {
    expect(asked(expression, around)).toBe(expected);
  });
});

describe('what cannot be told is said', () => {
  test.each([
    ['a parameter', '[given]', {}, '? parameter'],
    ['beside what can', '["a", given]', {}, 'a, ? parameter'],
    ['settings', '[settings.Scope]', {}, '? undeclared'],
    ['a call', 'Scopes()', {}, '? computed'],
    ['one of two', 'flag ? ["a"] : ["b"]', {}, '? conditional'],
    ['one of two in a list', '[flag ? "a" : "b"]', {}, '? conditional'],
    ['split at something else', '"a b".Split(\',\')', {}, '? computed'],
    ['split at what ends with a space', '"a b".Split(given + " ")', {}, '? computed'],
    ['split at what begins with a space', '"a b".Split(" " + given)', {}, '? computed'],
    ['what becomes of a list', 'new[] { "a" }.Shortened()', {}, '? computed'],
    ['split at more', '"a b".Split("  ")', {}, '? computed'],
    ['split at what is given', '"a b".Split(given)', {}, '? computed'],
    ['what is left of a list', 'new[] { "a" }.Except(["a"])', {}, '? computed'],
    ['what is found in a list', 'new[] { "a", "b" }.Where(x => flag)', {}, '? computed'],
    ['a list and what is given', 'new[] { "a" }.Append(given)', {}, 'a, ? parameter'],
    ['two lists of a static call', 'Enumerable.Concat(["a"], ["b"])', {}, '? computed'],
    ['copies that compare in another way', 'new[] { "a" }.ToHashSet(comparer)', {}, '? computed'],
    ['a list of the class’s own making', 'ToArray()', {}, '? computed'],
    ['a list that nobody filled', 'wanted', { members: 'readonly string[] wanted;' }, '? set-at-run-time'],
    ['a variable of a loop', 'wanted', { before: 'foreach (var wanted in all) { }' }, '? undeclared'],
    ['a text of a loop', '[one]', { before: 'foreach (var one in all)' }, '? set-at-run-time'],
    [
      'a list that another part makes in two ways',
      'Own.All',
      {
        others: {
          'Own.cs':
            'static class Own {\n#if DEBUG\npublic static readonly string[] All = ["a"];\n#else\npublic static readonly string[] All = ["b"];\n#endif\n}',
        },
      },
      '? ambiguous',
    ],
    [
      'a list that grows',
      'wanted',
      { before: 'var wanted = new List<string> { "a" }; wanted.Add(given);' },
      '? reassigned',
    ],
    [
      'a list that is set again',
      'wanted',
      { before: 'var wanted = new[] { "a" }; wanted = new[] { given };' },
      '? reassigned',
    ],
    [
      'an element that is set again',
      'wanted',
      { before: 'var wanted = new[] { "a" }; wanted[0] = given;' },
      '? reassigned',
    ],
    ['a field that may be set again', 'wanted', { members: 'string[] wanted = ["a"];' }, '? mutable'],
    [
      'a field that the constructor sets',
      'wanted',
      { members: 'readonly string[] wanted = ["a"]; void N() { wanted = x; }' },
      '? reassigned',
    ],
    ['lists of themselves', 'A', { members: 'static string[] A => [.. A];' }, '? too-deep'],
  ])('%s', (_, expression, around, expected) => {
    expect(asked(expression, around)).toBe(expected);
  });

  test.each(['Add', 'AddRange', 'Insert', 'InsertRange', 'Remove', 'RemoveAt', 'RemoveAll', 'Clear', 'UnionWith'])(
    'a list that is changed by %s',
    (change) => {
      const before = `var wanted = new List<string> { "a" }; wanted.${change}(given);`;
      expect(asked('wanted', { before })).toBe('? reassigned');
    },
  );

  test('lists that are made of each other, many times over, come to an end', () => {
    const members = Array.from({ length: 30 }, (_, n) => `static string[] A${n} => [.. A${n + 1}, .. A${n + 1}];`);
    expect(asked('A0', { members: `${members.join(' ')} static string[] A30 => ["a"];` })).toBe('a, ? too-deep');
  });

  test('a parameter that all callers agree on is known', () => {
    expect(asked('[given]', { members: 'Task N() => M(true, "a");' })).toBe('a');
  });
});
