import { posix } from 'node:path';
import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import { externalPackage } from '../clients/package-surface.ts';
import type { AppProject } from '../project/app-projects.ts';
import { clientLibrariesOf } from './client-libraries.ts';
import { isExternalPackage } from './external-references.ts';
import { externalUses } from './external-uses.ts';
import { reachedFrom } from './repo-projects.ts';

/** A project whose code uses the external package, which only Altinn.App before version 9 brought. */
export interface MissingPackage {
  readonly project: AppProject;
  /** Its files that use the package. */
  readonly files: readonly string[];
  /** The last package reference of the project file itself: a new one goes behind it. */
  readonly lastReference: FileRange | null;
  /** Where the version goes among those that are stated centrally. */
  readonly central: CentralPlace | null;
}

export interface CentralPlace {
  readonly at: FileRange;
  readonly side: 'before' | 'after';
}

/** The libraries first: what they reference the app has through them. */
export function missingPackages(app: App): readonly MissingPackage[] {
  const using = new Set(externalUses(app).flatMap(({ file, use }) => (use === 'certain' ? [file] : [])));
  const missing: MissingPackage[] = [];
  for (const project of using.size === 0 ? [] : app.projects.toReversed()) {
    const files = project.sources.filter((file) => using.has(file));
    const reached = reachedFrom(project, app.projects);
    const isBrought = reached.some((one) => brings(one) || missing.some((other) => other.project === one));
    if (files.length > 0 && !isBrought && reached.some(buildsOnAltinn))
      missing.push({ project, files, lastReference: lastReferenceOf(project), central: centralPlaceIn(project) });
  }
  return missing.reverse();
}

function brings(project: AppProject): boolean {
  return project.packages.some(isExternalPackage) || clientLibrariesOf([project]).length > 0;
}

/** Otherwise the package comes from somewhere that an upgrade of Altinn.App does not change. */
function buildsOnAltinn({ packages, projectReferences }: AppProject): boolean {
  const names = [...packages.map(({ id }) => id), ...projectReferences.map(({ path }) => posix.parse(path).name)];
  return names.some((name) => /^altinn\.app\.(?:api|core)(?:\.experimental)?$/i.test(name));
}

function lastReferenceOf({ file, packages }: AppProject): FileRange | null {
  const own = packages.filter(({ element, conditional }) => element.file === file && !conditional);
  return own.map(({ element }) => element).sort((a, b) => b.start - a.start)[0] ?? null;
}

/** In order where the versions stand in order, else behind the last. */
function centralPlaceIn({ centralVersions }: AppProject): CentralPlace | null {
  const stated = (centralVersions ?? []).filter(({ conditional }) => !conditional);
  const file = stated.at(-1)?.element.file;
  const here = stated.filter(({ element }) => element.file === file).sort((a, b) => a.element.start - b.element.start);
  const last = here.at(-1);
  const isSorted = here.every(({ id }, index) => index === 0 || !comesBefore(id, here[index - 1]?.id ?? ''));
  const next = isSorted ? here.find(({ id }) => comesBefore(externalPackage, id)) : undefined;
  if (next) return { at: next.element, side: 'before' };
  return last ? { at: last.element, side: 'after' } : null;
}

function comesBefore(a: string, b: string): boolean {
  return a.toLowerCase() < b.toLowerCase();
}
