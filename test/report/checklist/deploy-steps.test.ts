import { afterAll, expect, test } from 'vitest';
import { maskinflytt } from '../../end-to-end/binary.ts';
import { removeRepos, repoOfFixture } from '../../end-to-end/repo.ts';

afterAll(removeRepos);

async function deployment(fixture: string): Promise<string> {
  const { stdout } = await maskinflytt(repoOfFixture(fixture), ['checklist']);
  return stdout.split('### 4. ')[1]?.split('\n### ')[0] ?? '';
}

const deploy = '- [ ] Build the app in Altinn Studio';
const disable = '- [ ] Disable these secrets';

test.each(['chimera-key-in-vault', 'docs-2024-vault-provider', 'record-waiting-for-cleanup'])(
  'where the code moves too, secrets go right before the deploy: %s',
  async (fixture) => {
    const text = await deployment(fixture);
    expect(text.indexOf(disable)).toBeGreaterThan(-1);
    expect(text.indexOf(disable)).toBeLessThan(text.indexOf(deploy));
    expect(text).toContain('right before the app is deployed there');
  },
);

test.each(['vault-overrides-studio', 'vault-before-host'])(
  'where the vault alone holds the switch back, secrets go after the deploy: %s',
  async (fixture) => {
    const text = await deployment(fixture);
    expect(text.indexOf(disable)).toBeGreaterThan(text.indexOf(deploy));
    expect(text).toContain('and redeploy');
  },
);

test.each([
  ['pair-dan-studio', true],
  ['local-file-committed', false],
  ['environment-override-deployed', false],
  ['custom-path-literal', false],
])('a deploy is said to switch only where nothing is left that may win: %s', async (fixture, switches) => {
  expect((await deployment(fixture)).includes('With this deploy, TT02 goes over')).toBe(switches);
});
