import { join } from 'node:path';
import { type Dotnet, workplace } from '../dotnet.ts';
import type { Project } from './projects.ts';
import { packagesOf, wantedFor } from './references.ts';
import { restore, type Source } from './restore.ts';

/** Everything that these projects may want of the package source; null when not even the framework is there. */
export async function sourceFor(
  dotnet: Dotnet,
  projects: readonly Pick<Project, 'framework' | 'packages'>[],
): Promise<Source | null> {
  const frameworks = [...new Set([...projects.map(({ framework }) => framework), 'net8.0', 'net10.0'])].sort();
  const wanted = projects.flatMap(({ packages, framework }) =>
    packagesOf(packages).flatMap((one) => wantedFor(one, framework)),
  );
  const distinct = [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()];
  const source = await restore(dotnet, frameworks, distinct, join(workplace, 'references'));
  return source.framework('net8.0') === null ? null : source;
}
