import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectedOf, fixtureNames, phases } from '../../test/end-to-end/fixture.ts';

/** A fixture as it is found, or as a phase leaves it. */
export interface Snapshot {
  readonly fixture: string;
  readonly after: Moment;
  readonly folder: string;
}

export type Moment = 'before' | (typeof phases)[number];

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Lays out every fixture once for each phase that changes its code or its projects, phase upon phase. */
export function layOutFixtures(folder: string): readonly Snapshot[] {
  return fixtureNames().flatMap((fixture) => layOut(fixture, join(folder, fixture)));
}

function layOut(fixture: string, folder: string): readonly Snapshot[] {
  const before: Snapshot = { fixture, after: 'before', folder: join(folder, 'before') };
  copyCompiled(join(fixtures, fixture, 'app'), before.folder);
  const snapshots = [before];
  let last = before;
  for (const phase of phases) {
    const overlay = join(fixtures, fixture, 'after', phase);
    const changed = existsSync(overlay) ? readdirSync(overlay, { recursive: true, encoding: 'utf8' }) : [];
    const deleted = expectedOf(fixture).deleted?.[phase] ?? [];
    if (![...changed, ...deleted].some(isCompiled)) continue;
    const next: Snapshot = { fixture, after: phase, folder: join(folder, phase) };
    copyCompiled(last.folder, next.folder);
    if (changed.length > 0) copyCompiled(overlay, next.folder);
    for (const path of deleted) rmSync(join(next.folder, path), { force: true });
    snapshots.push(next);
    last = next;
  }
  return snapshots;
}

function copyCompiled(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => isCompiled(path) || statSync(path).isDirectory() });
}

function isCompiled(path: string): boolean {
  return /\.(cs|csproj|props|targets)$/i.test(path);
}
