import { beforeAll, expect, test } from 'vitest';
import { isBrokenAround } from '../../../src/syntax/csharp/file.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from './sources.ts';

beforeAll(loadCSharp);

test.each([
  'F(a.B<(int First, int Second), C>(d));',
  'F(c: a.B<(int First, int Second), C>(d).E(), g);',
  'F(1, g && a.B</* why */(int First, int Second[]),\n#nullable enable\nC.D?>(d));',
  'F(x => a.B<(int First, int Second), C>(d));',
  'var x = (a.B<(int First, int Second), C>(d), g);',
  'var x = new[] { a.B<(int First, int Second), C>(d), g };',
  'var x = a.B<C>(d)[0];',
])('type arguments that the grammar takes for comparisons were not understood: %s', (statement) => {
  const file = parsed(`class A { void M() { ${statement} F(); } void N() { F(); } }`);
  const [inside, beside] = ['local_declaration_statement', 'expression_statement'].map((kind) => {
    return statement.startsWith('var') || kind !== 'local_declaration_statement' ? firstOfKind(file, kind) : null;
  });
  for (const node of [inside, beside]) if (node) expect(isBrokenAround(node)).toBe(true);
});

test.each([
  'F(a < 1, b > (c));',
  'F(a < b && c, d > (e));',
  'F(a < b, c > d);',
  'F(a > (b), c < d);',
  'F(a < "b", c > (d));',
])('comparisons are comparisons: %s', (statement) => {
  expect(parsed(statement).views.map(({ root }) => root.broken)).toEqual([false]);
});
