import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runGit } from '../../src/files/git-command.ts';
import {
  commitFiles,
  dirtyFiles,
  hasBranch,
  ignoredPaths,
  leaveBranch,
  patchLineEnds,
  startBranch,
} from '../../src/migrate/git.ts';
import { commitAll, contents, git, temporaryFolder, writeFiles } from '../files/repo.ts';

afterEach(() => vi.unstubAllEnvs());

function repoWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  git(root, ['init', '--quiet']);
  writeFiles(root, files);
  commitAll(root);
  return root;
}

const hardNames = ['with space.cs', 'blåbær.cs', '"quoted".cs', 'tab\there.cs', ':(glob)*.cs', '-x.cs'];

describe('ignoredPaths', () => {
  it('names those that a rule of the repo names, whether they are there or not', () => {
    const root = repoWith({ '.gitignore': '*.json\n!App/*.json\n', 'there.cs': '' });
    writeFiles(root, { 'a.json': '{}' });
    const asked = ['a.json', 'b.json', 'deep/c.json', 'App/d.json', 'there.cs'];
    expect(ignoredPaths(root, asked)).toEqual(['a.json', 'b.json', 'deep/c.json']);
    expect(ignoredPaths(root, ['there.cs'])).toEqual([]);
  });

  it('leaves out what git knows already', () => {
    const root = repoWith({ 'a.json': '{}' });
    writeFiles(root, { '.gitignore': '*.json\n' });
    expect(ignoredPaths(root, ['a.json', 'b.json'])).toEqual(['b.json']);
  });

  it('takes every path as it is', () => {
    const root = repoWith({ '.gitignore': '*.cs\n' });
    expect(ignoredPaths(root, hardNames)).toEqual(hardNames);
    expect(ignoredPaths(root, ['[x].json', ':(glob)*.json'])).toEqual([]);
  });
});

describe('patchLineEnds', () => {
  it('takes every path as it is, and more of them than one command line holds', () => {
    const root = repoWith(Object.fromEntries(hardNames.map((name) => [name, 'a\r\n'])));
    const missing = Array.from({ length: 1200 }, (_, index) => `missing-${index}.cs`);
    const answer = patchLineEnds(root, [...missing, ...hardNames]);
    expect(answer.kind === 'answer' && answer.value.size).toBe(1200 + hardNames.length);
    expect(answer.kind === 'answer' && hardNames.map((name) => answer.value.get(name))).toEqual(
      hardNames.map(() => 'as-is'),
    );
  });

  const endsOf = (root: string, paths: readonly string[]) => {
    const answer = patchLineEnds(root, paths);
    return answer.kind === 'answer' ? Object.fromEntries(answer.value) : answer;
  };

  it('leaves everything as it is where git converts nothing, even a file whose line ends differ from its blob', () => {
    const root = repoWith({ 'a.cs': 'a\n' });
    writeFiles(root, { 'a.cs': 'a\r\n' });
    expect(endsOf(root, ['a.cs', 'new.cs'])).toEqual({ 'a.cs': 'as-is', 'new.cs': 'as-is' });
  });

  it('is \\n under core.autocrlf, but for blobs with \\r\\n or a lone \\r', () => {
    const root = repoWith({ 'lf.cs': 'a\n', 'crlf.cs': 'a\r\n', 'mixed.cs': 'a\r\nb\n', 'cr.cs': 'a\rb\n' });
    git(root, ['config', 'core.autocrlf', 'true']);
    expect(endsOf(root, ['lf.cs', 'crlf.cs', 'mixed.cs', 'cr.cs', 'new.cs'])).toEqual({
      'lf.cs': 'lf',
      'crlf.cs': 'as-is',
      'mixed.cs': 'as-is',
      'cr.cs': 'as-is',
      'new.cs': 'lf',
    });
  });

  it.each([
    ['true', 'lf'],
    ['yes', 'lf'],
    ['ON', 'lf'],
    ['1', 'lf'],
    ['input', 'lf'],
    ['false', 'as-is'],
    ['no', 'as-is'],
    ['0', 'as-is'],
  ])('reads core.autocrlf %s', (value, ends) => {
    const root = repoWith({ 'a.cs': 'a\n' });
    git(root, ['config', 'core.autocrlf', value]);
    expect(endsOf(root, ['a.cs', 'new.cs'])).toEqual({ 'a.cs': ends, 'new.cs': ends });
  });

  // `eol` by itself says `text` too.
  it('leaves what git takes for binary as it is, now or when it was committed, unless an attribute insists', () => {
    const attributes = {
      set: 'text',
      ends: 'text eol=lf',
      auto: 'text=auto',
      eol: 'eol=lf',
      none: '-text',
      off: '-text eol=lf',
    };
    const names = Object.keys(attributes);
    const lines = Object.entries(attributes).map(([name, value]) => `*.${name} ${value}\n`);
    const all = (stem: string, text: string) => Object.fromEntries(names.map((name) => [`${stem}.${name}`, text]));
    const root = repoWith({ ...all('always', 'a\0b\n'), ...all('now', 'a\n'), ...all('before', 'a\0b\n') });
    writeFiles(root, { '.gitattributes': lines.join(''), ...all('now', 'a\0b\n'), ...all('before', 'a\n') });
    for (const stem of ['always', 'now', 'before']) {
      const ends = endsOf(
        root,
        names.map((name) => `${stem}.${name}`),
      );
      expect(Object.entries(ends).flatMap(([path, end]) => (end === 'lf' ? [path] : []))).toEqual([
        `${stem}.set`,
        `${stem}.ends`,
        `${stem}.eol`,
      ]);
    }
  });

  it('reads of a file that git does not know yet what `eol` says, where `text` says nothing', () => {
    const root = repoWith({
      '.gitattributes': '*.lf eol=lf\n*.crlf eol=crlf\n*.not -text eol=lf\n*.auto text=auto eol=crlf\n*.other diff\n',
    });
    expect(endsOf(root, ['a.lf', 'a.crlf', 'a.not', 'a.auto', 'a.other', 'b.lf'])).toEqual({
      'a.lf': 'lf',
      'a.crlf': 'lf',
      'a.not': 'as-is',
      'a.auto': 'lf',
      'a.other': 'as-is',
      'b.lf': 'lf',
    });
  });

  it('leaves a blob with \\r\\n as it is, whatever insists', () => {
    const root = repoWith({ 'crlf.cs': 'a\r\n', 'mixed.cs': 'a\r\nb\n', 'lf.cs': 'a\n' });
    writeFiles(root, { '.gitattributes': '*.cs text\n' });
    expect(endsOf(root, ['crlf.cs', 'mixed.cs', 'lf.cs'])).toEqual({
      'crlf.cs': 'as-is',
      'mixed.cs': 'as-is',
      'lf.cs': 'lf',
    });
  });

  it('follows .gitattributes, for files that git does not know yet too', () => {
    const root = repoWith({
      '.gitattributes': '* -text\n*.cs text=auto\n*.json text eol=crlf\n*.xml eol=lf\n',
      'a.cs': 'a\n',
      'a.json': 'a\n',
      'a.xml': 'a\n',
      'a.txt': 'a\n',
    });
    const expected = { cs: 'lf', json: 'lf', xml: 'as-is', txt: 'as-is' };
    for (const [extension, ends] of Object.entries(expected)) {
      const paths = [`a.${extension}`, `new å.${extension}`];
      expect(endsOf(root, paths)).toEqual(Object.fromEntries(paths.map((path) => [path, ends])));
    }
    const unknown = Object.entries(expected).map(([extension, ends]) => [`new.${extension}`, ends] as const);
    expect(
      endsOf(
        root,
        unknown.map(([path]) => path),
      ),
    ).toEqual(Object.fromEntries(unknown));
  });
});

describe('dirtyFiles', () => {
  it('names what changed since the last commit, staged or not, and what is new', () => {
    const names = Object.fromEntries(hardNames.map((name) => [name, 'a\n']));
    const root = repoWith({
      ...names,
      'staged.cs': 'a\n',
      'deleted.cs': 'a\n',
      'clean.cs': 'a\n',
      '.gitignore': 'out/\n',
    });
    expect(dirtyFiles(root)).toEqual({ kind: 'answer', value: [] });
    writeFiles(root, { ...Object.fromEntries(hardNames.map((name) => [name, 'changed\n'])), 'staged.cs': 'changed\n' });
    writeFiles(root, { 'new/deep/file.cs': 'a\n', 'out/ignored.cs': 'a\n' });
    git(root, ['add', 'staged.cs']);
    rmSync(join(root, 'deleted.cs'));
    const answer = dirtyFiles(root);
    const changed = [...hardNames, 'staged.cs', 'deleted.cs'].map((path) => ({ path, state: 'changed' }));
    const value = [...changed, { path: 'new/deep/file.cs', state: 'untracked' }];
    expect(answer).toEqual({ kind: 'answer', value: expect.arrayContaining(value) });
    expect(answer.kind === 'answer' && answer.value.length).toBe(value.length);
  });

  it('looks at the given paths only, and takes them literally', () => {
    const root = repoWith({ 'a.cs': 'a\n', 'b.cs': 'a\n', '*.cs': 'a\n' });
    writeFiles(root, { 'a.cs': 'b\n', 'b.cs': 'b\n', '*.cs': 'b\n' });
    expect(dirtyFiles(root, ['b.cs'])).toEqual({ kind: 'answer', value: [{ path: 'b.cs', state: 'changed' }] });
    expect(dirtyFiles(root, ['*.cs'])).toEqual({ kind: 'answer', value: [{ path: '*.cs', state: 'changed' }] });
    expect(dirtyFiles(root, [])).toEqual({ kind: 'answer', value: [] });
  });

  it('names both paths of a file that was moved', () => {
    const root = repoWith({ 'old.cs': 'the same text\n' });
    git(root, ['mv', 'old.cs', 'new.cs']);
    expect(dirtyFiles(root)).toEqual({
      kind: 'answer',
      value: [
        { path: 'new.cs', state: 'changed' },
        { path: 'old.cs', state: 'changed' },
      ],
    });
  });

  it('does not look into a submodule, whose configuration may name commands of its own', () => {
    const root = repoWith({ 'a.cs': 'a\n' });
    git(root, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', './.git', 'lib']);
    commitAll(root);
    const trap = join(root, '.git', 'trap');
    // Of the same size, so that git has to run the filter to compare.
    writeFiles(join(root, 'lib'), { '.gitattributes': '* filter=evil\n', 'a.cs': 'b\n' });
    utimesSync(join(root, 'lib/a.cs'), 1, 1);
    git(join(root, 'lib'), ['config', 'filter.evil.clean', `touch ${trap} && cat`]);
    expect(dirtyFiles(root)).toEqual({ kind: 'answer', value: [] });
    expect(existsSync(trap)).toBe(false);
    git(root, ['status']);
    expect(existsSync(trap)).toBe(true);
  });

  it('runs the filters of whoever runs it, as git itself does', () => {
    const home = temporaryFolder();
    writeFiles(home, { '.gitconfig': '[filter "lower"]\n\tclean = tr A-Z a-z\n' });
    const root = repoWith({ '.gitattributes': '*.cs filter=lower\n', 'a.cs': 'a\n' });
    vi.stubEnv('GIT_CONFIG_GLOBAL', join(home, '.gitconfig'));
    writeFiles(root, { 'a.cs': 'A\n' });
    utimesSync(join(root, 'a.cs'), 1, 1);
    expect(dirtyFiles(root)).toEqual({ kind: 'answer', value: [] });
  });

  it('runs no command that the repo configures', () => {
    const root = repoWith({
      '.gitattributes': '*.cs filter=evil\n*.json filter=worse=\n',
      'a.cs': 'a\n',
      'b.json': 'a\n',
    });
    const trap = (name: string) => `touch ${join(root, '.git', name)} && cat`;
    git(root, ['config', 'core.fsmonitor', trap('fsmonitor')]);
    git(root, ['config', 'filter.evil.clean', trap('clean')]);
    git(root, ['config', 'filter.evil.required', 'true']);
    git(root, ['config', 'filter.worse=.process', trap('process')]);
    writeFiles(root, { 'a.cs': 'b\n', 'b.json': 'b\n' });
    utimesSync(join(root, 'a.cs'), 1, 1);
    expect(dirtyFiles(root)).toMatchObject({ kind: 'answer', value: [{ path: 'a.cs' }, { path: 'b.json' }] });
    patchLineEnds(root, ['a.cs', 'b.json']);
    const fallen = ['fsmonitor', 'clean', 'process'].filter((name) => existsSync(join(root, '.git', name)));
    expect(fallen).toEqual([]);
    // The traps are real: an ordinary status falls into them.
    git(root, ['status']);
    expect(existsSync(join(root, '.git', 'clean'))).toBe(true);
  });
});

describe('a branch for a phase', () => {
  const branch = 'maskinflytt/switch';
  const current = (root: string) => git(root, ['rev-parse', '--abbrev-ref', 'HEAD']).trim();

  it('begins where the work stands, with what is changed, and is left as if it had not been', () => {
    const root = repoWith({ 'a.cs': 'a\n' });
    writeFiles(root, { 'a.cs': 'b\n' });
    expect(hasBranch(root, branch)).toBe(false);
    expect(startBranch(root, branch)).toEqual({ kind: 'answer', value: 'main' });
    expect([hasBranch(root, branch), current(root)]).toEqual([true, branch]);
    leaveBranch(root, branch, 'main');
    expect([hasBranch(root, branch), current(root)]).toEqual([false, 'main']);
    expect(contents(root)).toEqual({ 'a.cs': 'b\n' });
  });

  it('begins at a commit that no branch names', () => {
    const root = repoWith({ 'a.cs': 'a\n' });
    git(root, ['checkout', '-q', '--detach']);
    const commit = git(root, ['rev-parse', 'HEAD']).trim();
    expect(startBranch(root, branch)).toEqual({ kind: 'answer', value: commit });
    leaveBranch(root, branch, commit);
    expect([git(root, ['rev-parse', 'HEAD']).trim(), current(root)]).toEqual([commit, 'HEAD']);
  });

  it('begins nowhere without a commit, nor where there is one of its name', () => {
    const root = temporaryFolder();
    git(root, ['init', '--quiet']);
    writeFiles(root, { 'a.cs': 'a\n' });
    expect(startBranch(temporaryFolder(), branch).kind).not.toBe('answer');
    commitAll(root);
    git(root, ['branch', branch]);
    expect(startBranch(root, branch).kind).not.toBe('answer');
    expect(current(root)).toBe('main');
  });

  it('gets the files that were asked for, ignored ones too, and nothing else that is staged', () => {
    const root = repoWith({ '.gitignore': '*.json\n', 'a.cs': 'a\n', 'b.cs': 'a\n' });
    writeFiles(root, { 'a.cs': 'b\n', 'b.cs': 'b\n', 'record.json': '{}' });
    git(root, ['add', 'b.cs']);
    for (const who of ['AUTHOR', 'COMMITTER']) {
      vi.stubEnv(`GIT_${who}_NAME`, 'Kari');
      vi.stubEnv(`GIT_${who}_EMAIL`, 'kari@example.com');
    }
    const message = { subject: 'Move to Studio', body: 'a.cs: safe' };
    expect(commitFiles(root, message, ['a.cs', 'record.json']).kind).toBe('answer');
    expect(git(root, ['log', '-1', '--format=%B', '--name-only'])).toBe(
      'Move to Studio\n\na.cs: safe\n\n\na.cs\nrecord.json\n',
    );
    expect(git(root, ['status', '--porcelain'])).toBe('M  b.cs\n');
  });
});

describe('git', () => {
  it('may be missing, which is an answer', () => {
    const root = repoWith({ 'a.cs': 'a\n' });
    vi.stubEnv('PATH', join(root, 'empty'));
    expect(dirtyFiles(root)).toEqual({ kind: 'no-git' });
    expect(patchLineEnds(root, ['a.cs'])).toEqual({ kind: 'no-git' });
  });

  it('finds no repo in a folder without one, nor in a folder that does not exist', () => {
    const folder = temporaryFolder();
    expect(dirtyFiles(folder)).toEqual({ kind: 'no-repo' });
    expect(patchLineEnds(folder, ['a.cs'])).toEqual({ kind: 'no-repo' });
    expect(dirtyFiles(join(folder, 'none'))).toEqual({ kind: 'no-repo' });
  });

  it('says what git says when it fails', () => {
    const root = repoWith({ 'a.cs': 'a\n' });
    writeFileSync(join(root, '.git/config'), '[broken');
    expect(dirtyFiles(root)).toEqual({ kind: 'failed', message: expect.stringContaining('bad config') });
  });

  it('looks at the repo it is told to, also inside the hook of another', () => {
    const root = repoWith({ 'a.cs': 'a\n' });
    const other = repoWith({ 'a.cs': 'a\r\n', 'b.cs': 'a\r\n' });
    writeFiles(other, { 'a.cs': 'changed\n' });
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git/index'));
    vi.stubEnv('GIT_WORK_TREE', other);
    expect(dirtyFiles(root)).toEqual({ kind: 'answer', value: [] });
  });

  it('keeps the settings that were given in the environment', () => {
    const root = repoWith({ '.gitattributes': '* filter=own\n', 'a.cs': 'a\n' });
    git(root, ['config', 'filter.own.clean', 'cat']);
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'core.autocrlf');
    vi.stubEnv('GIT_CONFIG_VALUE_0', 'true');
    expect(runGit(root, ['config', 'core.autocrlf'], { emptied: ['filter.own.clean'] })).toEqual({
      kind: 'answer',
      value: 'true\n',
    });
    expect(runGit(root, ['config', 'filter.own.clean'], { emptied: ['filter.own.clean'] })).toEqual({
      kind: 'answer',
      value: '\n',
    });
  });

  it('fetches nothing', () => {
    const root = repoWith({ 'a.cs': 'a\n' });
    mkdirSync(join(root, 'copy'));
    expect(runGit(join(root, 'copy'), ['clone', '--quiet', `file://${root}`, '.'])).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining("transport 'file' not allowed"),
    });
  });
});
