import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { emptyFolder, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const file = 'maskinflytt.baseline';

describe.concurrent('a baseline', () => {
  test('makes an audit pass that failed, and is the same whoever writes it', async () => {
    const repo = repoOfFixture('custom-path-literal');
    expect((await maskinflytt(repo, ['audit', '--fail-on', 'note'])).code).toBe(1);
    const written = await maskinflytt(repo, ['audit', '--fail-on', 'note', '--write-baseline', file]);
    expect([written.code, written.stderr]).toEqual([
      0,
      expect.stringMatching(/^maskinflytt\.baseline knows \d+ findings now\.\n$/),
    ]);
    const text = readFileSync(join(repo, file), 'utf8');
    const again = await maskinflytt(repo, ['audit', '--fail-on', 'note', '--baseline', file, '--lang', 'nb']);
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toMatch(/\d+ funn står i grunnlinjen og telles ikke\./);
    await maskinflytt(repo, ['audit', '--lang', 'nb', '--quiet', '--write-baseline', 'nb']);
    expect(readFileSync(join(repo, 'nb'), 'utf8')).toBe(text);
  });

  test.each(['markdown', 'html'])('is told of in %s', async (format) => {
    const repo = repoOfFixture('custom-path-literal');
    await maskinflytt(repo, ['audit', '--write-baseline', file]);
    const { stdout } = await maskinflytt(repo, ['audit', '--baseline', file, '--format', format]);
    expect(stdout).toMatch(/\d+ findings are in the baseline, and not counted\./);
  });

  test.each([
    [['--baseline', 'none'], 'none does not exist.'],
    [['--baseline', 'maskinflytt.json'], 'maskinflytt.json is not what was expected: the lines that'],
    [['--baseline'], '--baseline wants a value.'],
    [['--write-baseline', '.'], '. could not be written: '],
  ])('%j is wrong use', async (args, sentence) => {
    const repo = repoOfFixture('custom-path-literal');
    writeFileSync(join(repo, 'maskinflytt.json'), '{}');
    const { code, stdout, stderr } = await maskinflytt(repo, ['audit', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });

  test('of two branches is merged by git without a conflict, and a union of both is read', async () => {
    const folder = emptyFolder();
    const line = (digit: number) =>
      JSON.stringify({
        fingerprint: digit.toString(16).padEnd(32, '0'),
        rule: 'config/custom-path',
        app: 'a/b',
        path: 'c',
      });
    const write = (name: string, digits: readonly number[]) =>
      writeFileSync(join(folder, name), ['{"schemaVersion":1}', ...digits.map(line), ''].join('\n'));
    const merged = (...args: readonly string[]) =>
      execFileSync('git', ['merge-file', '-p', ...args, 'ours', 'base', 'theirs'], { cwd: folder, encoding: 'utf8' });
    write('base', [1, 4, 7, 10, 13]);
    write('ours', [1, 4, 5, 10, 13]);
    write('theirs', [1, 4, 7, 10, 13, 14]);
    expect(merged()).toBe(['{"schemaVersion":1}', ...[1, 4, 5, 10, 13, 14].map(line), ''].join('\n'));
    write('theirs', [1, 4, 6, 7, 10, 13]);
    const union = merged('--union');
    expect(union).toContain(line(6));
    writeFileSync(join(folder, file), union);
    const { code } = await maskinflytt(repoOfFixture('clean-v8'), ['audit', '--baseline', join(folder, file)]);
    expect(code).toBe(0);
  });
});
