import { afterAll, expect, test } from 'vitest';
import { maskinflytt } from '../../end-to-end/binary.ts';
import { git, removeRepos, repoOfFixture } from '../../end-to-end/repo.ts';

afterAll(removeRepos);

/** Of the section of the checklist that begins so. */
async function section(repo: string, heading: string): Promise<string> {
  const { stdout } = await maskinflytt(repo, ['checklist']);
  return stdout.split(`### ${heading}`)[1]?.split('\n### ')[0] ?? '';
}

async function takeIn(repo: string, phase: string, ...said: readonly string[]): Promise<void> {
  const { code } = await maskinflytt(repo, ['fix', '--phase', phase, '--write', '--allow-dirty', ...said]);
  expect(code).toBe(0);
  git(repo, 'add', '-A');
}

test('secrets that were copied to other names are named until they are gone', async () => {
  const repo = repoOfFixture('docs-2024-vault-provider');
  expect(await section(repo, 'Before the switch')).toContain('nothing else needs the originals');
  await takeIn(repo, 'prepare');
  const prepared = await section(repo, '4. ');
  expect(prepared).not.toContain('With this deploy, TT02 goes over');
  expect(await section(repo, 'Before the switch')).not.toContain('originals');
  await takeIn(repo, 'switch', '--scopes-added');
  const switched = await section(repo, '4. ');
  for (const key of ['ClientId', 'EncodedJwk', 'Environment', 'Scope', 'ExhangeToAltinnToken', 'JwkBase64']) {
    expect(switched).toContain(`\`MaskinportenSettings--${key}\``);
  }
});
