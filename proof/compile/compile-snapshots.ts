import type { Dotnet } from '../dotnet.ts';
import { type EvaluatedSnapshot, evaluateSnapshots } from './evaluated.ts';
import { compiledOf } from './jobs.ts';
import type { Judged } from './judge.ts';
import type { Roslyn } from './roslyn.ts';
import type { Snapshot } from './snapshots.ts';
import { sourceFor } from './source.ts';

export interface Tools {
  readonly dotnet: Dotnet;
  readonly roslyn: Roslyn;
}

export interface CompiledSnapshots {
  readonly snapshots: readonly EvaluatedSnapshot[];
  readonly judged: readonly Judged[];
  readonly standIns: number;
  /** What the compiler says of the stand-ins themselves, of which it must say nothing. */
  readonly ofStandIns: readonly string[];
}

/** Null when the package source has not even the framework. */
export async function compileSnapshots(
  { dotnet, roslyn }: Tools,
  laidOut: readonly Snapshot[],
  folder: string,
): Promise<CompiledSnapshots | null> {
  const snapshots = await evaluateSnapshots(dotnet, laidOut, folder);
  const source = await sourceFor(
    dotnet,
    snapshots.flatMap(({ projects }) => projects),
  );
  if (source === null) return null;
  const compiled = snapshots.flatMap((snapshot) =>
    snapshot.projects.map((project) => ({ snapshot, compiled: compiledOf(project, snapshot.projects, source) })),
  );
  const standIns = new Map(compiled.flatMap((one) => one.compiled.standIns).map((job) => [job.id, job]));
  const answers = await roslyn.diagnosticsOf([...standIns.values(), ...compiled.map((one) => one.compiled.job)]);
  return {
    snapshots,
    judged: compiled.map((one) => ({ ...one, diagnostics: answers[one.compiled.job.id] ?? [] })),
    standIns: standIns.size,
    ofStandIns: [...standIns.keys()].flatMap((id) =>
      (answers[id] ?? []).map(({ code, message }) => `stand-in ${id}: ${code} ${message}`),
    ),
  };
}
