import { expect, test } from 'vitest';
import { openWorkspace } from '../../src/files/open-workspace.ts';
import { excerptBlocks } from '../../src/report/page/excerpt-block.ts';
import type { Block } from '../../src/report/page/page.ts';
import { en } from '../../src/words/en.ts';
import { temporaryFolder, writeFiles } from '../files/repo.ts';

/** The lines of the excerpt, with what is meant between angle quotes. */
function excerpt(text: string, meant: string): readonly string[] {
  const root = temporaryFolder();
  writeFiles(root, { 'a.cs': text });
  const start = text.indexOf(meant);
  const at = { file: 'a.cs', start, end: start + meant.length };
  return excerptBlocks({ workspace: openWorkspace({ root, files: ['a.cs'] }) }, at, en).flatMap(linesOf);
}

function linesOf(block: Block): readonly string[] {
  if (block.kind !== 'excerpt') return [];
  return block.lines.map(({ number, before, marked, after }) => {
    return `${number} ${before}${marked === '' ? '' : `‹${marked}›`}${after}`;
  });
}

test('shows two lines on either side, with the indentation that all have taken away', () => {
  const text = 'class A\n{\n    void B()\n    {\n        C();\n    }\n\n    void D() {}\n}\n';
  expect(excerpt(text, 'C()')).toEqual(['3 void B()', '4 {', '5     ‹C()›;', '6 }']);
  expect(excerpt(text, 'class A')).toEqual(['1 ‹class A›', '2 {', '3     void B()']);
  expect(excerpt('only', 'only')).toEqual(['1 ‹only›']);
});

test('marks each line of what takes several, without its indentation', () => {
  const text = 'a\n  b\n    c\r\n  d\n';
  expect(excerpt(text, 'b\n    c\r\n')).toEqual(['1 a', '2   ‹b›', '3     ‹c›', '4   d']);
});

test('has room for some lines of what takes very many', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
  const shown = excerpt(lines.join('\n'), lines.slice(4, 39).join('\n'));
  expect(shown).toHaveLength(14);
  expect([shown[1], shown[2], shown[13]]).toEqual(['4 line 4', '5 ‹line 5›', '16 ‹line 16›']);
});

test('cuts a long line on both sides of what is meant, and no character in two', () => {
  const shown = excerpt(`${'😀'.repeat(300)}meant${'x'.repeat(100_000)}`, 'meant').join('');
  expect(shown).toMatch(/^1 …(😀){99,100}‹meant›x{200}…$/u);
  expect(excerpt(`a\n${'b'.repeat(5000)}`, 'a')).toEqual(['1 ‹a›', `2 ${'b'.repeat(200)}…`]);
});

test('never shows a line that may hold a key, whole or in parts', () => {
  const key = 'eyJrdHkiOiJSU0EiLCJkIjoiYWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoifQ';
  const text = `{\n  "ClientId": "a",\n  "EncodedJwk": "${key}"\n}\n`;
  expect(excerpt(text, '"ClientId"')).toEqual([
    '1 {',
    '2   ‹"ClientId"›: "a",',
    '3 (not shown: this line may hold a key)',
    '4 }',
  ]);
  expect(excerpt(text, key.slice(5, 12))).toContain('3 ‹(not shown: this line may hold a key)›');
  expect(excerpt(text, key).join('')).not.toContain(key.slice(20, 40));
  const between = `  "a": 1,\n  "EncodedJwk": "${key}"\n`;
  expect(excerpt(between, '"a"')).toEqual(['1 ‹"a"›: 1,', '2 (not shown: this line may hold a key)']);
});

test('is not there where a file has no such place', () => {
  const workspace = openWorkspace({ root: temporaryFolder(), files: [] });
  expect(excerptBlocks({ workspace }, { file: 'gone.cs', start: 0, end: 5 }, en)).toEqual([]);
  expect(excerpt('text', '')).toEqual([]);
});
