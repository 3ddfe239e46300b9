import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../src/report/markdown.ts';
import { type Block, code, heading, link, list, paragraph, plain, strong } from '../../src/report/page/page.ts';

function written(...blocks: readonly Block[]): string {
  return toMarkdown({ blocks }).replace(/\n$/, '');
}

function table(...rows: (Block & { kind: 'table' })['rows']): Block {
  return { kind: 'table', caption: 'c', columns: ['a', 'b'], rows };
}

describe('what comes out of a file stays text', () => {
  test.each([
    ['a|b', 'a\\|b'],
    ['`a`', '\\`a\\`'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['</details>', '\\</details\\>'],
    ['<!-- x -->', '\\<!-- x --\\>'],
    ['[a](b)', '\\[a\\](b)'],
    ['![a](b)', '!\\[a\\](b)'],
    ['*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
    ['&lt;', '\\&lt;'],
    ['$x$', '\\$x\\$'],
    ['a\\b', 'a\\\\b'],
    ['# a', '\\# a'],
    ['> a', '\\> a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['--- a', '\\--- a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    ['=== a', '\\=== a'],
    ['a - b 1. c', 'a - b 1. c'],
    ['a\n\n# b', 'a \\# b'],
    ['a\r\n- b', 'a - b'],
    ['    a', 'a'],
    ['a\u001b[31m\u202e', 'a\uFFFD\\[31m\uFFFD'],
  ])('%j', (text, expected) => {
    expect(written(paragraph(plain(text)))).toBe(expected);
  });

  test('names nobody and refers to nothing: those are looked for when backslashes are gone', () => {
    expect(written(paragraph(plain('@ola org/x#12 #12 a@b')))).toBe(
      '@&#8203;ola org/x\\#&#8203;12 \\#&#8203;12 a@&#8203;b',
    );
  });

  test.each([
    ['GH-12 gh-3 ABC-123', 'GH-&#8203;12 gh-&#8203;3 ABC-&#8203;123'],
    ['org/x!12', 'org/x!&#8203;12'],
    [':tada: a:b:c', ':&#8203;tada: a:&#8203;b:c'],
    ['see 0123abc now', 'see 0&#8203;123abc now'],
    ['x@9f8e7d6c5b4a', 'x@&#8203;9&#8203;f8e7d6c5b4a'],
    ['in 8.12.7, UTF, 123456, feed', 'in 8.12.7, UTF, 123456, feed'],
  ])('nor to work items, pull requests, emoji and commits: %s', (text, expected) => {
    expect(written(paragraph(plain(text)))).toBe(expected);
  });

  test.each([
    ['https://x.no/a?b=c', 'https:&#8203;//x.no/a?b=c'],
    ['HTTP://x.no ftp://x.no', 'HTTP:&#8203;//x.no ftp:&#8203;//x.no'],
    ['(www.x.no) Www.x.no', '(www&#8203;.x.no) Www&#8203;.x.no'],
    ['mailto:ola@x.no', 'mailto:ola@&#8203;x.no'],
  ])('leads nowhere: %s', (text, expected) => {
    expect(written(paragraph(plain(text)))).toBe(expected);
  });

  test('in headings, lists, captions and strong words too', () => {
    expect(written(heading(2, 'a # b'))).toBe('## a \\# b');
    expect(written(...list([[plain('- a')], [plain('x '), strong('<b>')]]))).toBe('- \\- a\n- x **\\<b\\>**');
    expect(written(...list([[plain('a')], [plain('b')]], true))).toBe('1. a\n2. b');
  });
});

describe('code', () => {
  test.each([
    ['a/b.cs:1:2', '`a/b.cs:1:2`'],
    ['a`b', '``a`b``'],
    ['a``b', '```a``b```'],
    ['`a', '`` `a ``'],
    ['a\nb', '`a b`'],
    ['<a> @b [c]', '`<a> @b [c]`'],
    ['', ''],
  ])('%j stands between more backticks than it has', (text, expected) => {
    expect(written(paragraph(plain('x'), code(text)))).toBe(`x${expected}`);
  });

  test('with a pipe is text in a table, which is cut before code is seen', () => {
    expect(written(table([[code('a|b')], [code('c')]]))).toContain('| a\\|b | `c` |');
  });
});

describe('code of several lines', () => {
  test('stands between more backticks than there are in it, the place underlined', () => {
    const line = { number: 7, before: '\tvar a = ', marked: '日()', after: ' // ```` x' };
    expect(written({ kind: 'excerpt', lines: [{ number: 6, before: '{', marked: '', after: '' }, line] })).toBe(
      ['`````', '     6 │ {', '     7 │     var a = 日() // ```` x', '       │             ^^^^', '`````'].join('\n'),
    );
  });

  test('is pointed at where the place takes several', () => {
    const lines = ['a(', 'b)'].map((marked, index) => ({ number: index + 1, before: '', marked, after: '' }));
    expect(written({ kind: 'excerpt', lines })).toBe('```\n>    1 │ a(\n>    2 │ b)\n```');
  });

  test('keeps the lines of a diff whatever is in them', () => {
    const lines = [
      { sign: '@', text: '@@ -1 +1 @@' },
      { sign: '-', text: '```' },
      { sign: '+', text: 'a\u2028\u001b[31m' },
    ] as const;
    const cut = [plain('more: '), code('x')];
    expect(written({ kind: 'diff', line: [code('a`b')], lines, cut })).toBe(
      '``a`b``\n\n````diff\n@@ -1 +1 @@\n-```\n+a\uFFFD\uFFFD[31m\n````\n\nmore: `x`',
    );
  });
});

test('a chain is a list with what each link wins, facts are a list with their words, and groups leave no trace', () => {
  const chain = {
    kind: 'chain',
    links: [
      { line: [plain('# a')], wins: null, mayWin: [plain('may b')] },
      { line: [plain('c')], wins: [plain('wins '), code('d')], mayWin: null },
    ],
  } as const;
  const facts = { kind: 'facts', facts: [{ term: 'A*', line: [plain('b')] }] } as const;
  const group = { kind: 'group', of: 'app', look: 'bad', blocks: [facts, chain] } as const;
  const contents = { kind: 'contents', title: 'x', entries: [link('y', 'z')] } as const;
  expect(written(contents, group)).toBe('- **A\\*:** b\n\n1. \\# a – may b\n2. c – wins `d`');
});

test('a table has a caption above it, a head, and a row for each row', () => {
  const bad = { look: 'bad', text: 'missing' } as const;
  expect(written(table([[plain('x')], [bad, plain(' (y)')]]))).toBe(
    'c\n\n| a | b |\n| --- | --- |\n| x | **missing** (y) |',
  );
});

test('whatever is in a table, it keeps its columns and its rows', () => {
  const cell = fc.string({ unit: fc.constantFrom('|', '\\', '`', '\n', '\r', '<', '@', '#', '1', 'a', ' ', '*') });
  const look = fc.constantFrom('plain', 'strong', 'code', 'good', 'bad', 'unsure' as const);
  fc.assert(
    fc.property(fc.record({ text: cell, look }), fc.record({ text: cell, look }), (one, other) => {
      const lines = written(table([[one], [other]])).split('\n');
      expect(lines).toHaveLength(5);
      // Backslashes are taken in pairs from the left, as GitHub's reader does.
      const pipes = (lines[4] ?? '').replace(/\\[\s\S]/g, '').match(/\|/g);
      expect(pipes).toHaveLength(3);
    }),
  );
});
