import { join, relative } from 'node:path';
import { evaluateSnapshots } from '../compile/evaluated.ts';
import type { Dotnet } from '../dotnet.ts';
import { auditOf } from './audits.ts';
import { type Credentials, oldIdOf } from './credentials.ts';
import { restoreForRuns } from './libraries.ts';
import type { Moments } from './moments.ts';
import { appsIn, type Run, runOf, surroundingsOf } from './runs.ts';
import { type Folders, newWorld, oldWorld, sectionsOf } from './worlds.ts';

/** One app of a fixture, before and after. */
export interface Pair {
  readonly fixture: string;
  readonly line: string;
  readonly before: Run;
  readonly after: Run;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  /** The client ids that the portal has handed out. */
  readonly oldIds: readonly string[];
}

export async function pairsOfFixtures(
  dotnet: Dotnet,
  moments: readonly Moments[],
  credentials: Credentials,
  folders: Folders,
  folder: string,
): Promise<Pairs> {
  const evaluated = await evaluateSnapshots(
    dotnet,
    moments.flatMap(({ before, after }) => [before, after]),
    join(folder, 'facts'),
  );
  const source = await restoreForRuns(
    dotnet,
    evaluated.flatMap(({ projects }) => projects),
  );
  const pairs: Pair[] = [];
  const sections = new Set<string>();
  for (const [index, { fixture, phase, before, after }] of moments.entries()) {
    const [was, is] = [evaluated[2 * index], evaluated[2 * index + 1]];
    if (was === undefined || is === undefined) continue;
    const found = await auditOf(before.folder);
    const left = await auditOf(after.folder);
    const apps = [...found.apps, ...left.apps];
    for (const section of sectionsOf(apps)) sections.add(section);
    const worldBefore = phase === 'switch' ? oldWorld : newWorld;
    const old = worldBefore(surroundingsOf(was, found.apps), credentials, folders);
    const now = newWorld(surroundingsOf(is, apps), credentials, folders);
    for (const project of appsIn(was)) {
      const path = join(after.folder, relative(before.folder, project.path));
      const twin = appsIn(is).find((one) => one.path === path);
      if (twin === undefined) continue;
      pairs.push({
        fixture,
        line: found.apps[0]?.versions.line ?? 'unknown',
        before: runOf(project, was, old, source),
        after: runOf(twin, is, now, source),
      });
    }
  }
  return { pairs, oldIds: [...sections].map(oldIdOf) };
}
