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
    ['by its name', 'scopes: ["a"]', 'a'],
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

  test('lists that are made of each other, many times over, come to an end', () => {
    const members = Array.from({ length: 30 }, (_, n) => `static string[] A${n} => [.. A${n + 1}, .. A${n + 1}];`);
    expect(asked('A0', { members: `${members.join(' ')} static string[] A30 => ["a"];` })).toBe('a, ? too-deep');
  });

  test('a parameter that all callers agree on is known', () => {
    expect(asked('[given]', { members: 'Task N() => M(true, "a");' })).toBe('a');
  });
});
