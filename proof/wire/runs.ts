import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { AppReport } from '../../src/index.ts';
import type { EvaluatedSnapshot } from '../compile/evaluated.ts';
import { compiledOf, type Job } from '../compile/jobs.ts';
import type { Project } from '../compile/projects.ts';
import type { Reference } from '../compile/references.ts';
import type { Source } from '../compile/restore.ts';
import { defaultSection, type Start } from './protocol.ts';
import type { Surroundings, World } from './worlds.ts';

export const runtime = 'net10.0';

/** A start of one project, with all that is compiled for it. */
export interface Run {
  readonly start: Start;
  readonly jobs: readonly Job[];
  readonly libraries: readonly Reference[];
}

/** The apps among the projects of a snapshot. */
export function appsIn({ projects }: EvaluatedSnapshot): readonly Project[] {
  return projects.filter(({ executable, packages }) => executable && packages.some(({ id }) => isAppLibrary(id)));
}

export function runOf(
  project: Project,
  { fixture, after, folder, projects }: EvaluatedSnapshot,
  environment: World,
  source: Source,
): Run {
  const all = projects.map(onNewest);
  const { job, standIns, libraries } = compiledOf(onNewest(project), all, source);
  const others = all.filter((other) => job.uses.includes(other.path)).map((other) => compiledOf(other, all, source));
  const start: Start = {
    id: `${fixture} ${relative(folder, project.path)} ${after}`,
    job: job.id,
    folder: dirname(project.path),
    arguments: [],
    environment,
    sections: [defaultSection],
    deeds: ['clients', 'services', 'classes'],
  };
  return { start, jobs: [...standIns, ...others.flatMap((one) => [...one.standIns, one.job]), job], libraries };
}

/** Whatever an app was made for, it runs on the framework that is here. */
function onNewest(project: Project): Project {
  return { ...project, framework: runtime };
}

export function surroundingsOf(
  snapshot: EvaluatedSnapshot,
  apps: readonly AppReport[],
  copies: readonly string[] = [],
): Surroundings {
  const sources = snapshot.projects.flatMap((project) => project.sources);
  const opensVault = sources.some((path) => opensVaultItself(readFileSync(path, 'utf8')));
  return { id: `${snapshot.fixture} ${snapshot.after}`, apps, opensVault, copies };
}

/** By the library's helper, or by hand around the SDK of today; what is wired around older ones steps aside without a vault. */
function opensVaultItself(source: string): boolean {
  return /AddAzureKeyVaultAsConfigProvider|ClientSecretCredential/.test(source);
}

function isAppLibrary(id: string): boolean {
  return /^Altinn\.App\.(Api|PlatformServices)$/i.test(id);
}
