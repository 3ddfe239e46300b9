import { beforeAll, describe, expect, test } from 'vitest';
import { chainAround } from '../../../src/syntax/csharp/chain.ts';
import { readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { descendantsOfKind, type SyntaxNode, textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { parsed } from './sources.ts';

beforeAll(loadCSharp);

/** The chain around the call of a name: its start and its links. */
function chainOf(source: string, name: string): unknown {
  const { text, views } = parsed(`${source};`);
  const root = views[0]?.root;
  const calls: SyntaxNode[] = root ? [...descendantsOfKind(root, 'invocation_expression')] : [];
  const call = calls.find((node) => readInvocation(node, text)?.name === name);
  const chain = call ? chainAround(call, text) : null;
  if (chain === null) return null;
  return {
    start: chain.start && textOf(chain.start, text),
    links: chain.links.map((link) => link.name),
    whole: textOf(chain.node, text),
  };
}

describe('a chain is the same from each of its links', () => {
  test.each(['A', 'B', 'C'])('%s', (name) => {
    const source = 'services.A<T>("x")\n  // why\n  .B(b => b.Inner())\n  .C()';
    expect(chainOf(source, name)).toEqual({ start: 'services', links: ['A', 'B', 'C'], whole: source });
  });
});

test.each([
  ['A()', 'A', { start: null, links: ['A'] }],
  ['A().B()', 'A', { start: null, links: ['A', 'B'] }],
  ['x.A()', 'A', { start: 'x', links: ['A'] }],
  ['x?.A().B()', 'B', { start: 'x', links: ['A', 'B'] }],
  ['x?.A()?.B()', 'A', { start: 'x', links: ['A', 'B'] }],
  ['builder.Services.A().B()', 'A', { start: 'builder.Services', links: ['A', 'B'] }],
  ['new X().A().B()', 'B', { start: 'new X()', links: ['A', 'B'] }],
  ['x.A(y.Inner().Deeper())', 'Inner', { start: 'y', links: ['Inner', 'Deeper'] }],
  ['x.A(y.Inner())', 'A', { start: 'x', links: ['A'] }],
  ['handlers[0]().B()', 'B', { start: 'handlers[0]()', links: ['B'] }],
])('%s from %s', (source, name, expected) => {
  expect(chainOf(source, name)).toMatchObject(expected);
});

test.each([
  ['a property between two calls', 'x.A().Services.B()', { start: 'x.A().Services', links: ['B'] }],
  ['an await', '(await x.A()).B()', { start: '(await x.A())', links: ['B'] }],
  ['an exclamation mark', 'x.A()!.B()', { start: 'x.A()!', links: ['B'] }],
])('%s ends one chain and starts another', (_what, source, second) => {
  expect(chainOf(source, 'A')).toMatchObject({ start: 'x', links: ['A'], whole: 'x.A()' });
  expect(chainOf(source, 'B')).toMatchObject(second);
});

test('10,000 links', () => {
  const source = `x${'.A()'.repeat(10_000)}`;
  const { text, views } = parsed(`${source};`);
  const [call] = views[0] ? descendantsOfKind(views[0].root, 'invocation_expression') : [];
  const chain = call ? chainAround(call, text) : null;
  expect(chain?.links).toHaveLength(10_000);
  expect(chain?.node).toMatchObject({ start: 0, end: source.length });
});
