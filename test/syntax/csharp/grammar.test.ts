import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = new URL('../../../src/syntax/csharp/', import.meta.url);
const nodeTypes = new URL('../../../node_modules/tree-sitter-c-sharp/src/node-types.json', import.meta.url);

interface NodeType {
  readonly type: string;
}

const snakeCase = /'([a-z]+(?:_[a-z]+)+)'/g;
const comparison = /\bkind [!=]== '(\w+)'/g;
/** Where a union of our own says what its kinds are called. */
const ownKind = /\bkind: ((?:'[\w-]+'(?:\s*\|\s*)?)+)/g;

function found(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

test('every kind of node that is asked for exists in the grammar', () => {
  const grammar: readonly NodeType[] = JSON.parse(readFileSync(nodeTypes, 'utf8'));
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const code = files.map((name) => readFileSync(new URL(name, sources), 'utf8')).join('\n');
  const own = found(ownKind, code).flatMap((kinds) => found(/'([\w-]+)'/g, kinds));
  const known = new Set([...grammar.map(({ type }) => type), ...own, 'ERROR']);
  const used = new Set([...found(snakeCase, code), ...found(comparison, code)]);
  expect(used.size).toBeGreaterThan(50);
  expect([...used].filter((kind) => !known.has(kind))).toEqual([]);
});
