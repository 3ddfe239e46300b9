import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { applyTidily } from '../../../../src/files/blank-lines.ts';
import { adjustImports } from '../../../../src/syntax/csharp/operations/imports.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { usingsOf } from '../../../../src/syntax/csharp/using.ts';
import { parsed } from '../sources.ts';

beforeAll(loadCSharp);

const names = [
  'System',
  'System.Text',
  'Altinn.Api',
  'Altinn.Core',
  'Altinn.Old',
  'Microsoft.Http',
  'Old',
  'my.App',
  'Z',
];
const legacy = [
  { namespace: 'Altinn.Old', names: ['OldSettings'] },
  { namespace: 'Old', names: ['OldService'] },
];

const directive = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...names).map((name) => `using ${name};`) },
  { weight: 1, arbitrary: fc.constantFrom('using static Z.Math;', 'using A = Z.Other;', 'using B = Old.OldService;') },
);
const line = fc.oneof(
  { weight: 8, arbitrary: directive },
  { weight: 1, arbitrary: directive.map((using) => `${using} // why`) },
  { weight: 1, arbitrary: fc.tuple(directive, directive).map((both) => both.join(' ')) },
  { weight: 1, arbitrary: fc.constant('// note') },
  { weight: 1, arbitrary: fc.constant('#if X\nusing Conditional;\n#endif') },
  { weight: 3, arbitrary: fc.constant('') },
);

const usingLines: fc.Arbitrary<readonly string[]> = fc.oneof(fc.array(line, { maxLength: 8 }), sortedLines());

const program = fc
  .record({
    head: fc.constantFrom('', '// Copyright Etaten\n\n', '// first\n', 'global using G;\n', 'extern alias E;\n'),
    lines: usingLines,
    place: fc.constantFrom('file' as const, 'file-scoped' as const, 'braces' as const),
    body: fc.constantFrom(
      'class C { }',
      'class C { OldSettings a; }',
      'class C { OldService a; B b; }',
      'class C { B b; }',
    ),
    newline: fc.constantFrom('\n', '\r\n'),
    ends: fc.boolean(),
  })
  .map(({ head, lines, place, body, newline, ends }) => {
    const usings = lines.map((one) => `${one}\n`).join('');
    const text = {
      file: `${head}${usings}${body}`,
      'file-scoped': `${head}namespace N;\n${usings}${body}`,
      braces: `${head}namespace N\n{\n${usings.replace(/^(?=using|\/)/gm, '    ')}    ${body}\n}`,
    }[place];
    return (ends ? `${text}\n` : text).replaceAll('\n', newline);
  });

function sortedLines(): fc.Arbitrary<readonly string[]> {
  return fc
    .subarray(names.filter((name) => name !== 'my.App').sort())
    .map((some) => some.map((name) => `using ${name};`));
}

const needed = fc.subarray(['Altinn.App', 'Microsoft.Zzz', 'Altinn.Core', 'Q']);

function adjust(text: string, needs: readonly string[]): string {
  const operation = adjustImports(parsed(text), { needs, mayGo: legacy, available: ['G'], gone: [] });
  if (operation.kind === 'refused') throw new Error(`${operation.refusal} in ${text}`);
  return applyTidily(text, operation.edits);
}

test('what is needed is there once, what is not goes, and nothing else changes', () => {
  fc.assert(
    fc.property(program, needed, (before, needs) => {
      const after = adjust(before, needs);
      const [was, is] = [parsed(before), parsed(after)].map((file) => ({
        broken: file.views.some(({ root }) => root.broken),
        plain: usingsOf(file).flatMap(({ kind, target, global }) => (kind === 'namespace' && !global ? [target] : [])),
        others: usingsOf(file).flatMap(({ kind, target, global }) => (kind === 'namespace' && !global ? [] : [target])),
      }));
      expect(was?.broken, before).toBe(false);
      expect(is?.broken, after).toBe(false);
      const count = (list: readonly string[] | undefined, name: string) =>
        list?.filter((one) => one === name).length ?? 0;
      for (const need of needs) expect(count(is?.plain, need), after).toBe(Math.max(1, count(was?.plain, need)));
      const goes = (name: string) =>
        (name === 'Altinn.Old' && !before.includes('OldSettings')) ||
        (name === 'Old' && !before.includes('OldService a'));
      for (const name of names) {
        if (needs.includes(name)) continue;
        expect(count(is?.plain, name), after).toBe(goes(name) ? 0 : count(was?.plain, name));
      }
      const aliasGoes = !before.includes('B b');
      expect(is?.others).toEqual(was?.others.filter((target) => target !== 'Old.OldService' || !aliasGoes));
      expect(withoutUsings(after), after).toBe(withoutUsings(before));
      expect(adjust(after, needs), 'again').toBe(after);
    }),
    { numRuns: 1500 },
  );
});

test('a sorted list stays sorted', () => {
  fc.assert(
    fc.property(sortedLines(), needed, (lines, needs) => {
      const after = adjust(
        `${lines.map((line) => `${line}\n`).join('')}class C { OldSettings a; OldService b; }\n`,
        needs,
      );
      const usings = [...after.matchAll(/using ([^;]+);/g)].map(([, name = '']) => name);
      const sorted = [...usings].sort();
      const systemFirst = [...sorted.filter(isSystem), ...sorted.filter((using) => !isSystem(using))];
      expect([sorted.join(), systemFirst.join()]).toContain(usings.join());
    }),
  );
});

test('line ends and empty lines are those of the file', () => {
  fc.assert(
    fc.property(program, needed, (before, needs) => {
      const after = adjust(before, needs);
      const [, newline = '\n'] = /(\r\n|\n)/.exec(before) ?? [];
      expect(after.split(newline).join('')).not.toMatch(/[\r\n]/);
      const gaps = (text: string) =>
        text
          .split(newline)
          .join('\n')
          .match(/\n{3,}/g)
          ?.join(' ') ?? '';
      if (gaps(before) === '') expect(gaps(after), after).toBe('');
    }),
    { numRuns: 500 },
  );
});

function isSystem(using: string): boolean {
  return using.startsWith('System');
}

/** What is not a using, nor the comment at the end of one, nor white space. */
function withoutUsings(text: string): string {
  return text
    .replace(/using [^;(]+;([ \t]*\/\/ why)?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
