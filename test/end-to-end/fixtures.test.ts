import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot, type Run } from './binary.ts';
import { changesIn, expectedOf, fixtureNames, phases, type ReportedApp, summary, withChanges } from './fixture.ts';
import { type PhaseRun, patchesFor, runPhases } from './phase-runs.ts';
import { emptyFolder, filesBelow, git, removeRepos, repoOfFixture } from './repo.ts';

const names = fixtureNames();
const repos = new Map(names.map((name) => [name, repoOfFixture(name)]));
/** Patched one by one as well, as an app mostly is: bytes of every kind, several apps, several phases, and some at random. */
const alone = ['crlf-bom', 'mixed-line-ends', 'several-apps', 'two-phases', ...names.filter((_, at) => at % 61 === 30)];

afterAll(removeRepos);

describe('audit', () => {
  const reported = new Map<string, ReportedApp[]>();
  let run: Run;

  beforeAll(async () => {
    run = await maskinflytt(emptyFolder(), ['audit', '--format', 'json', ...repos.values()], { seconds: 240 });
    for (const app of JSON.parse(run.stdout).apps) {
      const given = [...repos].find(([, repo]) => app.path === repo || app.path.startsWith(`${repo}/`));
      const name = given?.[0] ?? '';
      const path = app.path.slice((given?.[1].length ?? 0) + 1) || '.';
      reported.set(name, [...(reported.get(name) ?? []), { ...app, path }]);
    }
  }, 300_000);

  test('reads all fixtures in one run, and says nothing beside', () => {
    expect(run.stderr).toBe('');
    expect([...reported.keys()].sort()).toEqual(names);
  });

  test.each(names)('%s: reports what the fixture states', (name) => {
    expect(reported.get(name)?.map(summary)).toEqual(expectedOf(name).apps);
  });

  test.each(names)('%s: lists the files that it could not analyse, and no others', (name) => {
    const repo = repos.get(name) ?? '';
    const listed: { readonly file: string }[] = JSON.parse(run.stdout).notAnalysed;
    const own = listed.filter(({ file }) => file.startsWith(`${repo}/`)).map(({ file }) => file.slice(repo.length + 1));
    expect(own).toEqual(expectedOf(name).notAnalysed.map(({ file }) => file));
  });
});

describe('fix', () => {
  let runs: readonly PhaseRun[] = [];
  let left: ReadonlyMap<string, unknown> = new Map();

  // biome-ignore lint/correctness/noEmptyPattern: vitest wants the first written so
  beforeAll(async ({}, { tasks }) => {
    const isAsked = (name: string) => tasks.some((task) => task.mode === 'run' && task.name.startsWith(`${name}: `));
    const asked = new Map([...repos].filter(([name]) => isAsked(name)));
    runs = await runPhases(asked);
    left = await patchesFor(asked, []);
  }, 15 * 60_000);

  test.each(names)(
    '%s: the patch of each phase applies and leaves exactly the files that the fixture states, until nothing is left',
    (name) => {
      let files = filesBelow(`${projectRoot}fixtures/${name}/app`);
      expect(runs.map(({ phase }) => phase)).toEqual(phases);
      for (const { phase, results } of runs) {
        const result = results.get(name);
        const after = changesIn(name, phase);
        expect(result?.patch === null, `no patch in phase ${phase}`).toBe(after.size === 0);
        expect(result?.refused).toBe('');
        files = withChanges(files, after);
        expect(Object.fromEntries(result?.files ?? [])).toEqual(Object.fromEntries(files));
        expect(result?.again, `a second patch in phase ${phase}`).toBe(null);
      }
      expect(left.get(name)).toBeUndefined();
    },
  );

  test.each(alone)('%s: by itself it gets the same patches, on the output', { timeout: 300_000 }, async (name) => {
    const repo = repoOfFixture(name);
    for (const { phase, results } of runs) {
      const patch = results.get(name)?.patch ?? null;
      const offered = await maskinflytt(repo, ['fix', '--phase', phase]);
      expect(offered.code).toBe(0);
      expect(Buffer.from(offered.stdout).toString('latin1')).toBe(patch ?? '');
      if (patch === null) continue;
      writeFileSync(join(repo, '.git', 'fix.patch'), offered.stdout);
      git(repo, 'apply', '--check', '.git/fix.patch');
      git(repo, 'apply', '.git/fix.patch');
      expect((await maskinflytt(repo, ['fix', '--phase', phase])).stdout).toBe('');
      git(repo, 'add', '-A', '-f');
    }
    expect(await maskinflytt(repo, ['fix'])).toMatchObject({ code: 0, stdout: '' });
  });

  test.each(alone.slice(0, 4))('%s: --write leaves the same files as the patch', { timeout: 300_000 }, async (name) => {
    const repo = repoOfFixture(name);
    const assured = ['--write', '--allow-dirty', '--scopes-added', '--production-verified'];
    let files = filesBelow(repo);
    for (const phase of phases) {
      const { code } = await maskinflytt(repo, ['fix', '--phase', phase, ...assured]);
      files = withChanges(files, changesIn(name, phase));
      expect(code).toBe(0);
      expect(Object.fromEntries(filesBelow(repo))).toEqual(Object.fromEntries(files));
    }
  });
});
