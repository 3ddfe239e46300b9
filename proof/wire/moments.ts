import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectedOf, filesAfter, fixtureNames } from '../../test/end-to-end/fixture.ts';
import type { Snapshot } from '../compile/snapshots.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** A fixture as it is found, and as the phases up to this one leave it. */
export interface Moments {
  readonly fixture: string;
  readonly phase: 'prepare' | 'switch';
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/** Those named, or all whose code or settings the switch changes; and the one that mends tokens already in the right name. */
export function layOutMoments(folder: string, named: readonly string[]): readonly Moments[] {
  return fixtureNames()
    .filter((fixture) => named.length === 0 || named.includes(fixture))
    .flatMap((fixture) => {
      const isSwitched = [...filesAfter(fixture, 'switch').keys()].some(isRun);
      if (isSwitched) return [layOut(fixture, 'switch', join(folder, fixture))];
      return fixture === 'masked-token' ? [layOut(fixture, 'prepare', join(folder, fixture))] : [];
    });
}

function layOut(fixture: string, phase: Moments['phase'], folder: string): Moments {
  const before: Snapshot = { fixture, after: 'before', folder: join(folder, 'before') };
  const after: Snapshot = { fixture, after: phase, folder: join(folder, phase) };
  for (const { folder: into } of [before, after]) cpSync(join(fixtures, fixture, 'app'), into, { recursive: true });
  for (const done of phase === 'switch' ? ['prepare', 'switch'] : ['prepare']) {
    const overlay = join(fixtures, fixture, 'after', done);
    if (existsSync(overlay)) cpSync(overlay, after.folder, { recursive: true });
    for (const path of expectedOf(fixture).deleted?.[done] ?? []) rmSync(join(after.folder, path));
  }
  return { fixture, phase, before, after };
}

function isRun(path: string): boolean {
  return path.endsWith('.cs') || /appsettings.*\.json$/.test(path);
}
