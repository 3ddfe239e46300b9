import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { git, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

/** The one app of a report, by its only client. */
async function clientOf(
  repo: string,
  ...options: readonly string[]
): Promise<{ id: string; section: string; decision: string }> {
  const { stdout } = await maskinflytt(repo, ['audit', '--format', 'json', ...options]);
  return JSON.parse(stdout).apps[0].clients[0];
}

async function prepare(repo: string, ...options: readonly string[]): Promise<void> {
  const { code, stdout } = await maskinflytt(repo, ['fix', '--phase', 'prepare', ...options]);
  expect([code, stdout.includes('diff --git')]).toEqual([0, true]);
  writeFileSync(join(repo, '.git', 'test.patch'), stdout);
  git(repo, 'apply', '.git/test.patch');
}

test.each(['own-external', 'own-built-in'])(
  'a client that is %s is moved off the default section, and stays so',
  async (own) => {
    const repo = repoOfFixture('config-default-section-shared');
    const decided = ['--decide', `MaskinportenSettings=${own}`];
    expect(await clientOf(repo, ...decided)).toMatchObject({ section: 'MaskinportenSettings', decision: own });
    await prepare(repo, ...decided);
    const client = await clientOf(repo, ...decided);
    expect(client).toMatchObject({ decision: own });
    expect(client.section).not.toBe('MaskinportenSettings');
  },
);

test('so is one that was decided about by its id, which has another id then', async () => {
  const repo = repoOfFixture('config-default-section-shared');
  const { id } = await clientOf(repo);
  await prepare(repo, '--decide', `${id}=own-external`);
  const { section } = await clientOf(repo);
  const { code, stderr } = await maskinflytt(repo, ['audit', '--decide', `${id}=own-external`]);
  expect(code).toBe(2);
  expect(stderr).toContain(section);
});
