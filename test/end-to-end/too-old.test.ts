import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

test('that an upgrade comes first stands above everything else of an app that is too old', async () => {
  const repo = repoOfFixture('v7-app');
  expect(readFileSync(join(repo, 'App/App.csproj'), 'utf8')).toContain('Version="7.');
  const { stdout } = await maskinflytt(repo, ['audit']);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /^\S+ · Altinn\.App 7\.\S+ Credentials managed by hand; [^.]+, so upgrading it comes first\./,
  );
});
