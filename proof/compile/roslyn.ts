import { fileURLToPath } from 'node:url';
import type { Dotnet, NotBuilt } from '../dotnet.ts';
import type { Comparison } from './comparison.ts';
import type { Job } from './jobs.ts';

export interface Diagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * A member that a stand-in declares otherwise than the real library, `real` being null when that has none such; or, with
 * `leftOut` for what is declared, an interface and a member that the stand-in lacks.
 */
export interface Difference {
  readonly member: string;
  readonly declared: string;
  readonly real: string | null;
}

export const leftOut = 'without it';

export interface Compared {
  readonly standIn: string;
  readonly members: number;
  readonly differences: readonly Difference[];
}

/** The program in `proof/roslyn`, built. */
export interface Roslyn {
  readonly diagnosticsOf: (jobs: readonly Job[]) => Promise<Readonly<Record<string, readonly Diagnostic[]>>>;
  /** Writes the assemblies of these jobs. */
  readonly emit: (jobs: readonly Job[], outputs: Readonly<Record<string, string>>) => Promise<void>;
  readonly compare: (comparisons: readonly Comparison[]) => Promise<readonly Compared[]>;
}

type Opened = { readonly kind: 'opened'; readonly roslyn: Roslyn } | NotBuilt;

export async function openRoslyn(dotnet: Dotnet): Promise<Opened> {
  const built = await dotnet.build(fileURLToPath(new URL('../roslyn/roslyn.csproj', import.meta.url)), 'roslyn');
  if (built.kind !== 'built') return built;
  const ask = async (verb: string, request: unknown) => {
    const { code, output, errors } = await dotnet.run([built.assembly, verb], { input: JSON.stringify(request) });
    if (code !== 0) throw new Error(errors);
    return JSON.parse(output);
  };
  const roslyn: Roslyn = {
    diagnosticsOf: (jobs) => ask('compile', jobs),
    emit: (jobs, outputs) => ask('emit', { jobs, outputs }),
    compare: (comparisons) => {
      const jobs = new Map(comparisons.flatMap((one) => one.jobs).map((job) => [job.id, job]));
      return ask('surface', { jobs: [...jobs.values()], comparisons });
    },
  };
  return { kind: 'opened', roslyn };
}
