import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { maskinflytt } from '../../end-to-end/binary.ts';
import { removeRepos, repoOfFixture } from '../../end-to-end/repo.ts';

afterAll(removeRepos);

async function checklist(fixture: string): Promise<string> {
  return (await maskinflytt(repoOfFixture(fixture), ['checklist'])).stdout;
}

test('what mends a mixture goes into the deploy that follows the scopes', async () => {
  const text = await checklist('chimera-production-settings');
  expect(text).toContain('Scopes and step 3 go into one and the same deploy.');
  expect(text).not.toContain('Do not add scopes yet');
});

test('a shared section is renamed before scopes are added', async () => {
  expect(await checklist('external-default-package-8-late')).toContain('Do not add scopes yet');
});

test('a vault before the host moves before scopes are added', async () => {
  const text = await checklist('vault-before-host');
  expect(text).toContain('Do not add scopes before the patch of step 3 is deployed');
  expect(text).toContain('Merge and deploy it before the scopes are added in Altinn Studio.');
  expect(text).not.toContain('Merge it once the scopes are in Altinn Studio.');
});

test('taking out what holds Studio’s credentials back goes along with the scopes', async () => {
  const text = await checklist('local-file-committed');
  const byHand = 'By hand, `config/local-file`';
  expect(text.indexOf(byHand)).toBeGreaterThan(text.indexOf('### 3. '));
  expect(text).toContain('This is what makes the app switch');
  expect(text).not.toContain('may be merged any time');
  expect(text).not.toContain('The credentials are the same before and after');
});

test('that no code asks for a scope is said only where none does, not where nobody looked', async () => {
  const said = 'No code was found that asks for a scope.';
  const without = ['checklist', '--skip-rule', 'scopes/to-add'];
  expect((await maskinflytt(repoOfFixture('two-phases'), without)).stdout).not.toContain(said);
  const repo = repoOfFixture('two-phases');
  const program = join(repo, 'App/Program.cs');
  const text = readFileSync(program, 'utf8');
  writeFileSync(program, text.replace(/\.UseMaskinportenAuthori[sz]ation\([^)]*\)/g, ''));
  expect((await maskinflytt(repo, ['checklist'])).stdout).toContain(said);
});
