import { describe, expect, test } from 'vitest';
import { applyTidily } from '../../src/files/blank-lines.ts';
import type { TextEdit } from '../../src/files/edits.ts';

/** The text without its lines that hold an `x`, each removed by itself. */
function withoutMarked(text: string): string {
  return applyTidily(text, [...text.matchAll(/[^\r\n]*x[^\r\n]*(\r\n|\n|\r|$)/g)].map(deletionOf));
}

function deletionOf(match: RegExpMatchArray): TextEdit {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, replacement: '' };
}

describe('a removed line takes an empty one along', () => {
  test.each([
    ['where two would meet', 'a\n\nx\n\nb\n', 'a\n\nb\n'],
    ['where more than two would meet', 'a\n\nx\n\n\nb\n', 'a\n\nb\n'],
    ['after an opening brace', '{\nx\n\na\n}\n', '{\na\n}\n'],
    ['after an opening bracket', 'F(\nx\n\na)\n', 'F(\na)\n'],
    ['before a closing brace', '{\na\n\nx\n}\n', '{\na\n}\n'],
    ['before an indented closing brace', '  {\n    a\n\nx\n  }\n', '  {\n    a\n  }\n'],
    ['at the start of the file', 'x\n\na\n', 'a\n'],
    ['at the end of the file', 'a\n\nx\n', 'a\n'],
    ['at the end of a file without a last line end', 'a\n\nx', 'a\n'],
    ['between the braces of an empty block', '{\n\nx\n\n}\n', '{\n\n}\n'],
    ['where the lines around hold blanks', 'a\n  \nx\n\t\nb\n', 'a\n  \nb\n'],
    ['with CRLF', 'a\r\n\r\nx\r\n\r\nb\r\n', 'a\r\n\r\nb\r\n'],
    ['with CR', 'a\r\rx\r\rb\r', 'a\r\rb\r'],
    ['with several lines removed', 'a\n\nx\nx\nx\n\nb\n', 'a\n\nb\n'],
    ['with removals that only an empty line parts', 'a\n\nx\n\nx\n\nb\n', 'a\n\nb\n'],
    ['with two removals in different places', 'a\n\nx\n\nb\n\nx\n\nc\n', 'a\n\nb\n\nc\n'],
    ['at both ends', 'x\n\na\n\nx\n', 'a\n'],
  ])('%s', (_, before, after) => {
    expect(withoutMarked(before)).toBe(after);
  });
});

describe('an empty line that parts what stays is kept', () => {
  test.each([
    ['above', 'a\n\nx\nb\n', 'a\n\nb\n'],
    ['below', 'a\nx\n\nb\n', 'a\n\nb\n'],
    ['nowhere', 'a\nx\nb\n', 'a\nb\n'],
    ['after an opening brace, as it was', '{\n\nx\na\n}\n', '{\n\na\n}\n'],
    ['before a closing brace, as it was', '{\na\nx\n\n}\n', '{\na\n\n}\n'],
    ['elsewhere, two of them', 'a\n\n\nb\nx\nc\n', 'a\n\n\nb\nc\n'],
    ['above, two of them', 'a\n\n\nx\nb\n', 'a\n\n\nb\n'],
  ])('%s', (_, before, after) => {
    expect(withoutMarked(before)).toBe(after);
  });
});

describe('only removals of whole lines are widened', () => {
  test.each([
    ['a part of a line', { start: 3, end: 4, replacement: '' }, 'a\n\nb\n\nc\n'],
    ['a replacement', { start: 3, end: 6, replacement: 'y\n' }, 'a\n\ny\n\nc\n'],
    ['an insertion', { start: 3, end: 3, replacement: 'y\n' }, 'a\n\ny\nxb\n\nc\n'],
  ])('%s', (_, edit, after) => {
    expect(applyTidily('a\n\nxb\n\nc\n', [edit])).toBe(after);
  });

  test('an empty line that is to be written on is not taken', () => {
    const edits = [
      { start: 3, end: 5, replacement: '' },
      { start: 5, end: 5, replacement: 'y' },
    ];
    expect(applyTidily('a\n\nx\n\nb\n', edits)).toBe('a\n\ny\nb\n');
  });

  test('nor one in the middle of which something comes', () => {
    const edits = [
      { start: 3, end: 5, replacement: '' },
      { start: 7, end: 7, replacement: 'y' },
    ];
    expect(applyTidily('a\n\nx\n    \nb\n', edits)).toBe('a\n\n  y  \nb\n');
  });
});

test.each([
  ['at the end', 'a\n\nx\n\nx\n', 'a\n'],
  ['at the beginning', 'x\n\nx\n\na\n', 'a\n'],
  ['before a closing brace', '{\na\n\nx\n\nx\n}\n', '{\na\n}\n'],
  ['between others', 'a\n\nx\n\nx\n\nx\n\nb\n', 'a\n\nb\n'],
])('removals that an empty line parts leave none of theirs, %s', (_, before, after) => {
  const edits = [...before.matchAll(/x\n/g)].map(({ index }) => ({ start: index, end: index + 2, replacement: '' }));
  expect(applyTidily(before, edits)).toBe(after);
});

test('what has no edits stays as it is', () => {
  expect(applyTidily('a\n\n\n\nb', [])).toBe('a\n\n\n\nb');
});
