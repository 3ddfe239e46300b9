import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGitRoot } from '../../src/files/git-root.ts';
import { walk } from '../../src/files/walk.ts';
import { commitAll, git, temporaryFolder, writeFiles } from './repo.ts';

/** A folder with these files, each a line of text unless it is given. */
function folderOf(paths: readonly string[], texts: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  writeFiles(root, { ...Object.fromEntries(paths.map((path) => [path, 'x\n'])), ...texts });
  return root;
}

/** Nothing is locked for the superuser. */
function asOrdinaryUser<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

const withoutIgnoreFiles = (files: readonly string[]) => files.filter((path) => !path.endsWith('.gitignore'));

describe('walk', () => {
  it('lists files relative to the root, in code-unit order', () => {
    const root = folderOf(['b.cs', 'a/z.cs', 'a-b.cs', 'B.cs', 'å.cs', 'a/b/c.cs', '.dot/x']);
    expect(walk(root)).toEqual({
      root,
      files: ['.dot/x', 'B.cs', 'a-b.cs', 'a/b/c.cs', 'a/z.cs', 'b.cs', 'å.cs'],
      gitRoots: [],
      skipped: [],
    });
  });

  it('leaves build output and packages out, even where nothing ignores them', () => {
    const root = folderOf([
      'bin/a',
      'App/Bin/a',
      'App/OBJ/a',
      'node_modules/a',
      'App/obj.cs',
      'App/Node_Modules/kept',
      'x/bin',
    ]);
    expect(walk(root).files).toEqual(['App/Node_Modules/kept', 'App/obj.cs', 'x/bin']);
  });

  it('honours ignore files on every level, the deeper one last', () => {
    const root = folderOf(
      ['a.log', 'keep.log', 'App/a.log', 'App/b.log', 'App/sub/c.tmp', 'App/sub/d.cs', 'other/c.tmp'],
      {
        '.gitignore': '*.log\n!keep.log\n',
        'App/.gitignore': '!b.log\nsub/*.tmp\n',
      },
    );
    expect(withoutIgnoreFiles(walk(root).files)).toEqual(['App/b.log', 'App/sub/d.cs', 'keep.log', 'other/c.tmp']);
  });

  it('does not find again what lies in an ignored folder', () => {
    const root = folderOf(['out/a.cs', 'out/keep.cs'], { '.gitignore': 'out/\n!out/keep.cs\n' });
    expect(walk(root).files).toEqual(['.gitignore']);
  });

  it('takes a pattern with a slash at its end for folders only', () => {
    const root = folderOf(['a/logs/x', 'b/logs'], { '.gitignore': 'logs/\n' });
    expect(withoutIgnoreFiles(walk(root).files)).toEqual(['b/logs']);
  });

  it('obeys the ignore files above, up to the git root, and .git/info/exclude', () => {
    const root = folderOf(['App/a.log', 'App/b.tmp', 'App/c.txt', 'App/d.cs', 'e.cs'], {
      '.gitignore': '*.log\n/App/b.tmp\n',
      '.git/info/exclude': 'c.txt\n',
    });
    expect(walk(join(root, 'App'))).toMatchObject({ files: ['d.cs'], gitRoots: [] });
  });

  it('reads an ignored folder when it is the one that was asked for', () => {
    const root = folderOf(['out/a.cs', 'out/b.log', '.git/HEAD'], {
      '.gitignore': 'out/\n',
      'out/.gitignore': '*.log\n',
    });
    expect(withoutIgnoreFiles(walk(join(root, 'out')).files)).toEqual(['a.cs']);
  });

  it('applies the rules of each repo to that repo only', () => {
    const root = folderOf(
      [
        'one/.git/HEAD',
        'one/a.log',
        'two/.git/HEAD',
        'two/a.log',
        'two/deep/b.log',
        'one/inner/.git/HEAD',
        'one/inner/c.log',
      ],
      {
        'one/.gitignore': '*.log\n',
        'two/.git/info/exclude': '/deep/b.log\n',
      },
    );
    const result = walk(root);
    expect(withoutIgnoreFiles(result.files)).toEqual(['one/inner/c.log', 'two/a.log']);
    expect(result.gitRoots).toEqual(['one', 'one/inner', 'two']);
  });

  it('knows the git roots of worktrees and submodules by their .git file, and their exclude file', () => {
    const folder = temporaryFolder();
    const main = join(folder, 'main');
    git(folder, ['init', '--quiet', 'main']);
    writeFiles(main, { 'a.cs': 'x' });
    commitAll(main);
    git(main, ['worktree', 'add', '--quiet', '../tree']);
    git(main, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', './.git', 'lib']);
    writeFiles(folder, { 'main/.git/info/exclude': '*.log\n', 'tree/b.log': '', 'main/lib/c.log': '' });
    const result = walk(folder);
    expect(result.gitRoots).toEqual(['main', 'main/lib', 'tree']);
    expect(result.files).toEqual(['main/.gitmodules', 'main/a.cs', 'main/lib/a.cs', 'main/lib/c.log', 'tree/a.cs']);
  });

  it.each<[string, (elsewhere: string) => string]>([
    ['to no git folder', (elsewhere) => `gitdir: ${elsewhere}\n`],
    ['to a git folder that leads to none', (elsewhere) => `gitdir: ${elsewhere}/tree\n`],
    ['nowhere', () => 'gitdir: ../x\n'],
    ['to what is no folder', () => 'gitdir: /dev/zero\n'],
    ['to nothing that it names', () => 'x\n'],
  ])('reads a folder whose .git file leads %s as part of the repo around it', (_, pointer) => {
    const elsewhere = folderOf(['info/exclude', 'tree/HEAD'], { 'info/exclude': '*.cs\n', 'tree/commondir': '..\n' });
    const root = folderOf(['.git/HEAD', 'App/a.cs', 'App/b.log'], {
      '.git/info/exclude': '*.log\n',
      'App/.git': pointer(elsewhere),
    });
    expect(walk(root)).toMatchObject({ files: ['App/a.cs'], gitRoots: [''] });
    expect(walk(join(root, 'App'))).toMatchObject({ files: ['a.cs'], gitRoots: [] });
    expect(findGitRoot(join(root, 'App/a.cs'))).toBe(root);
  });

  it('believes a link called .git only where it leads to a git folder', () => {
    const elsewhere = folderOf(['info/exclude'], { 'info/exclude': '*.cs\n' });
    const root = folderOf(['a.cs']);
    symlinkSync(elsewhere, join(root, '.git'));
    expect(walk(root)).toMatchObject({ files: ['a.cs'], gitRoots: [] });
    writeFiles(elsewhere, { HEAD: 'ref: refs/heads/main\n' });
    expect(walk(root)).toMatchObject({ files: [], gitRoots: [''] });
  });

  it('follows no symlink to a folder, so that a loop ends', () => {
    const root = folderOf(['App/a.cs']);
    symlinkSync('..', join(root, 'App/loop'));
    symlinkSync('App', join(root, 'Other'));
    expect(walk(root)).toMatchObject({
      files: ['App/a.cs'],
      skipped: [
        { path: 'App/loop', reason: 'symlinked-folder' },
        { path: 'Other', reason: 'symlinked-folder' },
      ],
    });
  });

  it('lists a symlink to a file only when that file is within the root', () => {
    const folder = folderOf(['root/a.cs', 'outside.cs', 'root-too/b.cs']);
    const root = join(folder, 'root');
    symlinkSync('a.cs', join(root, 'inside.cs'));
    symlinkSync('../outside.cs', join(root, 'out.cs'));
    symlinkSync('../root-too/b.cs', join(root, 'neighbour.cs'));
    symlinkSync('nowhere', join(root, 'broken.cs'));
    expect(walk(root)).toMatchObject({
      files: ['a.cs', 'inside.cs'],
      skipped: [
        { path: 'broken.cs', reason: 'broken-symlink' },
        { path: 'neighbour.cs', reason: 'outside-root' },
        { path: 'out.cs', reason: 'outside-root' },
      ],
    });
  });

  it('goes on after a folder that cannot be read', () => {
    const root = folderOf(['a/x.cs', 'locked/y.cs']);
    chmodSync(root, 0o755);
    chmodSync(join(root, 'locked'), 0);
    const result = asOrdinaryUser(() => walk(root));
    expect(result).toMatchObject({ files: ['a/x.cs'], skipped: [{ path: 'locked', reason: 'unreadable' }] });
  });

  it('stops at its limits and says where', () => {
    const root = folderOf(['a', 'b', 'c', 'd/e/f', 'd/g']);
    expect(walk(root, { maxFiles: 2 })).toMatchObject({
      files: ['a', 'b'],
      skipped: [{ path: 'c', reason: 'too-many-files' }],
    });
    expect(walk(root, { maxDepth: 1 })).toMatchObject({
      files: ['a', 'b', 'c', 'd/g'],
      skipped: [{ path: 'd/e', reason: 'too-deep' }],
    });
  });

  it('is not held up by an ignore pattern that is costly to match', () => {
    const deep = `${'aa/'.repeat(40)}a`;
    const root = folderOf([deep, 'x.log'], { '.gitignore': `${'**/a*/'.repeat(12)}z\n*.log\n` });
    const result = walk(root);
    expect(withoutIgnoreFiles(result.files)).toEqual([deep]);
    expect(result.skipped).toEqual([{ path: '.gitignore', reason: 'costly-ignore-pattern' }]);
  });

  it.each([
    ['of one character', '$'.repeat(40_000)],
    ['of sets', '[!a]'.repeat(30_000)],
    ['of stars', '*?'.repeat(6_000)],
  ])('leaves out a pattern %s that is too long to match', (_, pattern) => {
    const root = folderOf(['x.log', 'y.cs'], { '.gitignore': `${pattern}\n*.log\n` });
    const result = walk(root);
    expect(withoutIgnoreFiles(result.files)).toEqual(['y.cs']);
    expect(result.skipped).toEqual([{ path: '.gitignore', reason: 'costly-ignore-pattern' }]);
  });

  it('takes folder names with special characters literally in the rules below them', () => {
    const root = folderOf(['a*b/x.log', 'a*b/y.cs', 'aXb/x.log', '[c] #!d/x.log', '.../x.log'], {
      'a*b/.gitignore': '*.log\n',
      '[c] #!d/.gitignore': '/x.log\n',
      '.../.gitignore': 'x.log\n',
    });
    expect(withoutIgnoreFiles(walk(root).files)).toEqual(['a*b/y.cs', 'aXb/x.log']);
  });

  it('tells upper from lower case in ignore rules, on every machine', () => {
    const root = folderOf(['Logs/a.cs', 'logs2/A.LOG', 'a.log'], { '.gitignore': 'logs/\n*.log\n' });
    expect(withoutIgnoreFiles(walk(root).files)).toEqual(['Logs/a.cs', 'logs2/A.LOG']);
  });

  it('says that a file cannot be read when its name is not valid Unicode, and lists one that is named so', () => {
    const root = folderOf(['a\uFFFD.cs']);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.of(0xff), Buffer.from('.cs')]), 'x');
    expect(walk(root)).toMatchObject({
      files: ['a\uFFFD.cs'],
      skipped: [{ path: 'b\uFFFD.cs', reason: 'unreadable' }],
    });
  });

  it('ignores nothing for a line that holds only ! or /', () => {
    const root = folderOf(['App/a.log', 'App/b.cs'], { '.gitignore': '*.log\n', 'App/.gitignore': '!\n/\n!/\n' });
    expect(withoutIgnoreFiles(walk(root).files)).toEqual(['App/b.cs']);
  });

  it('sees what git sees, for any ignore files', () => {
    const pattern = fc
      .tuple(
        fc.constantFrom('', '', '!'),
        fc.constantFrom('', '', '/', '**/'),
        fc.constantFrom('a', 'b', 'a*', '*', '?', '[ab]', 'a/b', 'b/**', 'a/**/b', '*.cs', 'a b', '\\!x', '#', ''),
        fc.constantFrom('', '', '/', ' ', '/ '),
      )
      .map((parts) => parts.join(''));
    const ignoreFile = fc.array(pattern, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
    const folder = fc.constantFrom('', 'a/', 'b/', 'a/b/', 'b/a/', 'a b/', 'a/b/a/');
    const name = fc.constantFrom('a', 'b', 'x.cs', 'a.cs', '!x', 'a b');
    const path = fc.tuple(folder, name).map((parts) => parts.join(''));
    const root = temporaryFolder();
    let runs = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { minLength: 3, maxLength: 12 }),
        fc.dictionary(folder, ignoreFile, { maxKeys: 3 }),
        (paths, ignoreFiles) => {
          const repo = join(root, String(runs++));
          mkdirSync(repo);
          git(repo, ['init', '--quiet']);
          const isFolder = (one: string) => paths.some((other) => other.startsWith(`${one}/`));
          const files = paths.filter((one) => !isFolder(one));
          writeFiles(repo, Object.fromEntries(files.map((one) => [`t/${one}`, 'x'])));
          for (const [where, text] of Object.entries(ignoreFiles)) {
            if (where === '' || isFolder(where.slice(0, -1))) writeFiles(repo, { [`t/${where}.gitignore`]: text });
          }
          const seen = git(repo, ['ls-files', '-z', '--others', '--exclude-standard']).split('\0').filter(Boolean);
          expect(walk(repo).files).toEqual(seen.sort());
          expect(walk(join(repo, 't')).files).toEqual(seen.map((one) => one.slice(2)).sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('findGitRoot', () => {
  it('finds the nearest folder with .git above a file or folder', () => {
    const root = folderOf(['.git/HEAD', '.git/modules/lib/HEAD', 'App/a.cs', 'lib/b.cs'], {
      'lib/.git': 'gitdir: ../.git/modules/lib\n',
    });
    expect(findGitRoot(join(root, 'App/a.cs'))).toBe(root);
    expect(findGitRoot(root)).toBe(root);
    expect(findGitRoot(join(root, 'lib'))).toBe(join(root, 'lib'));
  });

  it('finds none outside a repo, nor for a path that does not exist', () => {
    const root = folderOf(['App/a.cs']);
    expect(findGitRoot(join(root, 'App'))).toBeNull();
    expect(findGitRoot(join(root, 'none'))).toBeNull();
  });
});
