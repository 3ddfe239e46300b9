import { beforeAll, describe, expect, test } from 'vitest';
import { isBrokenAround } from '../../../src/syntax/csharp/file.ts';
import { readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { descendants, descendantsOfKind, textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from './sources.ts';

beforeAll(loadCSharp);

/** The type arguments of `Get`, and what it is called on and with. */
function getIn(statement: string): unknown {
  const { views, text } = parsed(`class A\n{\n    void M() { ${statement} }\n}\n`);
  const calls = views.flatMap(({ root }) => [...descendantsOfKind(root, 'invocation_expression')]);
  const get = calls.map((node) => readInvocation(node, text)).find((call) => call?.name === 'Get');
  if (!get || views.some(({ root }) => root.broken)) return null;
  const texts = [...get.typeArguments, ...get.arguments].map((part) => textOf(part, text));
  return [get.receiver && textOf(get.receiver, text), ...texts];
}

describe('a generic call that the grammar takes for comparisons', () => {
  test.each([
    ['var a = "x" + b.Get<C>(d);', ['b', 'C', 'd']],
    ['var a = (T)b.Get<C>(d);', ['b', 'C', 'd']],
    ['var a = (T)b.Get<C, D>(d);', ['b', 'C', 'D', 'd']],
    ['var a = b.Get<C>(d)[0];', ['b', 'C', 'd']],
    ['var a = 1 - b.Get<List<C>>(d).E<F>(g);', ['b', 'List<C>', 'd']],
    ['F(a < b.Get<C>(d));', ['b', 'C', 'd']],
    ['F(a.Get<(int First, int Second), C>(d));', ['a', '(int First, int Second)', 'C', 'd']],
    ['F(c: a.Get<(int First, int Second), C>(d, 1).E(), g);', ['a', '(int First, int Second)', 'C', 'd', '1']],
    ['F(1, g - a.Get</* why */int[,],\n#nullable enable\nC.D?>(d));', ['a', 'int[,]', 'C.D?', 'd']],
    ['F(x => 1 + a.Get<A<B>, global::N.C>(d));', ['a', 'A<B>', 'global::N.C', 'd']],
    ['var x = (1 + a.Get<B, C>(d), g);', ['a', 'B', 'C', 'd']],
    ['F("x" + a.B<C>(1 - d.Get<E>("y" + f.G<H>(1))));', ['d', 'E', '"y" + f.G<H>(1)']],
    [
      'x = new A { ["k"] = c ?? d?[0].Get<A.B.C<(O, string)>, F<D<E>, int[,]>>("a") };',
      ['d?[0]', 'A.B.C<(O, string)>', 'F<D<E>, int[,]>', '"a"'],
    ],
    ['F("x" + Get /* why */ <C>(1));', [null, 'C', '1']],
  ])('%s', (statement, expected) => {
    expect(getIn(statement)).toEqual(expected);
  });

  test('every node of it covers what is below it, in order', () => {
    const { views } = parsed('x = "x" + a.B<C>(1 - d.Get<E, (int F, G)>("y" + f.G<H>(1)))[0];');
    for (const { root } of views) {
      for (const node of [root, ...descendants(root)]) {
        for (const [index, child] of node.children.entries()) {
          expect(child.parent).toBe(node);
          expect(child.start).toBeGreaterThanOrEqual(node.children[index - 1]?.end ?? node.start);
          expect(child.end).toBeLessThanOrEqual(node.end);
        }
      }
    }
  });

  test('more of them than anyone writes were not understood', () => {
    const statements = Array.from({ length: 150 }, () => 'F((T)a.Get<C>(d));');
    const file = parsed(statements.join('\n'));
    expect(isBrokenAround(firstOfKind(file, 'expression_statement'))).toBe(true);
  });
});

test.each([
  'F(a < 1, b > (c));',
  'F(a < b && c, d > (e));',
  'F(a > (b), c < d);',
  'F(a < "b", c > (d));',
  'F(a < b && c >= (d));',
  'F((a < b) == (c > (d)));',
])('comparisons are comparisons: %s', (statement) => {
  const file = parsed(statement);
  expect(file.views.map(({ root }) => root.broken)).toEqual([false]);
  expect([...descendantsOfKind(firstOfKind(file, 'argument_list'), 'generic_name')]).toEqual([]);
});
