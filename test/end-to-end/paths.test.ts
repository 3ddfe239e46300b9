import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot } from './binary.ts';
import { commitAll, emptyFolder, removeRepos, repoOfFixture } from './repo.ts';

const repo = repoOfFixture('custom-path-literal');

afterAll(removeRepos);

/** What all legacy fixtures here have one of. */
const rule = 'config/custom-path';

interface SeenApp {
  readonly path: string;
  readonly findings: readonly { readonly rule: string; readonly location: { readonly file: string } }[];
}

/** What a run reported. */
async function seen(cwd: string, args: readonly string[]) {
  const { code, stdout, stderr } = await maskinflytt(cwd, ['audit', '--format', 'json', ...args]);
  const { apps = [], notAnalysed = [] }: { apps?: readonly SeenApp[]; notAnalysed?: unknown } = JSON.parse(
    stdout || '{}',
  );
  const findings = apps.flatMap((app) => app.findings);
  return {
    code,
    stderr,
    paths: apps.map(({ path }) => path),
    files: findings.filter((finding) => finding.rule === rule).map(({ location }) => location.file),
    notAnalysed,
    findings,
  };
}

async function patch(cwd: string, args: readonly string[]): Promise<string> {
  return (await maskinflytt(cwd, ['fix', ...args])).stdout;
}

describe.concurrent('one app is the same app', () => {
  const other = emptyFolder();

  test.each([
    ['from its root', repo, []],
    ['from inside App/', join(repo, 'App'), []],
    ['from a folder below', join(repo, 'App', 'config', 'process'), []],
    ['by a relative path', repo, ['.']],
    ['with a slash at the end', dirname(repo), [`${basename(repo)}/`]],
    ['by an absolute path from elsewhere', other, [repo]],
    ['by its App folder from elsewhere', other, [join(repo, 'App')]],
    ['by a path with steps up', join(repo, 'App'), ['../App/../.']],
    ['given twice', repo, ['.', repo]],
    ['after --', repo, ['--', '.']],
  ])('%s', async (_, cwd, args) => {
    const usual = await seen(repo, []);
    expect(usual.files).toEqual(['App/Program.cs']);
    expect(await seen(cwd, args)).toEqual({ ...usual, paths: ['.'] });
    expect(await patch(cwd, args)).toBe(await patch(repo, []));
  });

  test('through a symbolic link', async () => {
    const link = join(other, 'link');
    symlinkSync(repo, link);
    expect((await seen(other, ['link'])).files).toEqual(['App/Program.cs']);
  });

  test('and as part of itself', async () => {
    const { paths, notAnalysed } = await seen(repo, ['.', 'App']);
    expect([paths, notAnalysed]).toEqual([['.'], []]);
  });
});

describe('a path with spaces, quotes and letters outside of ASCII', () => {
  const folder = join(emptyFolder(), "Ola's æøå app – 申請");
  cpSync(`${projectRoot}fixtures/custom-path-literal/app`, folder, { recursive: true });
  commitAll(folder);

  test('is read, patched, and quoted in the next command so that a shell takes it back', async () => {
    const { code, stdout } = await maskinflytt(dirname(folder), ['audit', basename(folder)]);
    expect(code).toBe(1);
    expect(stdout).toContain(`maskinflytt fix 'Ola'\\''s æøå app – 申請'\n`);
    expect(await patch(dirname(folder), [basename(folder)])).toBe(await patch(repo, []));
  });
});

test('a folder whose name begins with a dash is named after --, also in the next command', async () => {
  const folder = join(emptyFolder(), '-app');
  cpSync(`${projectRoot}fixtures/custom-path-literal/app`, folder, { recursive: true });
  commitAll(folder);
  const { code, stdout } = await maskinflytt(dirname(folder), ['audit', '--', '-app']);
  expect(code).toBe(1);
  expect(stdout).toContain('maskinflytt fix -- -app\n');
});

describe('several repos', () => {
  const folder = emptyFolder();
  for (const [name, fixture] of [
    ['b-clean', 'look-alikes'],
    ['a-legacy', 'custom-path-literal'],
    ['c-legacy', 'fiks-builder'],
  ] as const) {
    cpSync(`${projectRoot}fixtures/${fixture}/app`, join(folder, name), { recursive: true });
    commitAll(join(folder, name));
  }

  test('in one folder are roots of their own, in the order of their names', async () => {
    const { paths, files } = await seen(folder, []);
    expect(paths).toEqual(['a-legacy', 'b-clean', 'c-legacy']);
    expect(files).toEqual(['App/Program.cs', 'App/Program.cs']);
  });

  test('given one by one are in the order given, with their paths from the current folder', async () => {
    const pathsFrom = async (cwd: string, ...args: readonly string[]) => (await seen(cwd, args)).paths;
    const [a, b, c] = ['a-legacy', 'b-clean', 'c-legacy'].map((name) => join(folder, name));
    expect(await pathsFrom(folder, './c-legacy', 'a-legacy/')).toEqual(['c-legacy', 'a-legacy']);
    expect(await pathsFrom(folder, c ?? '', `${a}/`)).toEqual(['c-legacy', 'a-legacy']);
    expect(await pathsFrom(a ?? '', '.', '../c-legacy')).toEqual(['.', '../c-legacy']);
    expect(await pathsFrom(a ?? '', '..', emptyFolder())).toEqual(['../a-legacy', '../b-clean', '../c-legacy']);
    expect(await pathsFrom(a ?? '', `${b}/.`, c ?? '')).toEqual([b, c]);
  });

  test('lead to a next command that can hold one patch a root', async () => {
    const { stdout } = await maskinflytt(folder, ['audit']);
    expect(stdout).toContain('maskinflytt fix --output-dir patches\n');
    expect(stdout).toMatch(
      /Nothing to report in 1 app:\n {2}\S+ · Altinn\.App 8\.12\.7 · b-clean {2}No use of Maskinporten\n/,
    );
  });

  test('inside one another keep apart', async () => {
    const outer = repoOfFixture('custom-path-literal');
    cpSync(`${projectRoot}fixtures/fiks-builder/app`, join(outer, 'vendor', 'inner'), { recursive: true });
    commitAll(join(outer, 'vendor', 'inner'));
    const { paths, files } = await seen(outer, []);
    expect(paths).toEqual(['.', 'vendor/inner']);
    expect(files).toEqual(['App/Program.cs', 'App/Program.cs']);
    expect((await seen(join(outer, 'vendor', 'inner'), [])).paths).toEqual(['.']);
  });
});

describe.concurrent('an app outside of git', () => {
  const folder = emptyFolder();
  cpSync(`${projectRoot}fixtures/custom-path-literal/app`, folder, { recursive: true });

  test('is read and patched all the same', async () => {
    expect((await seen(folder, [])).files).toEqual(['App/Program.cs']);
    expect(await patch(folder, [])).toBe(await patch(repo, []));
  });

  test('cannot be committed', async () => {
    const { code, stdout, stderr } = await maskinflytt(folder, ['fix', '--commit', '--scopes-added']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('is not in a git repo, so nothing was committed');
  });
});

describe.concurrent('without git on the PATH', () => {
  const env = { PATH: emptyFolder() };

  test('audit and the patch are the same', async () => {
    expect((await maskinflytt(repo, ['fix'], { env })).stdout).toBe(await patch(repo, []));
    expect((await maskinflytt(repo, ['audit'], { env })).stdout).toBe((await maskinflytt(repo, ['audit'])).stdout);
  });

  test('a repo is not written to, because nobody can tell what would be lost', async () => {
    const own = repoOfFixture('default-path');
    const refused = await maskinflytt(own, ['fix', '--write'], { env });
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('because git did not answer. Pass --allow-dirty');
    expect((await maskinflytt(own, ['fix', '--write', '--allow-dirty'], { env })).code).toBe(0);
    expect(await patch(own, [])).toBe('');
  });
});

describe.concurrent('the same input gives the same bytes', () => {
  const folders = ['two-phases', 'several-apps', 'broken-files'].map((name) => repoOfFixture(name));
  const commands = [
    ['audit', '--lang', 'nb'],
    ['audit', '--format', 'json', '--lang', 'nb'],
    ['audit', '--verbose', '--lang', 'en'],
  ];

  test.each(commands)('%s %s %s %s', async (...args) => {
    const line = [...args, ...folders].filter((arg) => arg !== undefined);
    const runs = await Promise.all(
      ['C', 'nb_NO.UTF-8', 'C.UTF-8', 'tr_TR.UTF-8'].map((LC_ALL) =>
        maskinflytt(projectRoot, line, { env: { LC_ALL } }),
      ),
    );
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(runs[0]?.stdout).not.toBe('');
  });

  test('wherever the repo stands and whoever wrote it out', async () => {
    const [one, other] = ['two-phases', 'two-phases'].map((name) => repoOfFixture(name));
    const [a, b] = await Promise.all([one, other].map((cwd = '') => maskinflytt(cwd, ['audit', '--format', 'json'])));
    expect(a?.stdout).toBe(b?.stdout);
    expect(relative(one ?? '', other ?? '')).not.toBe('');
  });
});

test('an app in a folder that git ignores is read when it is named', async () => {
  const outer = repoOfFixture('clean-v8');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(outer, '.gitignore'), 'work/\n');
  mkdirSync(join(outer, 'work'));
  cpSync(`${projectRoot}fixtures/fiks-builder/app`, join(outer, 'work', 'app'), { recursive: true });
  expect((await seen(outer, [])).paths).toEqual(['.']);
  expect((await seen(outer, ['work/app'])).files).toEqual(['work/app/App/Program.cs']);
  expect((await seen(outer, ['.', 'work/app'])).paths).toEqual(['.', 'work/app']);
});
