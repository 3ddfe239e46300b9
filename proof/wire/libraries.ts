import { join } from 'node:path';
import type { Project } from '../compile/projects.ts';
import { packagesOf, wantedFor } from '../compile/references.ts';
import { restore, type Source, type Wanted } from '../compile/restore.ts';
import type { Dotnet } from '../dotnet.ts';
import { workplace } from '../dotnet.ts';
import { runtime } from './runs.ts';

const external = 'Altinn.ApiClients.Maskinporten';

/**
 * The libraries to run with. Where the package source lacks an external package below 9, the real 9 serves: what it
 * binds is the same, only earlier, and what goes over the wire is its own.
 */
export async function restoreForRuns(dotnet: Dotnet, projects: readonly Project[]): Promise<Source> {
  const wanted = projects.flatMap(({ packages }) => packagesOf(packages).flatMap((one) => wantedFor(one, runtime)));
  const all = [...wanted, ...wanted.filter(isOlderExternal).map(newer)];
  const distinct = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  const source = await restore(dotnet, [runtime], distinct, join(workplace, 'wire-references'));
  return {
    framework: source.framework,
    package: (one) => source.package(one) ?? (isOlderExternal(one) ? source.package(newer(one)) : null),
  };
}

function isOlderExternal({ id, version }: Wanted): boolean {
  const major = Number.parseInt(version, 10);
  return id.toLowerCase() === external.toLowerCase() && major >= 5 && major < 9;
}

function newer(wanted: Wanted): Wanted {
  return { ...wanted, version: '9.*' };
}
