import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot } from '../end-to-end/binary.ts';
import { emptyFolder, removeRepos, repoOfFixture } from '../end-to-end/repo.ts';

afterAll(removeRepos);

const name = 'maskinflytt.config.json';

describe.skipIf(process.platform === 'win32')('a configuration that was found and is no file', () => {
  test.each<[string, (folder: string) => void, string]>([
    ['a pipe', (folder) => void execFileSync('mkfifo', [join(folder, name)]), 'not a regular file'],
    ['a device without an end', (folder) => symlinkSync('/dev/zero', join(folder, name)), 'not a regular file'],
    ['a folder', (folder) => mkdirSync(join(folder, name)), 'EISDIR'],
    ['a link to itself', (folder) => symlinkSync(name, join(folder, name)), ''],
  ])('holds nobody up: %s', async (_, lay, said) => {
    const repo = repoOfFixture('clean-v8');
    lay(repo);
    const { code, stderr } = await maskinflytt(repo, ['audit']);
    expect(stderr).toContain(said);
    expect(code).toBe(said === '' ? 0 : 2);
  });

  test('nor does one of a repo among many', async () => {
    const [one, other] = [repoOfFixture('clean-v8'), repoOfFixture('clean-v9')];
    execFileSync('mkfifo', [join(other, name)]);
    expect(await maskinflytt(emptyFolder(), ['audit', one, other])).toMatchObject({ code: 2 });
  });
});

describe.skipIf(process.platform === 'win32')('a file that was named', () => {
  test.each(['--config', '--vault-secrets', '--registered-scopes'])('is read only so far: %s', async (option) => {
    const repo = repoOfFixture('clean-v8');
    const { code, stderr } = await maskinflytt(repo, ['audit', option, '/dev/zero']);
    expect(stderr).toContain('/dev/zero cannot be used: EFBIG');
    expect(code).toBe(2);
  });

  test('may be a pipe that ends', () => {
    const repo = repoOfFixture('clean-v8');
    const command = `printf 'a:b' | "${process.execPath}" "${projectRoot}bin/maskinflytt.js" audit --registered-scopes /dev/stdin`;
    expect(execFileSync('sh', ['-c', command], { cwd: repo, encoding: 'utf8' })).not.toBe('');
  });
});
