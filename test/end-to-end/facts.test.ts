import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { factsOf, type ReportedFacts, statedFacts } from './facts.ts';
import { fixtureNames } from './fixture.ts';
import { emptyFolder, removeRepos, repoOfFixture } from './repo.ts';

const names = fixtureNames().filter((name) => statedFacts(name) !== null);
const repos = new Map(names.map((name) => [name, repoOfFixture(name)]));

afterAll(removeRepos);

describe('the facts of an app', () => {
  let apps: readonly (ReportedFacts & { readonly path: string })[];

  beforeAll(async () => {
    const run = await maskinflytt(emptyFolder(), ['audit', '--format', 'json', ...repos.values()]);
    apps = JSON.parse(run.stdout).apps;
  });

  test.each(names)('%s', (name) => {
    const repo = repos.get(name) ?? '';
    const reported = apps.filter(({ path }) => path === repo || path.startsWith(`${repo}/`));
    expect(reported.map(factsOf)).toEqual(statedFacts(name));
  });
});
