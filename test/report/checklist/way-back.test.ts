import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from '../../end-to-end/binary.ts';
import { git, removeRepos, repoOfFixture } from '../../end-to-end/repo.ts';

afterAll(removeRepos);

const headingOfIt = '### The way back';

async function wayBack(repo: string): Promise<string> {
  const { stdout } = await maskinflytt(repo, ['checklist']);
  const [, after = ''] = stdout.split(headingOfIt);
  return after.split('\n### ')[0] ?? '';
}

async function takeInSwitch(repo: string): Promise<void> {
  const { code } = await maskinflytt(repo, ['fix', '--phase', 'switch', '--write', '--scopes-added']);
  expect(code).toBe(0);
  git(repo, 'add', '-A');
}

const revert = 'The switch: revert the change and deploy.';
const mixture = 'the old key meets the client id of Altinn Studio again';

describe('where the switch takes a half of two clients out of a file', () => {
  test.each(['chimera-production-settings', 'chimera-key-in-vault'])(
    'reverting is no way back, before it or after: %s',
    async (fixture) => {
      const repo = repoOfFixture(fixture);
      const before = await wayBack(repo);
      await takeInSwitch(repo);
      for (const text of [before, await wayBack(repo)]) {
        expect(text).toContain(mixture);
        expect(text).not.toContain(revert);
      }
    },
  );

  test('and the file has what only the default section had, reverting is: the old code has a section of its own', async () => {
    const repo = repoOfFixture('default-section-filled');
    expect(await wayBack(repo)).toContain(revert);
    await takeInSwitch(repo);
    expect(await wayBack(repo)).toContain(revert);
  });
});

test('secrets go back in one go with the code that reads them', async () => {
  const text = await wayBack(repoOfFixture('docs-2024-vault-provider'));
  expect(text).toContain(revert);
  expect(text).toContain('in one go with that');
  expect(text).not.toContain('The vault then wins again');
});

test('secrets of the built-in client go back by themselves', async () => {
  const text = await wayBack(repoOfFixture('vault-overrides-studio'));
  expect(text).toContain('The vault then wins again.');
  expect(text).not.toContain(revert);
});

test('nothing is said of the preparing where there is nothing to prepare', async () => {
  expect(await wayBack(repoOfFixture('chimera-production-settings'))).not.toContain('Before the switch');
  expect(await wayBack(repoOfFixture('external-default-package-8-late'))).toContain('but not after scopes are added');
});

test('the way back from the switch stays where there is little room; what waits for the switch does not', async () => {
  const { stdout } = await maskinflytt(repoOfFixture('chimera-key-in-vault'), ['checklist', '--max-length', '4000']);
  expect(stdout).toContain(mixture);
  expect(stdout).not.toContain('vault/unused-provider');
});
