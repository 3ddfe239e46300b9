import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from '../../end-to-end/binary.ts';
import { removeRepos, repoOfFixture } from '../../end-to-end/repo.ts';

afterAll(removeRepos);

/** Each file in `golden/` was read by a person; read it again before it is renewed with `vitest -u`. */
describe('the checklist reads as it should', () => {
  test.each([
    // One for each way in which an app may stand: several steps ahead, and none.
    ['docs-2023-host-gone', 'the provisioned file is never loaded'],
    ['external-default-package-8-late', 'adding scopes would break the app'],
    ['chimera-key-in-vault', 'adding scopes would mix two clients'],
    ['vault-overrides-studio', 'secrets make it switch'],
    ['vault-before-host', 'scopes make it switch, and the vault has to be moved before'],
    ['docs-2024-vault-provider', 'the external client has its secrets in the default section'],
    ['local-file-committed', 'a committed file keeps it from switching'],
    ['pair-dan-studio', 'a change of the code makes it switch'],
    ['identities-undecided', 'nobody has decided'],
    ['v8-2-app', 'the version cannot take it'],
    ['record-waiting-for-cleanup', 'the switch is done'],
    ['external-service-own-external', 'it stays as it is'],
    ['clean-v9', 'nothing to move'],
    ['look-alikes', 'no Maskinporten at all'],
  ])('%s: %s', async (fixture) => {
    const repo = repoOfFixture(fixture);
    for (const lang of ['en', 'nb']) {
      const { stdout, stderr, code } = await maskinflytt(repo, ['checklist', '--lang', lang]);
      expect([stderr, code]).toEqual(['', 0]);
      expect(stdout.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
      await expect(stdout).toMatchFileSnapshot(`golden/${fixture}.${lang}.md`);
    }
  });
});
