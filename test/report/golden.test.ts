import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from '../end-to-end/binary.ts';
import { removeRepos, repoOfFixture } from '../end-to-end/repo.ts';

afterAll(removeRepos);

const languages = ['en', 'nb'] as const;

function inBothLanguages(repo: string, command: string) {
  return Promise.all(languages.map((lang) => maskinflytt(repo, [command, '--lang', lang])));
}

/** Each file in `golden/` was read by a person; read it again before it is renewed with `vitest -u`. */
describe('the terminal report reads as it should', () => {
  test.each([
    'broken-files',
    'clean-v8',
    'configurers-stacked',
    'custom-path-computed',
    'custom-path-literal',
    'default-section-filled',
    'several-apps',
    'two-identities',
    'two-phases',
    'v9-leftovers',
  ])('%s', async (fixture) => {
    const runs = await inBothLanguages(repoOfFixture(fixture), 'audit');
    for (const [index, { stdout, stderr }] of runs.entries()) {
      expect(stderr).toBe('');
      expect(stdout.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
      await expect(stdout).toMatchFileSnapshot(`golden/${fixture}.${languages[index]}.txt`);
    }
  });
});

test('what fix tells beside the patch reads as it should', async () => {
  const runs = await inBothLanguages(repoOfFixture('two-phases'), 'fix');
  for (const [index, { stderr }] of runs.entries()) {
    await expect(stderr).toMatchFileSnapshot(`golden/fix-two-phases.${languages[index]}.txt`);
  }
});
