import { beforeAll, expect, test } from 'vitest';
import { tooDeepAt, unlessTooDeep } from '../../../src/syntax/csharp/nesting.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { parsed } from './sources.ts';

beforeAll(loadCSharp);

const parentheses = (depth: number) => `var x = ${'('.repeat(depth)}1${')'.repeat(depth)};`;

test('what people write is nested less deeply than is read', () => {
  const links = parsed(`services${'.AddPolicyHandler(x)'.repeat(500)};`);
  expect(tooDeepAt(links)).toBeNull();
  expect(unlessTooDeep(links)).toBe(links);
  expect(tooDeepAt(parsed(`var x = ${Array(1_000).fill('"a"').join(' + ')};`))).toBeNull();
});

test('deeper down is a place that can be told', () => {
  const text = parentheses(20_000);
  const place = tooDeepAt(parsed(text));
  expect(place).toBeGreaterThan(1_000);
  expect(place).toBeLessThan(text.length);
  expect(unlessTooDeep(parsed(text))).toBeNull();
  expect(unlessTooDeep(null)).toBeNull();
});
