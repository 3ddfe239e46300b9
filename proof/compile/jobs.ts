import { createHash } from 'node:crypto';
import { generatedFor, type PackageReference, type Project } from './projects.ts';
import { packagesOf, type Reference, referenceOf } from './references.ts';
import type { Framework, Source } from './restore.ts';
import type { StandIn } from './stand-ins.ts';

/** One compilation, as the program in `proof/roslyn` takes it. */
export interface Job {
  readonly id: string;
  readonly assembly: string;
  readonly executable: boolean;
  readonly language: string;
  readonly nullable: string;
  readonly warningLevel: number;
  readonly symbols: readonly string[];
  readonly silentWarnings: readonly string[];
  readonly generated: string;
  readonly sources: readonly string[];
  readonly references: readonly string[];
  readonly uses: readonly string[];
}

/** The job of a project, with those of the stand-ins that it needs, and what its packages were compiled against. */
export interface Compiled {
  readonly project: Project;
  readonly job: Job;
  readonly standIns: readonly Job[];
  readonly libraries: readonly Reference[];
}

/** `others` are the projects around it: one that it refers to gives it its packages too. */
export function compiledOf(project: Project, others: readonly Project[], source: Source): Compiled {
  const around = projectsBehind(project, others);
  const direct = distinct([project, ...around].flatMap(({ packages }) => packages));
  const isWeb = [project, ...around].some((one) => one.isWeb) || direct.some(({ id }) => id.startsWith('Altinn.'));
  const { framework, libraries, standIns } = resolve(direct, project.framework, source);
  const job: Job = {
    id: project.path,
    assembly: project.assembly,
    executable: project.executable,
    language: project.language,
    nullable: project.nullable,
    warningLevel: project.warningLevel,
    symbols: project.symbols,
    silentWarnings: project.silentWarnings,
    generated: generatedFor(project),
    sources: project.sources,
    references: [...framework.base, ...(isWeb ? framework.web : []), ...assembliesOf(libraries)],
    uses: [...standIns.map(({ id }) => id), ...around.map(({ path }) => path)],
  };
  return { project, job, standIns, libraries };
}

/** A stand-in on its own, compiled as an app that asks for its library would have it. */
export function standInJobs(asked: PackageReference, framework: string, source: Source): readonly Job[] {
  return resolve([asked], framework, source).standIns;
}

function resolve(direct: readonly PackageReference[], name: string, source: Source) {
  const framework = nearestFramework(name, source);
  const packages = packagesOf(direct);
  const libraries = packages.flatMap((one) => referenceOf(one, packages, framework.name, source));
  const used = inOrder(libraries.flatMap((one) => (one.kind === 'stand-in' ? [one.standIn] : [])));
  const references = [...framework.base, ...framework.web, ...assembliesOf(libraries)];
  const among = createHash('sha256')
    .update(JSON.stringify([references, used.map(nameOf)]))
    .digest('hex')
    .slice(0, 8);
  const ids = used.map((one) => `${nameOf(one)} (${among})`);
  const standIns = used.map((one, index) => ({
    ...standInJob(one),
    id: ids[index] ?? '',
    references,
    uses: ids.slice(0, index),
  }));
  return { framework, libraries, standIns };
}

function nameOf({ library, surface }: StandIn): string {
  return `${library.id} ${surface}`;
}

function standInJob(standIn: StandIn): Omit<Job, 'id' | 'references' | 'uses'> {
  return {
    assembly: standIn.library.assembly ?? standIn.library.id,
    executable: false,
    language: 'latest',
    nullable: 'enable',
    warningLevel: 0,
    symbols: standIn.symbols,
    silentWarnings: ['CS0618', 'CS0612'],
    generated: `[assembly: System.Reflection.AssemblyVersion("${standIn.assemblyVersion}")]`,
    sources: standIn.sources,
  };
}

/** Those that others are made of come first. */
function inOrder(standIns: readonly StandIn[]): readonly StandIn[] {
  const depth = ({ library }: StandIn) => packagesOf([{ id: library.id, version: '8.*' }]).length;
  return [...standIns].sort((a, b) => depth(a) - depth(b));
}

/** Where the SDK knows no reference assemblies of a framework any more, those of the next newer one serve. */
function nearestFramework(name: string, source: Source): Framework & { readonly name: string } {
  for (const candidate of [name, 'net8.0', 'net10.0']) {
    const framework = source.framework(candidate);
    if (framework !== null) return { ...framework, name: candidate };
  }
  throw new Error(`no reference assemblies for ${name}`);
}

function projectsBehind(project: Project, others: readonly Project[]): readonly Project[] {
  const direct = project.projects.flatMap((path) => others.filter((one) => one.path === path));
  return [...new Set(direct.flatMap((one) => [one, ...projectsBehind(one, others)]))];
}

function assembliesOf(libraries: readonly Reference[]): readonly string[] {
  return libraries.flatMap((one) => (one.kind === 'real' ? one.assemblies : []));
}

function distinct<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  const seen = new Map<string, T>();
  for (const one of all) if (!seen.has(one.id.toLowerCase())) seen.set(one.id.toLowerCase(), one);
  return [...seen.values()];
}
