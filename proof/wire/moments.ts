import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectedOf, filesAfter, fixtureNames } from '../../test/end-to-end/fixture.ts';
import type { Snapshot } from '../compile/snapshots.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** A fixture whose code or settings the switch changes: as it is found, and as prepare and switch leave it. */
export interface Moments {
  readonly fixture: string;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

export function layOutMoments(folder: string): readonly Moments[] {
  return fixtureNames()
    .filter((fixture) => [...filesAfter(fixture, 'switch').keys()].some(isRun))
    .map((fixture) => layOut(fixture, join(folder, fixture)));
}

function layOut(fixture: string, folder: string): Moments {
  const before: Snapshot = { fixture, after: 'before', folder: join(folder, 'before') };
  const after: Snapshot = { fixture, after: 'switch', folder: join(folder, 'switch') };
  for (const { folder: into } of [before, after]) cpSync(join(fixtures, fixture, 'app'), into, { recursive: true });
  for (const phase of ['prepare', 'switch']) {
    const overlay = join(fixtures, fixture, 'after', phase);
    if (existsSync(overlay)) cpSync(overlay, after.folder, { recursive: true });
    for (const path of expectedOf(fixture).deleted?.[phase] ?? []) rmSync(join(after.folder, path));
  }
  return { fixture, before, after };
}

function isRun(path: string): boolean {
  return path.endsWith('.cs') || /appsettings.*\.json$/.test(path);
}
