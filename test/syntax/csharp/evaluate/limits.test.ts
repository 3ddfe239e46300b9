import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { evaluateUse } from '../sources.ts';

beforeAll(loadCSharp);

const tooDeep = { kind: 'unknown', reason: { code: 'too-deep' } };

describe('what goes round in circles', () => {
  test.each([
    ['a constant of itself', 'class A { const string P = P; void M() { Use(P); } }'],
    [
      'two constants of each other',
      'class A { const string P = Q + "x"; const string Q = $"{P}"; void M() { Use(P); } }',
    ],
    ['properties of each other', 'class A { string P => Q; string Q => P; void M() { Use(P); } }'],
    ['a local of itself', 'var p = p + "x"; Use(p);'],
  ])('%s', (_what, program) => {
    expect(evaluateUse(program)).toEqual(tooDeep);
  });

  test('constants of each other in two files', () => {
    const others = { 'B.cs': 'static class B { public const string P = A.P; }' };
    expect(evaluateUse('Use(A.P); static class A { public const string P = B.P; }', others)).toEqual(tooDeep);
  });

  test('base classes of each other', () => {
    const evaluation = evaluateUse('class A : B { void M() { Use(P); } } class B : A { }');
    expect(evaluation).toEqual({ kind: 'unknown', reason: { code: 'undeclared', name: 'P' } });
  });

  test('methods that call each other', () => {
    const evaluation = evaluateUse('void F(string p) { G(p); } void G(string q) { F(q); Use(q); }');
    expect(evaluation).toEqual({ kind: 'unknown', reason: { code: 'parameter', name: 'q' } });
  });
});

describe('what is large', () => {
  const times = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, i) => make(i));

  test('a sum of 10,000 literals', () => {
    const evaluation = evaluateUse(`Use(${times(10_000, () => '"x"').join(' + ')});`);
    expect(evaluation).toEqual({ kind: 'known', value: 'x'.repeat(10_000), via: [] });
  });

  test('a sum of 3,000 uses of one constant', () => {
    const program = `const string p = "x"; Use(${times(3_000, () => 'p').join(' + ')});`;
    expect(evaluateUse(program)).toMatchObject({ kind: 'known', value: 'x'.repeat(3_000), via: [{ start: 0 }] });
  });

  test('60 constants, each of the one before', () => {
    const constants = times(60, (i) => `const string p${i} = ${i === 0 ? '"x"' : `p${i - 1} + "x"`};`);
    expect(evaluateUse(`${constants.join(' ')} Use(p59);`)).toMatchObject({ kind: 'known', value: 'x'.repeat(60) });
  });

  test('10,000 constants, each of the one before', () => {
    const constants = times(10_000, (i) => `const string p${i} = ${i === 0 ? '"x"' : `p${i - 1}`};`);
    expect(evaluateUse(`${constants.join(' ')} Use(p9999);`)).toEqual(tooDeep);
  });

  test('constants that double the one before', () => {
    const constants = times(60, (i) => `const string p${i} = ${i === 0 ? '"xx"' : `p${i - 1} + p${i - 1}`};`);
    expect(evaluateUse(`${constants.join(' ')} Use(p59);`)).toEqual(tooDeep);
  });

  test('10,000 parentheses', () => {
    const program = `Use(${'('.repeat(10_000)}"x"${')'.repeat(10_000)});`;
    expect(evaluateUse(program)).toEqual({ kind: 'known', value: 'x', via: [] });
  });

  test('10,000 sums inside each other', () => {
    const program = `Use(${'("a" + '.repeat(10_000)}"x"${')'.repeat(10_000)});`;
    expect(evaluateUse(program)).toEqual(tooDeep);
  });

  test('1,000 alternatives inside each other', () => {
    const program = `Use(${'a ? "x" : '.repeat(1_000)}"x");`;
    expect(evaluateUse(program)).toMatchObject({ kind: 'unknown', reason: { code: 'conditional' } });
  });
});

test('what the parser could not follow is not guessed at', () => {
  const evaluation = evaluateUse('Use("a" "b");');
  expect(evaluation).toMatchObject({ kind: 'unknown', reason: { code: 'not-understood' } });
});
