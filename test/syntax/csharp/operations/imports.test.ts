import { beforeAll, describe, expect, test } from 'vitest';
import { applyTidily } from '../../../../src/files/blank-lines.ts';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { adjustImports, type ImportedNames } from '../../../../src/syntax/csharp/operations/imports.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';

beforeAll(loadCSharp);

const legacy: readonly ImportedNames[] = [
  { namespace: 'Old.Config', names: ['OldSettings'] },
  { namespace: 'Old.Extensions', names: ['AddOld', 'OldExtensions'] },
  { namespace: 'Old.Services', names: ['OldService', 'OldDefinition'] },
];

interface Asked {
  readonly needs?: readonly string[];
  readonly available?: readonly string[];
}

/** The text with its imports adjusted; statements that call `Gone` go, and what they name with them. */
function adjusted(text: string, { needs = [], available = [] }: Asked = {}): string {
  const file = parsed(text);
  const gone = nodesOfKind(file, 'expression_statement').filter((node) => textOf(node, text).startsWith('Gone'));
  const operation = adjustImports(file, { needs, available, mayGo: legacy, gone });
  return operation.kind === 'edits' ? applyTidily(text, operation.edits) : `refused: ${operation.refusal}`;
}

const withNeeds = (text: string, ...needs: readonly string[]) => adjusted(text, { needs });

describe('a namespace that is needed', () => {
  const code = 'class C { }\n';

  test.each<[string, string]>([
    ['a using of the file', `using A.B;\n${code}`],
    ['written with spaces and global::', `using global :: A . B;\n${code}`],
    ['a global using', `global using A.B;\n${code}`],
    ['a using in the namespace of the file', `namespace N;\nusing A.B;\n${code}`],
    ['a using in the only namespace', `namespace N\n{\n    using A.B;\n    ${code}}\n`],
    ['one that its namespace completes', `namespace A.X\n{\n    using B;\n    ${code}}\n`],
    ['one outside of the namespace', `using A.B;\nnamespace N { using C; ${code}}\n`],
  ])('is there already with %s', (_, text) => {
    expect(withNeeds(text, 'A.B')).toBe(text);
  });

  test('is there already when every file of the project has it', () => {
    expect(adjusted(code, { needs: ['A.B'], available: ['A.B'] })).toBe(code);
  });

  test.each<[string, string, string]>([
    ['a static using of it', 'using static A.B;\n', 'using A.B;\nusing static A.B;\n'],
    ['an alias of it', 'using X = A.B;\n', 'using A.B;\nusing X = A.B;\n'],
    ['one around it', 'using A;\n', 'using A;\nusing A.B;\n'],
    ['one inside it', 'using A.B.C;\n', 'using A.B;\nusing A.B.C;\n'],
    ['one in another casing', 'using a.b;\n', 'using a.b;\nusing A.B;\n'],
  ])('is not there with %s', (_, before, after) => {
    expect(withNeeds(before + code, 'A.B')).toBe(after + code);
  });

  describe('stands at its sorted place', () => {
    test.each<[string, string[], string[]]>([
      ['between', ['A.A', 'A.C'], ['A.A', 'A.B', 'A.C']],
      ['first', ['B', 'C'], ['A.B', 'B', 'C']],
      ['last', ['A', 'A.A'], ['A', 'A.A', 'A.B']],
      ['after System', ['System', 'System.Text', 'C'], ['System', 'System.Text', 'A.B', 'C']],
      ['before System', ['A.A', 'C', 'System', 'System.Text'], ['A.A', 'A.B', 'C', 'System', 'System.Text']],
      ['by whole segments', ['A', 'A.A.Z', 'AA'], ['A', 'A.A.Z', 'A.B', 'AA']],
      ['in a list of one', ['C'], ['A.B', 'C']],
      ['with one twice', ['A', 'A', 'C'], ['A', 'A', 'A.B', 'C']],
    ])('%s', (_, before, after) => {
      const written = (names: readonly string[]) => names.map((name) => `using ${name};\n`).join('') + code;
      expect(withNeeds(written(before), 'A.B')).toBe(written(after));
    });

    test('whatever its casing, or by it', () => {
      const list = (...names: readonly string[]) => names.map((name) => `using ${name};\n`).join('') + code;
      expect(withNeeds(list('A.b', 'A.D', 'a.X'), 'A.C')).toBe(list('A.b', 'A.C', 'A.D', 'a.X'));
      expect(withNeeds(list('A.D', 'A.X', 'A.b'), 'A.C')).toBe(list('A.C', 'A.D', 'A.X', 'A.b'));
    });
  });

  test.each<[string, string, string]>([
    [
      'after the last of its family',
      'using Z;\nusing A.Z;\nusing B;\n',
      'using Z;\nusing A.Z;\nusing A.B;\nusing B;\n',
    ],
    ['else after the last', 'using Z;\nusing B;\nusing C;\n', 'using Z;\nusing B;\nusing C;\nusing A.B;\n'],
    [
      'before static and alias usings',
      'using Z;\nusing B;\nusing static C;\nusing D = E;\n',
      'using Z;\nusing B;\nusing A.B;\nusing static C;\nusing D = E;\n',
    ],
    [
      'before them when there are no others',
      'using static C;\nusing D = E;\n',
      'using A.B;\nusing static C;\nusing D = E;\n',
    ],
    ['after global usings', 'global using Z;\n', 'global using Z;\nusing A.B;\n'],
    ['after the head comment', '// © Etaten\nusing B;\n', '// © Etaten\nusing A.B;\nusing B;\n'],
    ['after extern aliases', 'extern alias E;\nusing B;\n', 'extern alias E;\nusing A.B;\nusing B;\n'],
    ['past a trailing comment', 'using A; // a\nusing C;\n', 'using A; // a\nusing A.B;\nusing C;\n'],
    ['on the line that usings share', 'using A; using C;\n', 'using A; using A.B; using C;\n'],
    [
      'on the line of a comment that goes on',
      'using A; /* a\n */ using C;\n',
      'using A; using A.B; /* a\n */ using C;\n',
    ],
    ['on the line that another shares', 'using Z; class D { }\n', 'using A.B;\nusing Z; class D { }\n'],
    [
      'below a comment about another',
      '// c\nusing A;\n// d\nusing D;\n',
      '// c\nusing A;\nusing A.B;\n// d\nusing D;\n',
    ],
  ])('stands %s', (_, before, after) => {
    expect(withNeeds(before + code, 'A.B')).toBe(after + code);
  });

  describe('keeps the groups that empty lines make', () => {
    test.each<[string, string, string]>([
      [
        'and joins its family',
        'using System;\n\nusing A.A;\n\nusing M;\n',
        'using System;\n\nusing A.A;\nusing A.B;\n\nusing M;\n',
      ],
      [
        'at its head',
        'using System;\n\nusing A.C;\n\nusing M;\n',
        'using System;\n\nusing A.B;\nusing A.C;\n\nusing M;\n',
      ],
      [
        'sorted in a group where the whole is not',
        'using M;\n\nusing A.A;\nusing A.C;\n',
        'using M;\n\nusing A.A;\nusing A.B;\nusing A.C;\n',
      ],
      ['at the head of such a group', 'using M;\n\nusing A.C;\n', 'using M;\n\nusing A.B;\nusing A.C;\n'],
      [
        'and joins the nearest relative',
        'using M;\n\nusing A.B.X;\n\nusing A.Z;\n',
        'using M;\n\nusing A.B;\nusing A.B.X;\n\nusing A.Z;\n',
      ],
      [
        'as a group by itself',
        'using System;\n\nusing M;\n\nusing N;\n',
        'using System;\n\nusing A.B;\n\nusing M;\n\nusing N;\n',
      ],
      ['as the first group', 'using M;\n\nusing N;\n', 'using A.B;\n\nusing M;\n\nusing N;\n'],
      ['as the last group', 'using N;\n\nusing M;\n', 'using N;\n\nusing M;\n\nusing A.B;\n'],
      [
        'beside System apart',
        'using System;\n\nusing M;\nusing N;\n',
        'using System;\n\nusing A.B;\nusing M;\nusing N;\n',
      ],
    ])('%s', (_, before, after) => {
      expect(withNeeds(before + code, 'A.B')).toBe(after + code);
    });
  });

  describe('several at one place come in order', () => {
    test.each<[string, string, string]>([
      ['sorted', 'using A.A;\nusing Z;\n', 'using A.A;\nusing A.B;\nusing A.C;\nusing M;\nusing Z;\n'],
      [
        'unsorted',
        'using Z;\nusing A.A;\nusing Q;\n',
        'using Z;\nusing A.A;\nusing A.B;\nusing A.C;\nusing Q;\nusing M;\n',
      ],
      ['before the first', 'using Z;\n', 'using A.B;\nusing A.C;\nusing M;\nusing Z;\n'],
      ['alone', '', 'using A.B;\nusing A.C;\nusing M;\n\n'],
      ['before static ones', 'using static Z.Z;\n', 'using A.B;\nusing A.C;\nusing M;\nusing static Z.Z;\n'],
      ['on one line', 'using A.A; using Z;\n', 'using A.A; using A.B; using A.C; using M; using Z;\n'],
      [
        'in groups',
        'using System;\n\nusing K;\n\nusing N;\n',
        'using System;\n\nusing A.B;\nusing A.C;\n\nusing K;\n\nusing M;\n\nusing N;\n',
      ],
      [
        'before the first group',
        'using X;\n\nusing Y;\n',
        'using A.B;\nusing A.C;\n\nusing M;\n\nusing X;\n\nusing Y;\n',
      ],
      [
        'joining the group below and the group above',
        'using A.A;\n\nusing M.M;\n',
        'using A.A;\nusing A.B;\nusing A.C;\n\nusing M;\nusing M.M;\n',
      ],
    ])('%s', (_, before, after) => {
      expect(withNeeds(before + code, 'M', 'A.C', 'A.B', 'A.C')).toBe(after + code);
    });
  });

  describe('in a file without usings stands at its head', () => {
    test.each<[string, string, string]>([
      ['before a namespace', 'namespace N;\n', 'using A.B;\n\nnamespace N;\n'],
      ['before statements', 'var x = 1;\n', 'using A.B;\n\nvar x = 1;\n'],
      ['before an attribute', '[assembly: X]\n', 'using A.B;\n\n[assembly: X]\n'],
      [
        'before the comment of the code',
        '/// <summary>C</summary>\nclass C { }\n',
        'using A.B;\n\n/// <summary>C</summary>\nclass C { }\n',
      ],
      [
        'before a comment on the code',
        '// Starts the app.\nvar x = 1;\n',
        'using A.B;\n\n// Starts the app.\nvar x = 1;\n',
      ],
      ['behind a licence', '// (c)\n// Etaten\n\nclass C { }\n', '// (c)\n// Etaten\n\nusing A.B;\n\nclass C { }\n'],
      [
        'behind a licence right above',
        '// Copyright Etaten\nclass C { }\n',
        '// Copyright Etaten\n\nusing A.B;\n\nclass C { }\n',
      ],
      [
        'behind a licence in one comment',
        '/*\n * License\n */\nclass C { }\n',
        '/*\n * License\n */\n\nusing A.B;\n\nclass C { }\n',
      ],
      [
        'between a licence and documentation',
        '// (c)\n\n/// <summary />\nclass C { }\n',
        '// (c)\n\nusing A.B;\n\n/// <summary />\nclass C { }\n',
      ],
      ['behind symbols', '#define X\n#undef Y\nclass C { }\n', '#define X\n#undef Y\n\nusing A.B;\n\nclass C { }\n'],
      ['behind an extern alias', 'extern alias E;\n\nclass C { }\n', 'extern alias E;\nusing A.B;\n\nclass C { }\n'],
      ['before other directives', '#nullable enable\nclass C { }\n', 'using A.B;\n\n#nullable enable\nclass C { }\n'],
      ['before a region', '#region X\nclass C { }\n#endregion\n', 'using A.B;\n\n#region X\nclass C { }\n#endregion\n'],
      ['before what is conditional', '#if X\nclass C { }\n#endif\n', 'using A.B;\n\n#if X\nclass C { }\n#endif\n'],
      ['that begins with an empty line', '\nclass C { }\n', 'using A.B;\n\nclass C { }\n'],
      ['that begins with two empty lines', '\n\nclass C { }\n', '\nusing A.B;\n\nclass C { }\n'],
      ['that is empty', '', 'using A.B;\n'],
      ['that is one line', 'class C { }', 'using A.B;\n\nclass C { }'],
      ['that is one comment', '// (c)', '// (c)\n\nusing A.B;'],
    ])('%s', (_, before, after) => {
      expect(withNeeds(before, 'A.B')).toBe(after);
    });
  });

  describe('stands in the namespace where the usings of the file are', () => {
    test.each<[string, string, string]>([
      [
        'file-scoped',
        'namespace N;\n\nusing C;\n\nclass D { }\n',
        'namespace N;\n\nusing A.B;\nusing C;\n\nclass D { }\n',
      ],
      [
        'with braces',
        'namespace N\n{\n    using A;\n    using C;\n\n    class D { }\n}\n',
        'namespace N\n{\n    using A;\n    using A.B;\n    using C;\n\n    class D { }\n}\n',
      ],
      ['at its head', 'namespace N\n{\n\tusing C;\n}\n', 'namespace N\n{\n\tusing A.B;\n\tusing C;\n}\n'],
      ['on its line', 'namespace N { using C; class D { } }\n', 'namespace N { using A.B; using C; class D { } }\n'],
      ['with only static ones', 'namespace N;\nusing static C.D;\n', 'namespace N;\nusing A.B;\nusing static C.D;\n'],
      [
        'with global ones outside',
        'global using G;\nnamespace N;\nusing C;\n',
        'global using G;\nnamespace N;\nusing A.B;\nusing C;\n',
      ],
      ['past its own name', 'namespace N.A;\nusing C;\n', 'namespace N.A;\nusing global::A.B;\nusing C;\n'],
      [
        'as its relatives are written',
        'namespace N;\nusing global::A.A;\n',
        'namespace N;\nusing global::A.A;\nusing global::A.B;\n',
      ],
    ])('%s', (_, before, after) => {
      expect(withNeeds(before, 'A.B')).toBe(after);
    });

    test.each<[string, string, string]>([
      [
        'some stand outside',
        'using A.A;\nnamespace N;\nusing C;\n',
        'using A.A;\nusing A.B;\nnamespace N;\nusing C;\n',
      ],
      [
        'there are several',
        'namespace N { using A.B; class D { } }\nnamespace M { class E { } }\n',
        'using A.B;\n\nnamespace N { using A.B; class D { } }\nnamespace M { class E { } }\n',
      ],
      [
        'code stands beside it',
        'namespace N { using C; }\nclass E { }\n',
        'using A.B;\n\nnamespace N { using C; }\nclass E { }\n',
      ],
    ])('but not when %s', (_, before, after) => {
      expect(withNeeds(before, 'A.B')).toBe(after);
    });
  });

  describe('never stands where a symbol decides', () => {
    test.each<[string, string, string]>([
      ['after them', '#if X\nusing A.A;\n#endif\nusing C;\n', '#if X\nusing A.A;\n#endif\nusing A.B;\nusing C;\n'],
      ['before them', 'using A.A;\n#if X\nusing A.C;\n#endif\n', 'using A.A;\nusing A.B;\n#if X\nusing A.C;\n#endif\n'],
      [
        'between them',
        'using A.A;\n#if X\nusing A.B;\n#endif\nusing C;\n',
        'using A.A;\nusing A.B;\n#if X\nusing A.B;\n#endif\nusing C;\n',
      ],
      ['above all', '#if X\nusing A.A;\n#endif\n', 'using A.B;\n\n#if X\nusing A.A;\n#endif\n'],
    ])('%s', (_, before, after) => {
      expect(withNeeds(before + code, 'A.B')).toBe(after + code);
    });

    test('or nowhere', () => {
      expect(withNeeds('#if X\n#define Y\n#endif\nclass C { }\n', 'A.B')).toBe('refused: conditional-compilation');
    });
  });

  describe('in a file that was not understood', () => {
    test.each<[string, string]>([
      ['among the usings', 'using A\nusing C;\nclass D { }\n'],
      ['from the start', 'class {\n'],
    ])('is not added: %s', (_, text) => {
      expect(withNeeds(text, 'A.B')).toMatch(/^refused: syntax-error/);
    });

    test('is added above what was not', () => {
      const broken = 'class C { void M() { F(; } }\n';
      expect(withNeeds(`using A.A;\n${broken}`, 'A.B')).toBe(`using A.A;\nusing A.B;\n${broken}`);
    });

    test('is there all the same', () => {
      expect(withNeeds('using A.B;\nclass {\n', 'A.B')).toBe('using A.B;\nclass {\n');
    });
  });

  test.each<[string, string, string]>([
    ['CRLF', 'using A.A;\r\nusing C;\r\n', 'using A.A;\r\nusing A.B;\r\nusing C;\r\n'],
    ['CR', 'using A.A;\rusing C;\r', 'using A.A;\rusing A.B;\rusing C;\r'],
    ['those around it', 'using A.A;\nusing A.C;\r\nusing Z;\r\n', 'using A.A;\nusing A.B;\nusing A.C;\r\nusing Z;\r\n'],
    ['none at the end', 'using A.A;', 'using A.A;\nusing A.B;'],
    ['CRLF, and none at the end', 'using A;\r\nusing A.A;', 'using A;\r\nusing A.A;\r\nusing A.B;'],
    ['CRLF between groups', 'using K;\r\n\r\nusing M;\r\n', 'using A.B;\r\n\r\nusing K;\r\n\r\nusing M;\r\n'],
    ['CRLF without usings', 'class C { }\r\n', 'using A.B;\r\n\r\nclass C { }\r\n'],
  ])('comes with the line ends of the file: %s', (_, before, after) => {
    expect(withNeeds(before, 'A.B')).toBe(after);
  });

  test('keeps the indentation of its neighbours', () => {
    expect(withNeeds('  using A.A;\n  using C;\n', 'A.B')).toBe('  using A.A;\n  using A.B;\n  using C;\n');
  });
});

describe('a using that may go', () => {
  const goes = (before: string, after: string) => expect(adjusted(before)).toBe(after);
  const stays = (text: string) => expect(adjusted(text)).toBe(text);

  test.each<[string, string, string]>([
    ['goes with its line', 'using A;\nusing Old.Config;\nusing Z;\n', 'using A;\nusing Z;\n'],
    ['goes with the comment on its line', 'using Old.Config; // settings\nusing Z;\n', 'using Z;\n'],
    ['leaves the comment above it', '// (c)\nusing Old.Config;\nusing Z;\n', '// (c)\nusing Z;\n'],
    [
      'goes with its group',
      'using A;\n\nusing Old.Config;\nusing Old.Services;\n\nusing Z;\n',
      'using A;\n\nusing Z;\n',
    ],
    ['goes from the head', 'using Old.Config;\n\nclass C { }\n', 'class C { }\n'],
    ['goes from the end', 'using A;\nusing Old.Config;', 'using A;\n'],
    ['goes from a line that it shares', 'using A; using Old.Config; using Z;\n', 'using A; using Z;\n'],
    ['goes with its neighbour on the line', 'using A;\nusing Old.Config; using Old.Services; // x\n', 'using A;\n'],
    ['goes before a comment that goes on', 'using Old.Config; /* a\n */ using Z;\n', '/* a\n */ using Z;\n'],
    ['goes as often as it stands', 'using Old.Config;\nusing A;\nusing Old.Config;\n', 'using A;\n'],
    ['goes when written in full', 'using global::Old . Config;\nusing A;\n', 'using A;\n'],
    [
      'goes from a namespace',
      'namespace N\n{\n    using Old.Config;\n\n    class C { }\n}\n',
      'namespace N\n{\n    class C { }\n}\n',
    ],
    [
      'goes where its namespace completes it',
      'namespace Old.App { using Config; class C { } }\n',
      'namespace Old.App { class C { } }\n',
    ],
    ['goes with CRLF', 'using A;\r\nusing Old.Config;\r\nusing Z;\r\n', 'using A;\r\nusing Z;\r\n'],
    [
      'goes when its names stand in comments and strings',
      'using Old.Config;\n// OldSettings\nvar x = "OldSettings";\n',
      '// OldSettings\nvar x = "OldSettings";\n',
    ],
    [
      'goes when its names stand in other usings',
      'using Old.Config;\nusing X = Z.OldSettings;\nvar x = new X();\n',
      'using X = Z.OldSettings;\nvar x = new X();\n',
    ],
    [
      'goes when all that named it goes',
      'using Old.Config;\nGone(new OldSettings());\nF();\n',
      'Gone(new OldSettings());\nF();\n',
    ],
  ])('%s', (_, before, after) => {
    goes(before, after);
  });

  test.each<[string, string]>([
    ['a type', 'using Old.Config;\nOldSettings x = null;\n'],
    ['an extension method', 'using Old.Extensions;\nservices.AddOld<int>();\n'],
    ['an attribute, a base or a constraint', 'using Old.Services;\nclass C<T> where T : OldService { }\n'],
    ['a nameof', 'using Old.Config;\nvar x = nameof(OldSettings);\n'],
    ['an interpolation', 'using Old.Config;\nvar x = $"{nameof(OldSettings.A)}";\n'],
    ['a qualified name', 'using Old.Config;\nConfig.OldSettings x = null;\n'],
    ['an escaped name', 'using Old.Config;\n@OldSettings x = null;\n'],
    ['a name of the app’s own, for all we know', 'using Old.Config;\nclass OldSettings { }\n'],
    ['a type argument', 'using Old.Config;\nF<List<OldSettings>>();\n'],
    ['one of several uses that stays', 'using Old.Config;\nGone(new OldSettings());\nF(new OldSettings());\n'],
    ['a branch that is not compiled', 'using Old.Config;\n#if X\nF(new OldSettings());\n#endif\n'],
    ['a branch that no view shows', `using Old.Config;\n#if A && !B && C && !D\nF(new OldSettings());\n#endif\n`],
    ['an alias in the namespace', 'using Old.Config;\nnamespace N { using S = OldSettings; class C { S s; } }\n'],
    ['an alias after the namespace', 'using Old.Config;\nnamespace N;\nusing S = OldSettings;\nclass C { S s; }\n'],
  ])('stays with %s', (_, text) => {
    stays(text);
  });

  test.each<[string, string]>([
    ['a global using', 'global using Old.Config;\n'],
    ['a static using', 'using static Old.Config.OldSettings;\n'],
    ['what a symbol decides', '#if X\nusing Old.Config;\n#endif\n'],
    ['a file that was not understood', 'using Old.Config;\nclass {\n'],
    ['a namespace around it', 'using Old;\n'],
    ['a namespace in it', 'using Old.Config.More;\n'],
    ['a using statement', 'using (Old.Config) { }\n'],
  ])('is not %s', (_, text) => {
    stays(text);
  });

  test.each<[string, string, string]>([
    ['of a type', 'using X = Old.Config.OldSettings;\nusing A;\n', 'using A;\n'],
    ['of a generic type', 'using X = Old.Config.OldSettings<int>;\nusing A;\n', 'using A;\n'],
    ['of the namespace', 'using X = Old.Config;\nusing A;\n', 'using A;\n'],
    ['that only went before', 'using X = Old.Config.OldSettings;\nGone(new X());\n', 'Gone(new X());\n'],
    [
      'of a namespace around, used by what goes',
      'using X = Old;\nGone(new X.Config.OldSettings());\n',
      'Gone(new X.Config.OldSettings());\n',
    ],
    [
      'and with it the using that it leant on',
      'using Old.Config;\nnamespace N\n{\n    using S = OldSettings;\n    using T = Old.Config.OldSettings;\n    class C { S s; }\n}\n',
      'using Old.Config;\nnamespace N\n{\n    using S = OldSettings;\n    class C { S s; }\n}\n',
    ],
  ])('is an alias %s', (_, before, after) => {
    goes(before, after);
  });

  test.each<[string, string]>([
    ['that is used', 'using X = Old.Config.OldSettings;\nX x = null;\n'],
    ['that is used as a qualifier', 'using X = Old.Config;\nX.OldSettings x = null;\n'],
    ['that another alias uses', 'using X = Old.Config;\nnamespace N { using Y = X.OldSettings; class C { Y y; } }\n'],
    ['of something else', 'using X = Other.OldSettings;\n'],
    ['of a name that the namespace has not', 'using X = Old.Config.Other;\n'],
    ['of a namespace around that nothing went of', 'using X = Old;\n'],
    ['for the whole project', 'global using X = Old.Config.OldSettings;\n'],
  ])('is not an alias %s', (_, text) => {
    stays(text);
  });
});

describe('what comes stands in the place of what goes', () => {
  const moved = (text: string, ...needs: readonly string[]) => adjusted(text, { needs });

  test.each<[string, string, string]>([
    ['sorted', 'using A;\nusing Old.Config;\nusing Z;\n', 'using A;\nusing Old.New;\nusing Z;\n'],
    ['unsorted', 'using Z;\nusing Old.Config; // x\nusing A;\n', 'using Z;\nusing Old.New;\nusing A;\n'],
    [
      'as the only group',
      'using Old.Config;\nusing Old.Extensions;\n\nclass C { }\n',
      'using Old.New;\n\nclass C { }\n',
    ],
    [
      'as a group',
      'using A;\n\nusing Old.Config;\nusing Old.Services;\n\nusing Z;\n',
      'using A;\n\nusing Old.New;\n\nusing Z;\n',
    ],
    ['on a shared line', 'using A; using Old.Config; using Z;\n', 'using A; using Old.New; using Z;\n'],
    ['before the first', 'using Old.Services;\nusing Z;\n', 'using Old.New;\nusing Z;\n'],
    [
      'indented',
      'namespace N\n{\n    using Old.Config;\n    class C { }\n}\n',
      'namespace N\n{\n    using Old.New;\n    class C { }\n}\n',
    ],
    ['with CRLF', 'using Old.Config;\r\nusing Old.Services;\r\n', 'using Old.New;\r\n'],
    ['at the end', 'using A;\nusing Old.Config;', 'using A;\nusing Old.New;'],
  ])('%s', (_, before, after) => {
    expect(moved(before, 'Old.New')).toBe(after);
  });

  test.each<[string, string, string]>([
    ['on both sides of it', 'using Old.Config;\n', 'using A;\nusing Old.New;\n'],
    [
      'each in its group',
      'using A.A;\n\nusing Old.Config;\n\nusing Z;\n',
      'using A;\nusing A.A;\n\nusing Old.New;\n\nusing Z;\n',
    ],
    ['as groups', 'using Old.Config;\n\nusing Z;\n', 'using A;\n\nusing Old.New;\n\nusing Z;\n'],
  ])('%s', (_, before, after) => {
    expect(moved(before, 'Old.New', 'A')).toBe(after);
  });

  test('as a group above one that goes in part', () => {
    const before = 'using Old.Config;\nusing Old.More;\n\nusing Z;\n';
    expect(moved(before, 'A')).toBe('using A;\n\nusing Old.More;\n\nusing Z;\n');
  });

  test('as a group below one that goes in part', () => {
    const before = 'using A;\n\nusing Old.Abc;\nusing Old.Config;\n';
    expect(moved(before, 'Z')).toBe('using A;\n\nusing Old.Abc;\n\nusing Z;\n');
  });
});
