import { beforeAll, describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../src/files/edits.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { withoutItems } from '../../../../src/syntax/csharp/operations/list-items.ts';
import { deletion } from '../../../../src/syntax/csharp/operations/operation.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from '../sources.ts';

beforeAll(loadCSharp);

/** The parameters of a class without those named; null when they cannot be told apart from a comment. */
function without(list: string, ...names: readonly string[]): string | null {
  const text = `class C(${list}) { }`;
  const node = firstOfKind(parsed(text), 'parameter_list');
  const going = node.children.filter((item) => names.includes(textOf(item, text).split(' ').at(-1) ?? ''));
  const ranges = withoutItems(node, going);
  return ranges && applyEdits(text, ranges.map(deletion)).slice('class C('.length, -') { }'.length);
}

describe('items go with one comma each', () => {
  test.each([
    ['A a, B b, C c', ['a'], 'B b, C c'],
    ['A a, B b, C c', ['b'], 'A a, C c'],
    ['A a, B b, C c', ['c'], 'A a, B b'],
    ['A a, B b, C c', ['a', 'b'], 'C c'],
    ['A a, B b, C c', ['b', 'c'], 'A a'],
    ['A a, B b, C c', ['a', 'c'], 'B b'],
    ['A a', ['a'], ''],
    ['A a, B b', ['a', 'b'], ''],
    ['\n    A a,\n    B b,\n    C c\n', ['a'], '\n    B b,\n    C c\n'],
    ['\n    A a,\n    B b,\n    C c\n', ['b'], '\n    A a,\n    C c\n'],
    ['\n    A a,\n    B b,\n    C c\n', ['c'], '\n    A a,\n    B b\n'],
    ['\n    A a,\n    B b\n', ['a', 'b'], ''],
    ['A a, [X(1, 2)] B b', ['b'], 'A a'],
    ['A a, // about a\n    B b', ['b'], null],
    ['A a, /* b */ B b, C c', ['c'], 'A a, /* b */ B b'],
  ])('%s without %j', (list, names, left) => {
    expect(without(list, ...names)).toBe(left);
  });
});
