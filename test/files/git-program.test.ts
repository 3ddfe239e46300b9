import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { gitProgram } from '../../src/files/git-program.ts';
import { temporaryFolder, writeFiles } from './repo.ts';

function folderWith(...programs: readonly string[]): string {
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(programs.map((path) => [path, '#!/bin/sh\n'])));
  for (const path of programs) chmodSync(join(folder, path), 0o755);
  return folder;
}

const pathOf = (...folders: readonly string[]) => folders.join(delimiter);

test('git is the first program of that name on the PATH', () => {
  const [repo, one, two] = [temporaryFolder(), folderWith('git'), folderWith('git')];
  expect(gitProgram(repo, pathOf(temporaryFolder(), one, two))).toBe(join(one, 'git'));
  expect(gitProgram(repo, pathOf(temporaryFolder(), '/does/not/exist'))).toBe(null);
  expect(gitProgram(repo, '')).toBe(null);
});

test('what is called git and is no program is passed over', () => {
  const [folder, text, own] = [temporaryFolder(), folderWith('git'), folderWith('git')];
  mkdirSync(join(folder, 'git'));
  chmodSync(join(text, 'git'), 0o644);
  expect(gitProgram(temporaryFolder(), pathOf(folder, text, own))).toBe(join(own, 'git'));
});

test('a git that stands in the repo is never started, whatever the PATH says', () => {
  const repo = folderWith('git', 'bin/git', 'node_modules/.bin/git');
  const own = folderWith('git');
  const link = join(temporaryFolder(), 'link');
  symlinkSync(repo, link);
  for (const trap of ['', '.', 'bin', repo, `${repo}/`, join(repo, 'bin'), join(link, 'bin')]) {
    expect(gitProgram(repo, pathOf(trap, own)), trap).toBe(join(own, 'git'));
  }
});

test('a git that stands in the current folder is not started either, though that is no repo', () => {
  const [here, own] = [folderWith('git', 'bin/git'), folderWith('git')];
  const link = join(temporaryFolder(), 'link');
  symlinkSync(here, link);
  const found = (...folders: readonly string[]) => gitProgram(temporaryFolder(), pathOf(...folders), 'linux', here);
  for (const trap of [here, `${here}/`, join(here, 'bin', '..'), link]) {
    expect(found(trap, own), trap).toBe(join(own, 'git'));
  }
  expect(found(join(here, 'bin'), own)).toBe(join(here, 'bin', 'git'));
});

test('what npx puts before the PATH brings no git, whichever folder it was started in', () => {
  const [outer, own] = [folderWith('node_modules/.bin/git'), folderWith('git')];
  for (const folder of ['node_modules/.bin', 'node_modules/.bin/']) {
    expect(gitProgram(temporaryFolder(), pathOf(join(outer, folder), own))).toBe(join(own, 'git'));
  }
});

test('a folder beside the repo with a longer name is outside of it', () => {
  const folder = folderWith('repo-tools/git');
  mkdirSync(join(folder, 'repo'));
  expect(gitProgram(join(folder, 'repo'), join(folder, 'repo-tools'))).toBe(join(folder, 'repo-tools', 'git'));
});

test('on Windows it is git.exe, in folders that are divided by semicolons and may be quoted', () => {
  const [repo, own] = [folderWith('git.exe'), folderWith('git', 'git.exe')];
  expect(gitProgram(repo, `.;${repo};"${own}"`, 'win32')).toBe(join(own, 'git.exe'));
});

test('on Windows upper and lower case make no other folder', () => {
  const folder = folderWith('here/git.exe', 'tools/git.exe');
  for (const name of ['HERE', 'Tools']) mkdirSync(join(folder, name), { recursive: true });
  const path = `${join(folder, 'here')};${join(folder, 'tools')}`;
  expect(gitProgram(join(folder, 'Tools'), path, 'win32', join(folder, 'HERE'))).toBe(null);
});
