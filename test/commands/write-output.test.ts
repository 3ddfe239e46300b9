import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeOutput } from '../../src/commands/write-output.ts';
import { WrongUse } from '../../src/commands/wrong-use.ts';
import { en } from '../../src/words/en.ts';
import { temporaryFolder } from '../files/repo.ts';

function refusal(file: string): string {
  try {
    writeOutput(file, ['te', 'xt'], en);
  } catch (error) {
    if (error instanceof WrongUse) return error.message;
    throw error;
  }
  return 'written';
}

test('a file is written with the folders that it needs', () => {
  const file = join(temporaryFolder(), 'a', 'b', 'report.html');
  expect(refusal(file)).toBe('written');
  expect(readFileSync(file, 'utf8')).toBe('text');
  expect(refusal(join(file, '..', 'c', '..', 'other.html'))).toBe('written');
});

describe('what cannot be written is said, with the reason', () => {
  test('where what should be a folder is a file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'x'), 'mine');
    const file = join(folder, 'x', 'y', 'report.html');
    expect(refusal(file)).toBe(`${file} could not be written: ${join(folder, 'x')} is not a folder.`);
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('mine');
  });

  test('where a link leads nowhere', () => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, 'gone'), join(folder, 'x'));
    expect(refusal(join(folder, 'x', 'report.html'))).toContain(`the folder ${join(folder, 'x')} could not be made`);
  });

  test.runIf(existsSync('/proc/self'))('where the system has no such folders, at once', () => {
    const file = '/proc/nope/deep/report.html';
    expect(refusal(file)).toContain(`${file} could not be written: the folder /proc/nope could not be made`);
  });

  test('where the file is a folder', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'x'));
    expect(refusal(join(folder, 'x'))).toContain(`${join(folder, 'x')} could not be written: EISDIR`);
  });

  test.skipIf(process.getuid?.() === 0)('where nobody may write', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    expect(refusal(join(folder, 'x', 'report.html'))).toContain(`the folder ${join(folder, 'x')} could not be made`);
    chmodSync(folder, 0o755);
  });
});
