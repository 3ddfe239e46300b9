import { beforeAll, expect, test } from 'vitest';
import { applyEdits, findConflict } from '../../src/files/edits.ts';
import { withOrphanedComments } from '../../src/migrate/orphaned-comments.ts';
import { commentedCSharp } from '../../src/syntax/csharp/commented.ts';
import { readCSharp } from '../../src/syntax/csharp/file.ts';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';

beforeAll(loadCSharp);

/** What `‹…›` stands around goes; with `|`, what is behind it comes instead. `@` is the mark of an ignoring comment. */
function after(marked: string): string {
  const edits: { start: number; end: number; replacement: string }[] = [];
  let text = '';
  for (const [index, part] of marked.replaceAll('@', 'maskinflytt-ignore a: r').split(/[‹›]/).entries()) {
    const [gone = '', replacement = ''] = index % 2 === 1 ? part.split('|') : [part];
    if (index % 2 === 1) edits.push({ start: text.length, end: text.length + gone.length, replacement });
    text += gone;
  }
  const file = readCSharp('a.cs', text);
  if (file === null) throw new Error('not read');
  const all = withOrphanedComments(commentedCSharp(file), edits);
  expect(findConflict(all)).toBeNull();
  return applyEdits(text, all).replaceAll('maskinflytt-ignore a: r', '@');
}

test.each([
  ['// @\n\n‹A();\n›B();\n', '\nB();\n'],
  ['// @\n#region x\n‹A();\n›B();\n#endregion\n', '#region x\nB();\n#endregion\n'],
  ['/* @ */ ‹A();›\nB();\n', 'B();\n'],
  ['‹A();› // @\nB();\n', 'B();\n'],
  ['X();/* @ */\n‹A();\n›B();\n', 'X();/* @ */\nB();\n'],
  ['/* @ */ ‹A(); ›B();\n', '/* @ */ B();\n'],
  ['// @\n‹A|B›();\nC();\n', '// @\nB();\nC();\n'],
  ['// @\n‹|C();\n›‹A();\n›B();\n', '// @\nC();\nB();\n'],
  ['a\n  .A()\n  // @\n\n‹  .B()\n›  .C();\n', 'a\n  .A()\n\n  .C();\n'],
  ['a\n  .A()\n  // @\n\n‹  .B()›;\n', 'a\n  .A()\n\n;\n'],
  ['// @\n\n// @\n‹A();\n›B();\n', '\nB();\n'],
  ['// other\n\n‹A();\n›B();\n', '// other\n\nB();\n'],
  ['‹A();\n›‹|X();\n›// @\n\n‹B();\n›C();\n', 'X();\n\n\nC();\n'],
  ['‹A();\n›// @\n', '// @\n'],
])('%j leaves %j', (marked, left) => {
  expect(after(marked)).toBe(left);
});
