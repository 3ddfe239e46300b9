import { join, relative } from 'node:path';
import type { AppReport } from '../../src/index.ts';
import { type EvaluatedSnapshot, evaluateSnapshots } from '../compile/evaluated.ts';
import type { Snapshot } from '../compile/snapshots.ts';
import type { Dotnet } from '../dotnet.ts';
import { auditOf } from './audits.ts';
import { type Credentials, oldIdOf } from './credentials.ts';
import { decidedIn } from './decided.ts';
import type { Subject } from './judged-pair.ts';
import { restoreForRuns } from './libraries.ts';
import type { Moments, Step } from './moments.ts';
import { appsIn, type Run, runOf, surroundingsOf } from './runs.ts';
import { type Folders, newWorld, oldWorld, sectionsOf, type World } from './worlds.ts';

/** One app of a fixture, before a phase and after it. */
export interface Pair extends Subject {
  readonly before: Run;
  readonly after: Run;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  /** The client ids that the portal has handed out. */
  readonly oldIds: readonly string[];
  /** Apps that a phase has left nothing of. */
  readonly failures: readonly string[];
}

export async function pairsOfFixtures(
  dotnet: Dotnet,
  moments: readonly Moments[],
  credentials: Credentials,
  folders: Folders,
  folder: string,
): Promise<Pairs> {
  const snapshots = [...new Set(moments.flatMap(({ before, after }) => [before, after]))];
  const evaluated = await evaluateSnapshots(dotnet, snapshots, join(folder, 'facts'));
  const source = await restoreForRuns(
    dotnet,
    evaluated.flatMap(({ projects }) => projects),
  );
  const pairs: Pair[] = [];
  const failures: string[] = [];
  const sections = new Set<string>();
  for (const fixture of new Set(moments.map((one) => one.fixture))) {
    const own = moments.filter((one) => one.fixture === fixture);
    const apps = await reportsOn(own);
    for (const section of sectionsOf([...apps.found, ...apps.left])) sections.add(section);
    const worlds = new Map<Snapshot, World>();
    const worldAfter = async (step: Step, after: Snapshot, is: EvaluatedSnapshot, old: World) => {
      const all = [...apps.found, ...apps.left];
      if (step === 'switch') return newWorld(surroundingsOf(is, all), credentials, folders);
      if (step === 'cleanup') return old;
      const prepared = (await auditOf(after.folder)).apps;
      const known = pathsIn(apps.found);
      // What stood in the default section is copied before the app asks elsewhere for it.
      const copies = pathsIn(prepared).filter((path) => !known.includes(path));
      return oldWorld(surroundingsOf(is, [...apps.found, ...prepared], copies), credentials, folders);
    };
    for (const { step, before, after } of own) {
      const [was, is] = [evaluatedOf(before, evaluated), evaluatedOf(after, evaluated)];
      const old =
        worlds.get(before) ??
        (step === 'cleanup'
          ? newWorld(surroundingsOf(was, apps.found), credentials, folders)
          : oldWorld(surroundingsOf(was, apps.found), credentials, folders));
      const now = await worldAfter(step, after, is, old);
      worlds.set(before, old).set(after, now);
      for (const project of appsIn(was)) {
        const path = join(after.folder, relative(before.folder, project.path));
        const twin = appsIn(is).find((one) => one.path === path);
        if (twin === undefined) {
          failures.push(`${fixture}: ${relative(before.folder, project.path)} is gone after ${step}`);
          continue;
        }
        pairs.push({
          fixture,
          step,
          line: apps.found[0]?.versions.line ?? 'unknown',
          clients: decidedIn(apps.found),
          before: runOf(project, was, old, source),
          after: runOf(twin, is, now, source),
        });
      }
    }
  }
  return { pairs, oldIds: [...sections].map(oldIdOf), failures };
}

/** What the tool says of a fixture as it is found, and of what the switch leaves. */
async function reportsOn(
  moments: readonly Moments[],
): Promise<{ readonly found: readonly AppReport[]; readonly left: readonly AppReport[] }> {
  const [first] = moments;
  const switched = moments.find(({ step }) => step === 'switch');
  const found = first === undefined ? [] : (await auditOf((switched ?? first).before.folder)).apps;
  const left = switched === undefined ? [] : (await auditOf(switched.after.folder)).apps;
  return { found, left };
}

function evaluatedOf(snapshot: Snapshot, evaluated: readonly EvaluatedSnapshot[]): EvaluatedSnapshot {
  const own = evaluated.find(({ folder }) => folder === snapshot.folder);
  if (own === undefined) throw new Error(`${snapshot.folder} was not evaluated`);
  return own;
}

/** The sections that clients are bound to, and those in the files. */
function pathsIn(apps: readonly AppReport[]): readonly string[] {
  const inFiles = apps.flatMap(({ sections }) => sections.map(({ path }) => path));
  return [...new Set([...sectionsOf(apps), ...inFiles].map((path) => path.toLowerCase()))];
}
