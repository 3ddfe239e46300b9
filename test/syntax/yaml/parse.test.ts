import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pairOf, type YamlFile, type YamlNode } from '../../../src/syntax/yaml/document.ts';
import { parseYaml } from '../../../src/syntax/yaml/parse.ts';
import { mutatedYaml, yamlText } from './documents.ts';

function parsed(text: string): YamlFile {
  const result = parseYaml(text);
  if (result.kind === 'error') throw new Error(`${result.error.code} in ${text}`);
  return result.document;
}

function nodesIn(node: YamlNode | null): YamlNode[] {
  if (!node) return [];
  if (node.kind === 'map') return [node, ...node.pairs.flatMap(({ keyNode, value }) => [keyNode, ...nodesIn(value)])];
  return node.kind === 'sequence' ? [node, ...node.items.flatMap(({ value }) => nodesIn(value))] : [node];
}

/** Both as text, in the order written. */
function plain(node: YamlNode | null): unknown {
  switch (node?.kind) {
    case 'map':
      return node.pairs.map(({ key, value }) => [key, plain(value)]);
    case 'sequence':
      return { items: node.items.map(({ value }) => plain(value)) };
    case 'scalar':
      return node.data;
    default:
      return null;
  }
}

function byLibrary(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, one]) => [String(key), byLibrary(one)]);
  return Array.isArray(value) ? { items: value.map(byLibrary) } : value;
}

test('a document means what the library reads, and every range holds what it names', () => {
  fc.assert(
    fc.property(yamlText, (text) => {
      const { roots, comments } = parsed(text);
      const [root = null] = roots;
      expect(plain(root)).toEqual(byLibrary(parse(text, { mapAsMap: true })));
      for (const { start, end } of comments) expect(text.slice(start, end)).toMatch(/^#[^\r\n]*$/);
      for (const node of nodesIn(root)) {
        const written = text.slice(node.range.start, node.range.end);
        expect(written).toBe(written.trim());
        if (node.kind === 'scalar' && node.style === 'plain') expect(written).toBe(node.text);
        if (node.kind === 'scalar' && node.style.endsWith('quoted')) expect(parse(written)).toBe(node.text);
        if (node.kind === 'sequence' && node.style === 'block') {
          for (const { range } of node.items) expect(text[range.start]).toBe('-');
        }
        const { owner } = node;
        if (owner) expect([owner.value, owner.kind === 'pair' ? owner.keyNode : null]).toContain(node);
      }
    }),
    { numRuns: 300 },
  );
});

test('broken text is an error with a place inside the text, never an exception', () => {
  fc.assert(
    fc.property(mutatedYaml, (text) => {
      const result = parseYaml(text);
      if (result.kind === 'error') expect(result.error.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 800 },
  );
});

describe('what cannot be read is an error, with its place', () => {
  test.each([
    ['a tab as indentation', 'a:\r\n\t- b', 'tab-as-indentation at 2:1'],
    ['a key twice', 'a: 1\nb: 2\na: 3', 'duplicate-key at 3:1'],
    ['an alias of nothing', 'a: *b', 'unresolved-alias at 1:4'],
    ['an open quote', 'a: "b', 'syntax at 1:6'],
    ['a value after a value', 'a: b: c', 'syntax at 1:4'],
    ['a template alone', '{{- if .Values.x }}\na: 1\n{{- end }}', 'template at 1:1'],
    ['a template that parses', 'a:\n  b: {{ .Values.x }}', 'template at 2:6'],
    ['a template inside a value', 'a: x-{{ .Values.x }}', 'template at 1:4'],
    ['deep brackets', '['.repeat(100_000), 'too-deep at 1:513'],
    ['deep dashes', '- '.repeat(50_000), 'too-deep at 1:1024'],
    ['deep keys that end together', `${'? '.repeat(3_000)}a:\n  - b`, 'too-deep at 1:1024'],
  ])('%s', (_, text, expected) => {
    const result = parseYaml(text);
    if (result.kind === 'document') throw new Error('read');
    expect(`${result.error.code} at ${result.error.line}:${result.error.column}`).toBe(expected);
  });

  test.each([
    ['expressions of a pipeline', ['a: $', '{{ variables.x }}'].join('')],
    ['braces in quotes', 'a: "{{ x }}"'],
    ['braces in a block', 'a: |\n  {{ x }}\n'],
    ['braces in a comment', '# {{ x }}\na: 1'],
  ])('but not %s', (_, text) => {
    expect(parsed(text).roots).toHaveLength(1);
  });
});

test('aliases that multiply are refused, aliases that do not are followed', () => {
  const nine = (name: string) => `[${Array.from({ length: 9 }, () => name).join(', ')}]`;
  const bomb = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index, all) => {
    return `${name}: &${name} ${nine(index === 0 ? 'x' : `*${all[index - 1]}`)}`;
  });
  expect(parseYaml(bomb.join('\n'))).toMatchObject({ kind: 'error', error: { code: 'alias-bomb' } });
  const { roots } = parsed('a: &x {b: 1}\nc:\n  <<: *x\n  d: *x\ne: &y [*y]');
  const root = roots[0];
  if (root?.kind !== 'map') throw new Error('no map');
  const [a, c, e] = root.pairs.map(({ value }) => value);
  if (c?.kind !== 'map') throw new Error('no map');
  expect(pairOf(c, 'd')?.value).toMatchObject({ kind: 'alias', name: 'x' });
  const alias = pairOf(c, '<<')?.value;
  expect(alias?.kind === 'alias' && alias.target).toBe(a);
  const inner = e?.kind === 'sequence' ? e.items[0]?.value : null;
  expect(inner?.kind === 'alias' && inner.target).toBeNull();
});

test('a map may merge more than one other', () => {
  expect(parsed('a: &a {x: 1}\nb: &b {y: 1}\nc:\n  <<: *a\n  <<: *b\n').roots).toHaveLength(1);
});

test('nesting is read to a depth of 128', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(parsed(nested(128)).roots).toHaveLength(1);
  expect(parseYaml(nested(129))).toMatchObject({ kind: 'error', error: { code: 'too-deep' } });
});

test('a file may hold several documents, and a key a space before its colon', () => {
  const { roots } = parsed('- name : x\n---\n---\n"b": 1\n');
  expect(roots.map((root) => root?.kind ?? null)).toEqual(['sequence', null, 'map']);
  const [first] = roots;
  const item = first?.kind === 'sequence' ? first.items[0]?.value : null;
  expect(item?.kind === 'map' && pairOf(item, 'name')?.value).toMatchObject({ text: 'x', style: 'plain' });
});

test.each([
  ['many keys', Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join('\n')],
  ['many items', '- a\n'.repeat(50_000)],
  ['many anchors', `a: ${'&a '.repeat(50_000)}`],
  ['commas', `[${','.repeat(50_000)}`],
  ['documents', '---\n'.repeat(30_000)],
])('answers, and does not hang, for %s', (_, text) => {
  expect(['document', 'error']).toContain(parseYaml(text).kind);
});
