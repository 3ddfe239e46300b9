import { describe, expect, test } from 'vitest';
import { commandLine, pathCommand } from '../../src/report/command-line.ts';
import { displayWidth, printable } from '../../src/report/display-width.ts';
import { painter, wrap } from '../../src/report/style.ts';

describe('a text takes as many columns as a terminal gives it', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['æøå', 3],
    ['a\u030a', 1],
    ['申請', 4],
    ['한글', 4],
    ['ｆｕｌｌ', 8],
    ['🚀', 2],
    ['a\u200db', 2],
    ['│ –', 3],
  ])('%j', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('what a terminal would obey is shown instead', () => {
  test.each([
    ['\u001b[31mred', '\uFFFD[31mred'],
    ['\u009b2J', '\uFFFD2J'],
    ['a\u202eb', 'a\uFFFDb'],
    ['a\rb', 'a\uFFFDb'],
    ['a\u0007\u0000', 'a\uFFFD\uFFFD'],
    ['a\u061cb', 'a\uFFFDb'],
    ['a\tb\nc', 'a\tb\nc'],
    ['a\r\nb\r', 'a\r\nb\uFFFD'],
    ['æ申🚀', 'æ申🚀'],
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

describe('wrapping', () => {
  test('breaks between words, within the width, and indents what follows', () => {
    expect(wrap('one two three four', 11, '  ', '- ')).toBe('- one two\n  three\n  four');
  });

  test('leaves a long word whole, as it may be a path to copy', () => {
    expect(wrap('a App/Very/Long/Path.cs b', 10, '')).toBe('a\nApp/Very/Long/Path.cs\nb');
  });

  test('counts columns, not characters', () => {
    expect(wrap('申請 申請 ab', 9, '')).toBe('申請 申請\nab');
  });
});

describe('a command can be pasted into a shell', () => {
  test.each([
    [['git', 'apply', 'a/b-c_d.patch'], 'git apply a/b-c_d.patch'],
    [['x', 'a b'], "x 'a b'"],
    [['x', "Ola's"], "x 'Ola'\\''s'"],
    [['x', '$HOME', '`id`', '*', ''], "x '$HOME' '`id`' '*' ''"],
    [['x', 'æøå-é'], 'x æøå-é'],
    [['x', 'a:b=studio'], 'x a:b=studio'],
    [['x', '~', '#a', 'a\nb'], "x '~' '#a' 'a\nb'"],
  ])('%j', (words, line) => {
    expect(commandLine(words)).toBe(line);
  });

  test('without the current folder, which goes without saying', () => {
    expect(pathCommand('fix', [], ['.'])).toBe('maskinflytt fix');
    expect(pathCommand('fix', ['--target', 'v9'], ['.', 'b'])).toBe('maskinflytt fix --target v9 . b');
    expect(pathCommand('fix', [], ['-b'])).toBe('maskinflytt fix -- -b');
  });
});

test('colour is painted only when it was decided on', () => {
  expect(painter(false)('red', 'x')).toBe('x');
  expect(painter(true)('red', 'x')).toBe('\u001b[31mx\u001b[39m');
});
