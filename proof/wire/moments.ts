import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectedOf, filesAfter, fixtureNames, phases } from '../../test/end-to-end/fixture.ts';
import type { Snapshot } from '../compile/snapshots.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

export type Step = (typeof phases)[number];

/** A fixture before a phase and after it. The switch is heard against what was found, the others against the phase before. */
export interface Moments {
  readonly fixture: string;
  readonly step: Step;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/** Those named, or all. Phases that change nothing which runs are not laid out. */
export function layOutMoments(folder: string, named: readonly string[]): readonly Moments[] {
  return fixtureNames()
    .filter((fixture) => named.length === 0 || named.includes(fixture))
    .flatMap((fixture) => layOut(fixture, join(folder, fixture)));
}

function layOut(fixture: string, folder: string): readonly Moments[] {
  const found: Snapshot = { fixture, after: 'before', folder: join(folder, 'before') };
  cpSync(join(fixtures, fixture, 'app'), found.folder, { recursive: true });
  const moments: Moments[] = [];
  let last = found;
  for (const step of phases) {
    const changed = [...filesAfter(fixture, step).keys()];
    const deleted = expectedOf(fixture).deleted?.[step] ?? [];
    if (changed.length + deleted.length === 0) continue;
    const after: Snapshot = { fixture, after: step, folder: join(folder, step) };
    cpSync(last.folder, after.folder, { recursive: true });
    const overlay = join(fixtures, fixture, 'after', step);
    if (existsSync(overlay)) cpSync(overlay, after.folder, { recursive: true });
    for (const path of deleted) rmSync(join(after.folder, path));
    if ([...changed, ...deleted].some(isRun))
      moments.push({ fixture, step, before: step === 'switch' ? found : last, after });
    last = after;
  }
  return moments;
}

function isRun(path: string): boolean {
  return /\.(cs|csproj|props|targets)$/i.test(path) || /appsettings.*\.json$/.test(path);
}
