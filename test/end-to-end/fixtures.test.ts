import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { type ExpectedApp, expectedOf, filesAfter, fixtureNames, phases } from './fixture.ts';
import { filesBelow, git, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

describe.concurrent.each(fixtureNames())('%s', (name) => {
  const expected = expectedOf(name);

  test('audit says what the fixture states', async () => {
    const repo = repoOfFixture(name);
    const { code, stdout, stderr } = await maskinflytt(repo, ['audit', '--format', 'json']);
    const report = JSON.parse(stdout || '{}');
    expect(stderr).toBe('');
    expect({ apps: report.apps?.map(summary), notAnalysed: report.notAnalysed?.map(fileOnly) }).toEqual({
      apps: expected.apps,
      notAnalysed: expected.notAnalysed,
    });
    const hasError = expected.apps.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
    expect(code).toBe(hasError ? 1 : 0);
  });

  test('each phase leaves exactly the files that the fixture states, by patch and by --write alike', async () => {
    const repo = repoOfFixture(name);
    const written = repoOfFixture(name);
    let files = filesBelow(repo);
    for (const phase of phases) {
      const after = filesAfter(name, phase);
      const { code, stdout } = await maskinflytt(repo, ['fix', '--phase', phase]);
      expect(code).toBe(0);
      expect(stdout === '').toBe(after.size === 0);
      if (stdout !== '') {
        writeFileSync(join(repo, '.git', 'fix.patch'), stdout);
        git(repo, 'apply', '--check', '.git/fix.patch');
        git(repo, 'apply', '.git/fix.patch');
      }
      files = new Map([...files, ...after]);
      expect(Object.fromEntries(filesBelow(repo))).toEqual(Object.fromEntries(files));
      const assured = ['--write', '--allow-dirty', '--scopes-added', '--production-verified'];
      expect((await maskinflytt(written, ['fix', '--phase', phase, ...assured])).code).toBe(0);
      expect(Object.fromEntries(filesBelow(written))).toEqual(Object.fromEntries(files));
      const again = await maskinflytt(repo, ['fix', '--phase', phase]);
      expect(again.stdout).toBe('');
    }
  });
});

interface ReportedApp extends Omit<ExpectedApp, 'line' | 'findings'> {
  readonly versions: { readonly line: string };
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly phase: string | null;
    readonly fix: string;
    readonly location: { readonly file: string; readonly line: number };
  }[];
}

function summary({ path, id, versions, status, phase, findings }: ReportedApp): ExpectedApp {
  return {
    path,
    id,
    line: versions.line,
    status,
    phase,
    findings: findings.map(({ rule, severity, phase, fix, location: { file, line } }) => ({ rule, severity, phase, fix, file, line })),
  };
}

function fileOnly({ file }: { readonly file: string }) {
  return { file };
}
