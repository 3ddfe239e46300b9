import { expect, test } from 'vitest';
import { type ProgressStream, progressOn } from '../../src/cli/progress.ts';

function terminal(isTTY = true, columns = 80): ProgressStream & { readonly written: string[] } {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text) => written.push(text) };
}

test('progress is shown once the work takes longer than a second, and not more often than ten times a second', () => {
  let time = 0;
  const screen = terminal();
  const progress = progressOn(screen, () => time);
  for (const [at, line] of [
    [0, 'a'],
    [999, 'b'],
    [1000, 'c'],
    [1050, 'd'],
    [1100, 'e'],
  ] as const) {
    time = at;
    progress.show(line);
  }
  expect(screen.written).toEqual(['\r\u001b[Kc', '\r\u001b[Ke']);
});

test('progress leaves nothing behind, and takes nothing away that it did not write', () => {
  let time = 0;
  const screen = terminal();
  const progress = progressOn(screen, () => time);
  progress.clear();
  time = 5000;
  progress.show('reading');
  progress.clear();
  progress.clear();
  expect(screen.written).toEqual(['\r\u001b[Kreading', '\r\u001b[K']);
});

test('a line of progress never wraps, since the next could not replace it', () => {
  let time = 0;
  const screen = terminal(true, 10);
  const progress = progressOn(screen, () => time);
  time = 5000;
  progress.show('0123456789abc');
  expect(screen.written).toEqual(['\r\u001b[K012345678']);
});

test('nothing is shown where no person looks', () => {
  let time = 0;
  const log = terminal(false);
  const progress = progressOn(log, () => time);
  time = 60_000;
  progress.show('reading');
  progress.clear();
  expect(log.written).toEqual([]);
});
