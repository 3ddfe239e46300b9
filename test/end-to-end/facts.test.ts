import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot } from './binary.ts';
import { fixtureNames } from './fixture.ts';
import { emptyFolder, removeRepos, repoOfFixture } from './repo.ts';

/** What a fixture states of the app beside its findings: where its configuration comes from, and what that leads to. */
interface Facts {
  readonly status: string;
  readonly trigger: string;
  readonly providers: readonly string[];
  readonly precedence: Readonly<Record<string, string>>;
}

const names = fixtureNames().filter((name) => existsSync(factsFile(name)));
const repos = new Map(names.map((name) => [name, repoOfFixture(name)]));

afterAll(removeRepos);

describe('the facts of an app', () => {
  let apps: readonly ReportedFacts[];

  beforeAll(async () => {
    const run = await maskinflytt(emptyFolder(), ['audit', '--format', 'json', ...repos.values()]);
    apps = JSON.parse(run.stdout).apps;
  });

  test.each(names)('%s', (name) => {
    const repo = repos.get(name) ?? '';
    const stated: readonly Facts[] = appsIn(JSON.parse(readFileSync(factsFile(name), 'utf8')));
    const reported = apps.filter(({ path }) => path === repo || path.startsWith(`${repo}/`));
    expect(reported.map(factsOf)).toEqual(
      stated.map(({ status, trigger, providers, precedence }) => {
        return { status, trigger, providers, precedence };
      }),
    );
  });
});

/** One app, or several. */
function appsIn(stated: Facts | { readonly apps: readonly Facts[] }): readonly Facts[] {
  return 'apps' in stated ? stated.apps : [stated];
}

interface ReportedFacts {
  readonly path: string;
  readonly status: string;
  readonly trigger: string;
  readonly providers: readonly { readonly kind: string }[];
  readonly precedence: readonly { readonly key: string; readonly winner: string }[];
}

function factsOf({ status, trigger, providers, precedence }: ReportedFacts): Facts {
  return {
    status,
    trigger,
    providers: providers.map(({ kind }) => kind),
    precedence: Object.fromEntries(precedence.map(({ key, winner }) => [key, winner])),
  };
}

function factsFile(name: string): string {
  return `${projectRoot}fixtures/${name}/facts.json`;
}
