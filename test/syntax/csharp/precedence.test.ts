import { beforeAll, describe, expect, test } from 'vitest';
import { readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { descendants, descendantsOfKind, type SyntaxNode, textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { parsed } from './sources.ts';

beforeAll(loadCSharp);

const operations = ['binary_expression', 'conditional_access_expression', 'conditional_expression', 'range_expression'];
const unary = ['await_expression', 'cast_expression', 'prefix_unary_expression', 'is_expression'];

/** Every operation with brackets around it. */
function grouped(node: SyntaxNode, text: string): string {
  if (node.children.length === 0) return textOf(node, text);
  const inner = node.children.map((child) => grouped(child, text)).join('');
  return [...operations, ...unary].includes(node.kind) ? `[${inner}]` : inner;
}

function groupedIn(expression: string): string {
  const { views, text } = parsed(`x=${expression};`);
  return views.map(({ root }) => grouped(root, text).slice(2, -1)).join();
}

describe('what binds how tightly', () => {
  test.each([
    ['a?.b', '[a?.b]'],
    ['a&&b?.c', '[a&&[b?.c]]'],
    ['a??b?.c', '[a??[b?.c]]'],
    ['a??b?.c??d', '[a??[[b?.c]??d]]'],
    ['a+b?[0]', '[a+[b?[0]]]'],
    ['a+b?.c+d', '[[a+[b?.c]]+d]'],
    ['a?.b+c?.d*e?.f', '[[a?.b]+[[c?.d]*[e?.f]]]'],
    ['a*b?.c+d?.e', '[[a*[b?.c]]+[d?.e]]'],
    ['a-b?.c-d?.e', '[[a-[b?.c]]-[d?.e]]'],
    ['a||b&&c?.d', '[a||[b&&[c?.d]]]'],
    ['a||b?.c&&d', '[a||[[b?.c]&&d]]'],
    ['a==b?.c', '[a==[b?.c]]'],
    ['!a?.b', '[![a?.b]]'],
    ['!a?.b()', '[![a?.b]()]'],
    ['-a?.b+c', '[[-[a?.b]]+c]'],
    ['(T)a?.b', '[(T)[a?.b]]'],
    ['a+!b?[0]', '[a+[![b?[0]]]]'],
    ['a..b?.c', '[a..[b?.c]]'],
    ['a is T&&b?.c', '[[aisT]&&[b?.c]]'],
    ['a&&b?.c?d:e', '[[a&&[b?.c]]?d:e]'],
    ['a?.b?.c', '[[a?.b]?.c]'],
    ['(a&&b)?.c', '[([a&&b])?.c]'],
    ['a&&this?.b', '[a&&[this?.b]]'],
    ['a?b:c?.d', '[a?b:[c?.d]]'],
    ['a+b', '[a+b]'],
  ])('%s', (expression, expected) => {
    expect(groupedIn(expression)).toBe(expected);
  });

  test('a call behind what awaits it', () => {
    const text = 'var t = await /* why */ client?.GetToken("a").Trim(1);';
    const [outer, inner] = [...descendantsOfKind(parsed(text).views[0]?.root as SyntaxNode, 'invocation_expression')];
    const names = [outer, inner].map((node) => (node ? readInvocation(node, text) : null));
    expect(names.map((call) => call?.receiver && textOf(call.receiver, text))).toEqual([
      'client?.GetToken("a")',
      'client',
    ]);
    expect([outer, inner].map((node) => node && textOf(node, text))).toEqual([
      'client?.GetToken("a").Trim(1)',
      'client?.GetToken("a")',
    ]);
    expect(outer?.parent?.kind).toBe('await_expression');
  });

  test('every node covers what is below it, in order', () => {
    const text = 'x = a + /* 1 */ !b // 2\n ?. /* 3 */ c(await d?[0], e ?? f?.g) ?? h?.i;';
    for (const { root } of parsed(text).views) {
      for (const node of [root, ...descendants(root)]) {
        for (const [index, child] of node.children.entries()) {
          expect(child.parent).toBe(node);
          expect(child.start).toBeGreaterThanOrEqual(node.children[index - 1]?.end ?? node.start);
          expect(child.end).toBeLessThanOrEqual(node.end);
        }
      }
    }
  });

  test.each(['!', '-', 'a+', 'a??', 'a?b:'])('thousands of `%s` before it', (operator) => {
    const [view] = parsed(`x=${operator.repeat(3_000)}b?.c();`).views;
    const [call] = view ? [...descendantsOfKind(view.root, 'conditional_access_expression')] : [];
    expect(call && call.end - call.start).toBe('b?.c'.length);
  });

  test('what cannot stand before an operator was not understood', () => {
    const { views } = parsed('var a = b switch { _ => c }?.d;');
    expect(views.map(({ root }) => root.broken)).toEqual([true]);
  });

  test('what ends by itself may stand before what binds more tightly', () => {
    const { views } = parsed('var a = b[c switch { _ => d }..^1];');
    expect(views.map(({ root }) => root.broken)).toEqual([false]);
  });
});
