import { type Job, standInJobs } from './jobs.ts';
import type { Library } from './libraries.ts';
import { wantedFor } from './references.ts';
import type { Source } from './restore.ts';

/** A stand-in beside the real assembly that it stands for. */
export interface Comparison {
  readonly name: string;
  readonly standIn: string;
  readonly jobs: readonly Job[];
  readonly real: string;
  readonly references: readonly string[];
}

/** None where the package source lacks the real one, which then cannot be compared with. */
export function comparisonOf(
  library: Library,
  version: string,
  framework: string,
  source: Source,
): readonly Comparison[] {
  const { id } = library;
  const assembly = `${library.assembly ?? id}.dll`;
  for (const wanted of wantedFor({ id, version }, framework)) {
    const restored = source.package(wanted);
    const real = restored?.assemblies.find((path) => path.endsWith(assembly));
    if (restored === null || real === undefined) continue;
    const jobs = standInJobs({ id, version: restored.version }, framework, without(source, id));
    const standIn = jobs.at(-1);
    if (standIn === undefined) continue;
    const base = source.framework(framework);
    const references = [
      ...(base?.base ?? []),
      ...(base?.web ?? []),
      ...restored.leansOn.flatMap((one) => one.assemblies),
    ];
    return [{ name: `${id} ${restored.version}`, standIn: standIn.id, jobs, real, references }];
  }
  return [];
}

function without(source: Source, id: string): Source {
  return { ...source, package: (wanted) => (wanted.id === id ? null : source.package(wanted)) };
}
