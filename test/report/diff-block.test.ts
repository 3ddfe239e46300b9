import { expect, test } from 'vitest';
import { diffBlock } from '../../src/report/page/diff-block.ts';
import { plain } from '../../src/report/page/page.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';

function change(before: string | null, after: string | null) {
  const source = before === null ? null : { text: before, bom: false, encoding: 'utf-8' as const, readOnly: null };
  return { path: 'App/a.json', before: source, after, lineEnds: 'as-is' as const, labels: ['safe: x/y'] };
}

function shown(before: string | null, after: string | null) {
  return diffBlock({ change: change(before, after), isSecret: false }, [plain(' · why')], 'maskinflytt fix', en);
}

test('has a sign for every line, and says how much changes', () => {
  expect(shown('a\r\nb\r\n', 'a\r\nc')).toEqual({
    kind: 'diff',
    line: [{ look: 'code', text: 'App/a.json' }, plain(' · why'), plain(' · 1 line added, 1 line removed')],
    lines: [
      { sign: '@', text: '@@ -1,2 +1,2 @@' },
      { sign: ' ', text: 'a' },
      { sign: '-', text: 'b' },
      { sign: '+', text: 'c' },
      { sign: '\\', text: ' No newline at end of file' },
    ],
    cut: null,
  });
});

test('counts in both languages', () => {
  expect([en, nb].map(({ page }) => page.changed(2, 0))).toEqual(['2 lines added', '2 linjer lagt til']);
  expect([en, nb].map(({ page }) => page.changed(0, 1))).toEqual(['1 line removed', '1 linje fjernet']);
});

test('leaves the rest of a long one, and of a long line, to the command that prints it', () => {
  const text = Array.from({ length: 300 }, (_, index) => `${index}\n`).join('');
  expect(shown(null, text)).toMatchObject({
    lines: { length: 160 },
    cut: [plain('141 lines more; all of it is printed by: '), { look: 'code', text: 'maskinflytt fix' }],
  });
  expect(shown(null, 'x'.repeat(9000))).toMatchObject({ lines: [{}, { text: `${'x'.repeat(400)}…` }, {}] });
});

test('that would show a key is only named', () => {
  const secret = { change: change('abcdef', ''), isSecret: true };
  const block = diffBlock(secret, [], 'maskinflytt fix', en);
  expect(JSON.stringify(block)).not.toContain('abcdef');
  expect(block).toMatchObject({
    kind: 'paragraph',
    line: [{ text: 'App/a.json' }, { text: expect.stringMatching(/^ – not shown, /) }],
  });
});
