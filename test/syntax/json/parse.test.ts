import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonDocument, type JsonNode, propertyOf } from '../../../src/syntax/json/document.ts';
import { parseJson } from '../../../src/syntax/json/parse.ts';
import { jsonText, meaning, meaningOf, mutatedJson } from './documents.ts';

function parsed(text: string): JsonDocument {
  const result = parseJson(text);
  if (result.kind === 'error') throw new Error(`${result.error.code} in ${text}`);
  return result.document;
}

test('strict JSON means what JSON.parse says', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indentation) => {
      const value = JSON.parse(text);
      expect(meaning(parsed(JSON.stringify(value, null, indentation)).root)).toEqual(meaningOf(value));
    }),
  );
});

test('ranges hold exactly what they name, and comments are all found', () => {
  const check = (node: JsonNode, text: string): void => {
    const written = text.slice(node.range.start, node.range.end);
    if (node.kind === 'object') {
      expect(written).toMatch(/^\{[\s\S]*\}$/);
      for (const { key, keyRange, value, range } of node.properties) {
        expect(JSON.parse(text.slice(keyRange.start, keyRange.end))).toBe(key);
        expect([range.start, range.end]).toEqual([keyRange.start, value.range.end]);
        check(value, text);
      }
    } else if (node.kind === 'array') {
      expect(written).toMatch(/^\[[\s\S]*\]$/);
      for (const item of node.items) check(item, text);
    } else expect(JSON.parse(written)).toBe(node.kind === 'null' ? null : node.value);
  };
  fc.assert(
    fc.property(jsonText, (text) => {
      const { root, comments } = parsed(text);
      check(root, text);
      for (const { start, end } of comments) expect(text.slice(start, end)).toMatch(/^(?:\/\/.*|\/\*[\s\S]*\*\/)$/);
      const bare = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
      expect(meaning(parsed(bare).root)).toEqual(meaning(root));
      expect(parsed(bare).comments).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('broken text is an error with a place inside the text, never an exception', () => {
  fc.assert(
    fc.property(mutatedJson, (text) => {
      const result = parseJson(text);
      if (result.kind === 'document') return;
      expect(result.error.offset).toBeLessThanOrEqual(text.length);
      expect(result.error.line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
    }),
    { numRuns: 1000 },
  );
});

describe('what configuration would not read is refused, with its place', () => {
  test.each([
    ['nothing', '', 'empty at 1:1'],
    ['a comment only', '// x\n', 'empty at 1:1'],
    ['a colon missing', '{\r\n  "a" 1\r\n}', 'colon-expected at 2:7'],
    ['two commas', '[1,,]', 'value-expected at 1:4'],
    ['single quotes', "{'a': 1}", 'invalid-symbol at 1:2'],
    ['a second value', '{} {}', 'end-of-file-expected at 1:4'],
    ['an open comment', '{"a": /* 1}', 'unclosed-comment at 1:7'],
    ['an open string', '{"a": "b\n}', 'unclosed-string at 1:7'],
    ['an open object', '{"a": 1', 'close-brace-expected at 1:8'],
    ['XML', '<a/>', 'invalid-symbol at 1:1'],
    ['deep nesting', '['.repeat(100_000), 'too-deep at 1:100000'],
  ])('%s', (_, text, expected) => {
    const result = parseJson(text);
    if (result.kind === 'document') throw new Error('read');
    expect(`${result.error.code} at ${result.error.line}:${result.error.column}`).toBe(expected);
  });
});

test('nesting is read to a depth of 256', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(parsed(nested(256)).root.kind).toBe('array');
  expect(parseJson(nested(257))).toMatchObject({ kind: 'error', error: { code: 'too-deep', offset: 256 } });
});

describe('paths that are set twice are reported', () => {
  test.each([
    ['a key twice', '{"a": 1, "a": 2}', ['a refused']],
    ['a key twice in two casings', '{"A": {"b": 1, "B": 2}}', ['A:B refused']],
    ['two sections that merge', '{"A": {"b": 1}, "a": {"c": 2}}', ['a merged']],
    ['a path beside a section', '{"A": {"B": {"c": 1}}, "a:b": {"d": 1}}', ['a:b merged']],
    ['a path that sets the same value', '{"A": {"B": 1}, "A:B": 2}', ['A:B refused']],
    ['an index beside a list', '{"A": ["x"], "A:0": "y"}', ['A:0 refused']],
    ['none', '{"A": {"b": 1}, "B": {"b": 1}, "A:C": 1}', []],
  ])('%s', (_, text, expected) => {
    expect(parsed(text).duplicates.map(({ path, effect }) => `${path} ${effect}`)).toEqual(expected);
  });
});

test('a property is found by its key, in any casing when asked', () => {
  const { root } = parsed('{"__proto__": 1, "MaskinPorten": 2, "straße": 3}');
  if (root.kind !== 'object') throw new Error(root.kind);
  expect(propertyOf(root, '__proto__')?.value).toMatchObject({ value: 1 });
  expect(propertyOf(root, 'maskinporten')).toBeNull();
  expect(propertyOf(root, 'maskinporten', { ignoreCase: true })?.key).toBe('MaskinPorten');
  expect(propertyOf(root, 'STRASSE', { ignoreCase: true })).toBeNull();
  expect(propertyOf(root, 'toString')).toBeNull();
});

test.each([
  ['many items', `[${'1,'.repeat(400_000)}]`],
  ['long keys, nested', `${'{"aaaaaaaaaaaaaaaaaaaaaaaa":'.repeat(250)}[${'1,'.repeat(100_000)}]${'}'.repeat(250)}`],
  ['a comment without end', `{"a":/*${'*'.repeat(500_000)}`],
  ['no sense at all', ',:'.repeat(300_000)],
])('answers, and does not hang, for %s', (_, text) => {
  expect(['document', 'error']).toContain(parseJson(text).kind);
});
