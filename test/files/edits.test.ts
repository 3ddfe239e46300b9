import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, findConflict, type TextEdit } from '../../src/files/edits.ts';

const edit = (start: number, end: number, replacement = ''): TextEdit => ({ start, end, replacement });

describe('applyEdits', () => {
  it('reads every offset as one of the original text, in whatever order the edits come', () => {
    expect(applyEdits('one two three', [edit(8, 13, '3'), edit(0, 3, 'first'), edit(4, 7, '')])).toBe('first  3');
  });

  it('keeps the order of insertions at one place', () => {
    expect(applyEdits('ac', [edit(1, 1, 'x'), edit(1, 1, 'b')])).toBe('axbc');
  });

  it('makes an edit that is asked for twice once', () => {
    expect(applyEdits('ac', [edit(1, 1, 'b'), edit(1, 1, 'b')])).toBe('abc');
    expect(applyEdits('abc', [edit(1, 2), edit(1, 2)])).toBe('ac');
  });

  it('lets insertions stand at both borders of what is replaced', () => {
    expect(applyEdits('abc', [edit(2, 2, '>'), edit(1, 2, 'X'), edit(1, 1, '<')])).toBe('a<X>c');
  });

  it('throws on a conflict and on an edit outside the text', () => {
    expect(() => applyEdits('abc', [edit(0, 2), edit(1, 3)])).toThrow('conflicting edits: 0–2 and 1–3');
    expect(() => applyEdits('abc', [edit(2, 4)])).toThrow('outside the text');
    expect(() => applyEdits('abc', [edit(2, 1)])).toThrow('outside the text');
    expect(() => applyEdits('abc', [edit(-1, 1)])).toThrow('outside the text');
  });

  it('leaves every character outside the edits as it is', () => {
    const pieces = fc.array(
      fc.record({
        kept: fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\t', '\uFEFF', '🫐') }),
        removed: fc.string({ maxLength: 5 }),
        added: fc.string({ maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(pieces, fc.string(), fc.infiniteStream(fc.double()), (parts, tail, random) => {
        let text = '';
        let expected = '';
        const edits: TextEdit[] = [];
        for (const { kept, removed, added } of parts) {
          // Two edits may touch only if it is clear which comes first.
          const gap = kept === '' ? '|' : kept;
          edits.push(edit(text.length + gap.length, text.length + gap.length + removed.length, added));
          text += gap + removed;
          expected += gap + added;
        }
        const keys = edits.map((one) => ({ one, key: random.next().value }));
        const shuffled = keys.sort((a, b) => a.key - b.key).map(({ one }) => one);
        expect(applyEdits(text + tail, shuffled)).toBe(expected + tail);
      }),
    );
  });
});

describe('findConflict', () => {
  it('finds the first pair that overlaps, in the order of the text', () => {
    const edits = [edit(20, 25, 'late'), edit(22, 30), edit(5, 9), edit(0, 6)];
    expect(findConflict(edits)).toEqual([edit(0, 6), edit(5, 9)]);
  });

  it('sees an overlap behind a shorter edit in between', () => {
    expect(findConflict([edit(0, 2), edit(3, 10), edit(4, 4, 'x')])).toEqual([edit(3, 10), edit(4, 4, 'x')]);
    expect(findConflict([edit(3, 10), edit(3, 3, 'x'), edit(9, 12)])).toEqual([edit(3, 10), edit(9, 12)]);
  });

  it('finds two different replacements of one range', () => {
    expect(findConflict([edit(1, 2, 'a'), edit(1, 2, 'b')])).not.toBeNull();
  });

  it('finds none between neighbours, equal edits and insertions at one place', () => {
    expect(findConflict([edit(0, 2), edit(2, 4), edit(2, 2, 'x'), edit(2, 2, 'y'), edit(0, 2)])).toBeNull();
  });

  it('gives back the very edits it was given', () => {
    const a = { ...edit(0, 3), reason: 'config/custom-path' };
    const b = { ...edit(1, 2), reason: 'config/delegate' };
    expect(findConflict([b, a])).toEqual([a, b]);
  });
});
