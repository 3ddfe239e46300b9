import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runGit, runGitAsUser } from '../../src/files/git-command.ts';
import { walk } from '../../src/files/walk.ts';
import { git, temporaryFolder, writeFiles } from './repo.ts';

function pipeAt(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  mkdirSync(dirname(join(root, path)), { recursive: true });
  execFileSync('mkfifo', [join(root, path)]);
}

test.each(['.gitignore', '.gitattributes', '.git/HEAD', '.git/config', '.git/index', '.git/info/exclude'])(
  'git is not started where it would wait for ever: %s is a pipe',
  (path) => {
    const root = temporaryFolder();
    git(root, ['init', '-q']);
    expect(runGit(root, ['status', '--porcelain']).kind).toBe('answer');
    pipeAt(root, path);
    const refused = { kind: 'failed', message: `${path} is neither a file nor a folder` };
    expect(runGit(root, ['status', '--porcelain'])).toEqual(refused);
    expect(runGitAsUser(root, ['add', '.'])).toEqual(refused);
  },
);

test('a pipe in place of ignore rules is reported, at the root and below', () => {
  const root = temporaryFolder();
  writeFiles(root, { 'App/Program.cs': 'x', 'Other/.gitignore/kept': 'x' });
  for (const path of ['.gitignore', 'App/.gitignore']) pipeAt(root, path);
  expect(walk(root).skipped).toEqual([
    { path: '.gitignore', reason: 'unreadable' },
    { path: 'App/.gitignore', reason: 'unreadable' },
  ]);
});
