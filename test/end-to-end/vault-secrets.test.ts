import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { emptyFolder, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const rule = ['--rule', 'vault/retire-secrets', '--format', 'json'];

function listing(content: string): string {
  const file = join(emptyFolder(), 'secrets.json');
  writeFileSync(file, content);
  return file;
}

describe('audit --vault-secrets', () => {
  test('names what is there, and leaves nothing to say of what is not', async () => {
    const repo = repoOfFixture('vault-retire-secrets');
    const there = listing('MaskinportenSettings--ClientId\nlosbestilling--MaskinportenSettings--ClientId\n');
    const [app] = JSON.parse((await maskinflytt(repo, ['audit', ...rule, '--vault-secrets', there])).stdout).apps;
    expect(app.findings.map(({ message }: { readonly message: string }) => message)).toEqual([
      'Secrets to take out of Key Vault with the switch: MaskinportenSettings--ClientId.',
    ]);
    const listed = app.secrets.filter(({ certainty }: { readonly certainty: string }) => certainty === 'listed');
    expect(listed.map(({ name }: { readonly name: string }) => name)).toEqual(['MaskinportenSettings--ClientId']);
    const nothing = await maskinflytt(repo, ['audit', ...rule, '--vault-secrets', listing('[]')]);
    expect(JSON.parse(nothing.stdout).apps[0].findings).toEqual([]);
  });

  test('is passed on to the patch that is offered', async () => {
    const repo = repoOfFixture('custom-path-literal');
    const { stdout } = await maskinflytt(repo, ['audit', '--vault-secrets', listing('[]')]);
    expect(stdout).toMatch(/maskinflytt fix .*--vault-secrets /);
  });

  test('refuses a file with values, and shows none of them', async () => {
    const repo = repoOfFixture('vault-retire-secrets');
    const file = listing('[{ "name": "MaskinportenSettings--ClientId", "value": "c2hvdy1tZS1ub3doZXJl" }]');
    const { code, stdout, stderr } = await maskinflytt(repo, ['audit', '--vault-secrets', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${file} is not what was expected: names of secrets`);
    expect(stderr).not.toContain('c2hvdy1tZS1ub3doZXJl');
  });
});
