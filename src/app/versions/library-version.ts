import { posix } from 'node:path';
import type { PackageReference } from '../msbuild/package-references.ts';
import type { AppProject } from '../project/app-projects.ts';
import { type PackageVersion, versionOf } from './package-version.ts';

const API = /^altinn\.app\.api(?:\.experimental)?$/i;
const CORE = /^altinn\.app\.core(?:\.experimental)?$/i;
/** What an app of v3 to v6 references beside the Api package, or instead of it. */
const OLD = /^altinn\.app\.(?:platformservices|common)$/i;

/** The two packages that an app is built on; they are released together, but can be referenced apart. */
export interface LibraryVersions {
  /** The app's version: that of the Api package, or of Core where only that is referenced. */
  readonly app: PackageVersion;
  readonly core: PackageVersion;
  /** Core's own reference, when there is one: otherwise it comes along with the Api package, at its version. */
  readonly coreReferenced: boolean;
}

export function libraryVersionsOf(projects: readonly AppProject[]): LibraryVersions {
  const app = [API, CORE, OLD].map((id) => nearestReferences(projects, id)).find((found) => found.length > 0) ?? [];
  const own = projects.filter(({ distance }) => distance === 0).flatMap(({ packages }) => named(packages, CORE));
  const apiReferenced = nearestReferences(projects, API).length > 0;
  const core = own.length > 0 || apiReferenced ? own : nearestReferences(projects, CORE);
  const appVersion = app.length > 0 ? versionOf(app) : withoutReference(projects);
  return {
    app: appVersion,
    core: core.length > 0 ? versionOf(core) : appVersion,
    coreReferenced: core.length > 0,
  };
}

/** NuGet lets the reference that is nearest to the app decide. */
function nearestReferences(projects: readonly AppProject[], id: RegExp): readonly PackageReference[] {
  const nearest = projects.find(({ packages }) => named(packages, id).length > 0)?.distance;
  return projects.filter(({ distance }) => distance === nearest).flatMap(({ packages }) => named(packages, id));
}

function named(packages: readonly PackageReference[], id: RegExp): readonly PackageReference[] {
  return packages.filter((reference) => id.test(reference.id));
}

function withoutReference(projects: readonly AppProject[]): PackageVersion {
  const source = projects
    .flatMap(({ projectReferences }) => projectReferences)
    .find(({ path }) => API.test(posix.parse(path).name) || CORE.test(posix.parse(path).name));
  if (source !== undefined) return { kind: 'unknown', reason: { code: 'built-from-source' }, at: source.element };
  return { kind: 'unknown', reason: { code: 'not-referenced' }, at: null };
}
