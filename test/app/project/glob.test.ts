import fc from 'fast-check';
import { expect, test } from 'vitest';
import { globMatcher } from '../../../src/app/project/glob.ts';

const matches = (glob: string, path: string) => globMatcher('App', [glob])(path);

test.each([
  ['Program.cs', 'App/Program.cs'],
  ['program.CS', 'App/Program.cs'],
  ['./Program.cs', 'App/Program.cs'],
  ['*.cs', 'App/Program.cs'],
  ['**', 'App/a/b/C.cs'],
  ['**/*.cs', 'App/C.cs'],
  ['**/*.cs', 'App/a/b/C.cs'],
  [String.raw`a\**\*.cs`, 'App/a/C.cs'],
  ['a/**', 'App/a/b/C.cs'],
  ['a/', 'App/a/b/C.cs'],
  ['**/b/*.cs', 'App/a/b/C.cs'],
  ['a?c/[x].cs', 'App/abc/[x].cs'],
  ['../shared/*.cs', 'shared/C.cs'],
])('%s takes in %s', (glob, path) => {
  expect(matches(glob, path)).toBe(true);
});

test.each([
  ['*.cs', 'App/a/C.cs'],
  ['a/**', 'App/ab/C.cs'],
  ['a/*/C.cs', 'App/a/C.cs'],
  ['?.cs', 'App/.cs'],
  ['Program.cs', 'Program.cs'],
  ['../../*.cs', 'C.cs'],
  ['', 'App/C.cs'],
])('%s leaves out %s', (glob, path) => {
  expect(matches(glob, path)).toBe(false);
});

test('agrees with a regular expression on short names', () => {
  const glob = fc.array(fc.constantFrom('a', 'b', '*', '?', '/', '**/'), { minLength: 1, maxLength: 6 });
  const path = fc.array(fc.constantFrom('a', 'b', 'a/', 'b/'), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(glob, path, (parts, letters) => {
      const text = parts.join('');
      fc.pre(/^[^/].*[^/]$|^[^/]$/.test(text) && !text.includes('//') && !/[^/]\*\*|\*\*[^/]|\*\*$/.test(text));
      const pattern = text.replace(/\*\*\/|\*|\?/g, (wild) =>
        wild === '**/' ? '(?:[^/]+/)*' : wild === '*' ? '[^/]*' : '[^/]',
      );
      const name = letters.join('').replace(/\/$/, '');
      expect(matches(text, `App/${name}`)).toBe(new RegExp(`^${pattern}$`).test(name));
    }),
  );
});

test('does not explode on many stars', () => {
  expect(matches(`${'**/a/'.repeat(200)}x`, `App/${'a/'.repeat(60)}y`)).toBe(false);
  expect(matches(`${'*a'.repeat(200)}x`, `App/${'a'.repeat(250)}`)).toBe(false);
});
