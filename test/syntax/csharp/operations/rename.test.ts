import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../src/files/edits.ts';
import { renameAt } from '../../../../src/syntax/csharp/operations/rename.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { program } from './programs.ts';

beforeAll(loadCSharp);

/** The text with the `Old` first in it called `Newer`. */
function renamed(text: string): string {
  const [name] = /@?Old/.exec(text) ?? [''];
  const start = text.indexOf(name);
  const operation = renameAt(parsed(text), { start, end: start + name.length }, 'Old', 'Newer');
  return operation.kind === 'edits' ? applyEdits(text, operation.edits) : `refused: ${operation.refusal}`;
}

describe('only the name at the place changes', () => {
  test.each([
    ['x.Old("Old");', 'x.Newer("Old");'],
    ['x?.Old();', 'x?.Newer();'],
    ['Old();', 'Newer();'],
    ['x.@Old();', 'x.Newer();'],
    ['x.Old<T>(y).Old();', 'x.Newer<T>(y).Old();'],
    ['var f = X.Old;', 'var f = X.Newer;'],
    ['Use(nameof(X.Old));', 'Use(nameof(X.Newer));'],
    ['x\r\n\t.A() // old\r\n\t.Old(1);\r\n', 'x\r\n\t.A() // old\r\n\t.Newer(1);\r\n'],
    ['Use("🦊");\nx.Old();', 'Use("🦊");\nx.Newer();'],
    ['#if DEBUG\nx.Old();\n#endif\n', '#if DEBUG\nx.Newer();\n#endif\n'],
    ['#if DEBUG\nA();\n#else\nx.Old();\n#endif\n', '#if DEBUG\nA();\n#else\nx.Newer();\n#endif\n'],
  ])('%j', (before, after) => {
    expect(renamed(before)).toBe(after);
  });
});

describe('a place where no such name stands is left alone', () => {
  test.each([
    ['a string', 'Use("Old");'],
    ['a comment', 'Use(); // Old'],
    ['a part of a longer name', 'x.OldOne();'],
  ])('%s', (_, text) => {
    expect(renamed(text)).toBe('refused: not-found');
  });

  test('the text has moved since', () => {
    expect(renameAt(parsed('A();\nx.Old();'), { start: 0, end: 3 }, 'Old', 'Newer')).toEqual({
      kind: 'refused',
      refusal: 'not-found',
    });
  });
});

test('beside a syntax error nothing is renamed', () => {
  expect(renamed('void F()\n{\n    x.Old();\n    A((;\n}\n')).toBe('refused: syntax-error');
});

test('in made-up programs nothing but the name changes, and taking it back gives the original', () => {
  fc.assert(
    fc.property(program, (before) => {
      const file = parsed(before);
      for (const { index } of before.matchAll(/Doomed(?=\()/g)) {
        const operation = renameAt(file, { start: index, end: index + 'Doomed'.length }, 'Doomed', 'Saved');
        if (operation.kind === 'refused') throw new Error(operation.refusal);
        const after = applyEdits(before, operation.edits);
        expect(after).toBe(`${before.slice(0, index)}Saved${before.slice(index + 'Doomed'.length)}`);
        const back = renameAt(parsed(after), { start: index, end: index + 'Saved'.length }, 'Saved', 'Doomed');
        expect(back.kind === 'edits' && applyEdits(after, back.edits)).toBe(before);
      }
    }),
    { numRuns: 200 },
  );
});
