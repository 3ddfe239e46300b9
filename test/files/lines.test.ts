import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentationAt, lineAt, lineEndAt, lineStarts, locate, positionAt, wholeLines } from '../../src/files/lines.ts';

const anyText = fc
  .array(fc.constantFrom('a', ' ', '\t', '\n', '\r', '\r\n', '🫐'), { maxLength: 30 })
  .map((parts) => parts.join(''));

/** The range that the marks « and » enclose, and the text without them. */
function marked(input: string) {
  const start = input.indexOf('«');
  return { text: input.replace(/[«»]/g, ''), range: { start, end: input.indexOf('»') - 1 } };
}

function without(input: string): string | null {
  const { text, range } = marked(input);
  const whole = wholeLines(text, range);
  return whole === null ? null : text.slice(0, whole.start) + text.slice(whole.end);
}

describe('positions', () => {
  it('start a line after \\n, \\r\\n and a lone \\r', () => {
    expect(lineStarts('a\nb\r\nc\rd')).toEqual([0, 2, 5, 7]);
  });

  it('count lines and columns from 1, columns in UTF-16 units', () => {
    expect(positionAt('ab\r\n🫐c', 6)).toEqual({ line: 2, column: 3 });
    expect(positionAt('', 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt('a\n', 2)).toEqual({ line: 2, column: 1 });
  });

  it('locate a range by its first place and the place after its last', () => {
    expect(locate('App/Program.cs', 'one\ntwo', { start: 1, end: 6 })).toEqual({
      file: 'App/Program.cs',
      line: 1,
      column: 2,
      endLine: 2,
      endColumn: 3,
    });
  });

  it('are the number of line ends before the offset, for any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), (text, nat) => {
        const offset = Math.min(nat, text.length);
        const starts = lineStarts(text);
        const { line, column } = positionAt(starts, offset);
        expect(positionAt(text, offset)).toEqual({ line, column });
        expect((starts[line - 1] ?? Number.NaN) + column - 1).toBe(offset);
        expect(starts[line] ?? Infinity).toBeGreaterThan(offset);
      }),
    );
  });
});

describe('lineAt', () => {
  it('agrees with the line starts, for any text and place', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), (text, nat) => {
        const offset = Math.min(nat, text.length);
        const starts = lineStarts(text);
        const { line } = positionAt(starts, offset);
        const found = lineAt(text, offset);
        expect([found.start, found.next]).toEqual([starts[line - 1], starts[line] ?? text.length]);
        expect(text.slice(found.start, found.end)).not.toMatch(/[\r\n]/);
        expect(text.slice(found.end, found.next)).toMatch(/^(\r\n|\n|\r)?$/);
      }),
    );
  });
});

describe('lineEndAt', () => {
  it('is how the line itself ends, in a file of mixed line ends', () => {
    expect(lineEndAt('a\r\nb\nc\rd', 0)).toBe('\r\n');
    expect(lineEndAt('a\r\nb\nc\rd', 3)).toBe('\n');
    expect(lineEndAt('a\r\nb\nc\rd', 5)).toBe('\r');
  });

  it('is that of the line before when the last line has none', () => {
    expect(lineEndAt('a\r\nb', 4)).toBe('\r\n');
    expect(lineEndAt('a\r\n', 3)).toBe('\r\n');
  });

  it('is \\n in a file of one line', () => {
    expect(lineEndAt('a', 1)).toBe('\n');
    expect(lineEndAt('', 0)).toBe('\n');
  });
});

describe('indentationAt', () => {
  it('is the white space the line begins with, from anywhere in the line', () => {
    expect(indentationAt('a\n \t b c\n', 7)).toBe(' \t ');
    expect(indentationAt('a\n    \n', 4)).toBe('    ');
    expect(indentationAt('a', 1)).toBe('');
  });
});

describe('wholeLines', () => {
  it('takes indentation, trailing white space and the line end along', () => {
    expect(without('a\r\n  «b;»  \r\nc')).toBe('a\r\nc');
    expect(without('a\n\t«b\n  .c();»\nd')).toBe('a\nd');
  });

  it('is null when something else stands on the line', () => {
    expect(without('a\n«b;» // why\nc')).toBeNull();
    expect(without('a\nx; «b;»\nc')).toBeNull();
  });

  it('does not reach into the next line when the range already ends with its line end', () => {
    expect(without('a\n  «b;\n»c\n')).toBe('a\nc\n');
    expect(without('a\r\n  «b;\r\n»c\n')).toBe('a\r\nc\n');
  });

  it('leaves the line end before a last line that has none', () => {
    expect(without('a\n  «b;»')).toBe('a\n');
  });

  it('gives neighbouring lines ranges that only touch', () => {
    const text = 'a;\n  b;\nc;';
    const first = wholeLines(text, { start: 5, end: 7 });
    const second = wholeLines(text, { start: 8, end: 10 });
    expect([first, second]).toEqual([
      { start: 3, end: 8 },
      { start: 8, end: 10 },
    ]);
  });
});
