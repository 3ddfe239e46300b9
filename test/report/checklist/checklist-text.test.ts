import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../../src/report/checklist/checklist.ts';
import { checklistText } from '../../../src/report/checklist/checklist-text.ts';
import { findMarked } from '../../../src/report/checklist/marks.ts';
import { en } from '../../../src/words/en.ts';
import { checklistOf, checklists, entriesOf } from './checklists.ts';

function printed(made: readonly Checklist[], room: number, lineEnd: '\n' | '\r\n' = '\n') {
  return checklistText(made, {
    words: en,
    room,
    limit: room,
    command: 'maskinflytt checklist',
    kept: new Map(),
    lineEnd,
  });
}

const boxes = /^- \[[ x]\] .* <!--mf[+-][0-9a-z]{6}(:[0-9a-z]{4})?-->$/;

describe('however little room there is', () => {
  test('the text is never longer, and whole: markers, boxes with their keys, fences that end', () => {
    fc.assert(
      fc.property(
        checklists,
        fc.integer({ min: 200, max: 6000 }),
        fc.constantFrom('\n', '\r\n'),
        (made, room, lineEnd) => {
          const found = printed(made, room, lineEnd);
          if (found === null) return;
          expect(found.text.length).toBeLessThanOrEqual(room);
          expect(findMarked(found.text)).toMatchObject({ kind: 'found', before: '', after: '' });
          const lines = found.text.split(lineEnd);
          const items = lines.filter((line) => line.startsWith('- ['));
          expect(items.filter((line) => !boxes.test(line))).toEqual([]);
          expect(items).toHaveLength(entriesOf(found.shown).filter(({ kind }) => kind === 'task').length);
          const fences = lines.flatMap((line) => /^ {2}(`{3,})(text)?$/.exec(line)?.slice(1, 3) ?? []);
          expect(fences.length % 4).toBe(0);
        },
      ),
    );
  });

  test('what is left out is counted, and the rest is as it was', () => {
    fc.assert(
      fc.property(checklists, fc.integer({ min: 300, max: 3000 }), (made, room) => {
        const found = printed(made, room);
        if (found === null) return;
        const missing = entriesOf(made).length - entriesOf(found.shown).length;
        const isSaid = found.text.includes(
          `left out, to fit into ${room} characters. All of it: \`maskinflytt checklist\``,
        );
        if (missing > 0) expect(found.text).toMatch(new RegExp(`^${missing} items? (is|are)|^${missing} items? `, 'm'));
        const whole = printed(made, Number.MAX_SAFE_INTEGER);
        expect(isSaid).toBe(found.text !== whole?.text);
      }),
    );
  });

  test('what matters less goes first', () => {
    fc.assert(
      fc.property(checklists, fc.integer({ min: 300, max: 3000 }), (made, room) => {
        const found = printed(made, room);
        if (found === null) return;
        const count = (of: readonly Checklist[], weight: string) =>
          entriesOf(of).filter((entry) => entry.weight === weight).length;
        const order = ['done', 'side', 'test', 'work', 'step', 'vital'];
        const touched = order.filter((weight) => count(found.shown, weight) < count(made, weight));
        for (const weight of order.slice(0, order.indexOf(touched.at(-1) ?? 'done'))) {
          expect(count(found.shown, weight)).toBe(0);
        }
      }),
    );
  });

  test('none at all is said, not papered over', () => {
    expect(printed(checklistOf({ key: 'a', says: 'x'.repeat(400), done: false }), 60)).toBeNull();
  });
});

test('with room for all of it, all of it is there, and nothing about room', () => {
  const found = printed(
    checklistOf({ key: 'aaaaaa', says: 'Do it.', done: false }, { key: 'bbbbbb', says: 'So it is.', done: true }),
    500,
  );
  expect(found?.text.replace(/(?<=checklist) [a-z0-9]{5}(?= -->)/, ' 00000')).toBe(
    [
      '<!-- maskinflytt:checklist 00000 -->',
      '',
      '## Checklist',
      '',
      '- [ ] Do it. <!--mf-aaaaaa-->',
      '- [x] So it is. <!--mf+bbbbbb-->',
      '',
      '<!-- /maskinflytt:checklist -->',
    ].join('\n'),
  );
});
