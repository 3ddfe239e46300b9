import { beforeAll, describe, expect, test } from 'vitest';
import { applyTidily } from '../../../../src/files/blank-lines.ts';
import { descendantsOfKind, textOf } from '../../../../src/syntax/csharp/node.ts';
import { replace } from '../../../../src/syntax/csharp/operations/replacement.ts';
import { rewriteTogether } from '../../../../src/syntax/csharp/operations/rewrite-together.ts';
import { parametersUnusedWithout } from '../../../../src/syntax/csharp/operations/unused-parameters.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from '../sources.ts';

beforeAll(loadCSharp);

/** The class when `Use(…)` takes nothing any more, without what only that needed. */
function unused(text: string): string {
  const file = parsed(text);
  const type = firstOfKind(file, 'class_declaration');
  const gone = [...descendantsOfKind(type, 'argument_list')]
    .filter(({ parent }) => parent !== null && textOf(parent, text).startsWith('Use('))
    .map(({ start, end }) => ({ start: start + 1, end: end - 1 }));
  const { statements, parameters } = parametersUnusedWithout(type, file, gone, ['GetSecretAsync']);
  const rewrites = [
    ...[...gone, ...parameters].map((range) => replace(file, range, '')),
    ...statements.map((statement) => ({ kind: 'remove-statement', statement, keeps: [], once: [] }) as const),
  ];
  const judge = { isAbout: () => false, namesIt: () => false };
  const edits = rewriteTogether(file, rewrites, judge).flatMap((one) => (one.kind === 'edits' ? one.edits : []));
  return applyTidily(text, edits);
}

describe('what only went there goes', () => {
  test.each([
    ['a parameter of the class', 'class C(A a, B b) { void F() => Use(b); }', 'class C(A a) { void F() => Use(); }'],
    [
      'a field and the parameter that filled it',
      'class C\n{\n    readonly B _b;\n    readonly A _a;\n\n    public C(A a, B b)\n    {\n        _a = a;\n        _b = b.Value ?? throw new E();\n    }\n\n    void F() => Use(_b.C);\n}\n',
      'class C\n{\n    readonly A _a;\n\n    public C(A a)\n    {\n        _a = a;\n    }\n\n    void F() => Use();\n}\n',
    ],
    [
      'a check',
      'class C\n{\n    readonly B _b;\n\n    public C(B b)\n    {\n        ArgumentNullException.ThrowIfNull(b);\n        this._b = b;\n        G();\n    }\n\n    void F() => Use(_b);\n}\n',
      'class C\n{\n    public C()\n    {\n        G();\n    }\n\n    void F() => Use();\n}\n',
    ],
    [
      'what a local was made of',
      'class C(B b)\n{\n    async Task F()\n    {\n        var c = b.Value;\n        var d = await b.GetSecretAsync("x").ConfigureAwait(false);\n        Use(c, d);\n    }\n}\n',
      'class C()\n{\n    async Task F()\n    {\n        Use();\n    }\n}\n',
    ],
    [
      'a field of a primary constructor',
      'class C(A a, B b)\n{\n    readonly B _b = b.Value;\n    A X => a;\n\n    void F() => Use(_b);\n}\n',
      'class C(A a)\n{\n    A X => a;\n\n    void F() => Use();\n}\n',
    ],
    [
      'what documents it',
      '/// <summary>C</summary>\n/// <param name="a">A</param>\n/// <param name="b">B</param>\nclass C(A a, B b) { A X => a; void F() => Use(b); }',
      '/// <summary>C</summary>\n/// <param name="a">A</param>\nclass C(A a) { A X => a; void F() => Use(); }',
    ],
  ])('%s', (_, before, after) => {
    expect(unused(before)).toBe(after);
  });
});

describe('what may be wanted stays', () => {
  test.each([
    [
      'what is used elsewhere',
      'class C(B b) { void F() => Use(b); void G() => H(b); }',
      'class C(B b) { void F() => Use(); void G() => H(b); }',
    ],
    ['what was never used', 'class C(A a, B b) { void F() => Use(b); }', 'class C(A a) { void F() => Use(); }'],
    [
      'what its base takes',
      'class C(B b) : D(b) { void F() => Use(b); }',
      'class C(B b) : D(b) { void F() => Use(); }',
    ],
    [
      'a field that others see',
      'class C(B b) { internal B _b = b; void F() => Use(_b); }',
      'class C(B b) { internal B _b = b; void F() => Use(); }',
    ],
    [
      'a field that is set again',
      'class C { B _b; C(B b) { _b = b; } void F() { _b = G(); Use(_b); } }',
      'class C { B _b; C(B b) { _b = b; } void F() { _b = G(); Use(); } }',
    ],
    [
      'a parameter of one of two constructors',
      'class C { B _b; C() { } C(B b) { _b = b; G(); } void F() => Use(_b); }',
      'class C { C() { } C(B b) { G(); } void F() => Use(); }',
    ],
    [
      'a part of a class',
      'partial class C { B _b; C(B b) { _b = b; } void F() => Use(_b); }',
      'partial class C { B _b; C(B b) { _b = b; } void F() => Use(); }',
    ],
  ])('%s', (_, before, after) => {
    expect(unused(before)).toBe(after);
  });
});
