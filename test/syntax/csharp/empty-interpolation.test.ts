import { beforeAll, expect, test } from 'vitest';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { evaluateUse, parsed } from './sources.ts';

beforeAll(loadCSharp);

test.each([
  'Use($"");',
  'Run($"", a => $"").Then($"x{$""}y");',
  'var a = b ? $"" : c($"").D();',
  '// as $"" is\nRun($"");',
  'var a = @"b$""c" + $"";',
])('%s is understood from end to end', (text) => {
  expect(parsed(text).views.map(({ root }) => root.broken)).toEqual([false]);
});

test.each([
  ['Use($"");', ''],
  ['Use("a" + $"" + "b");', 'ab'],
  ['Use(@"a$""b" + $"");', 'a$"b'],
  ['Use($@"a$""b");', 'a$"b'],
])('%s: what looks like one in a longer string stays as it is', (text, value) => {
  expect(evaluateUse(text)).toMatchObject({ kind: 'known', value });
});
