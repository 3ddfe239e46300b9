import { posix } from 'node:path';
import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import { externalPackage } from '../clients/package-surface.ts';
import type { AppProject } from '../project/app-projects.ts';
import { clientLibrariesOf } from './client-libraries.ts';
import { eachOnce } from './elements.ts';
import { isExternalPackage } from './external-references.ts';
import { externalUses } from './external-uses.ts';
import { reachedFrom } from './repo-projects.ts';

/** A project whose code uses the external package, which only Altinn.App before version 9 brought. */
export interface MissingPackage {
  readonly project: AppProject;
  /** Its files that use the package. */
  readonly files: readonly string[];
  /** The only reference, which some builds do not have. */
  readonly conditional: FileRange | null;
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
    const isBrought = reached.some((one) => missing.some((other) => other.project === one)) || bring(reached);
    if (files.length === 0 || isBrought || !reached.some(buildsOnAltinn)) continue;
    const [conditional = null] = conditionalReferencesOf(reached);
    missing.push({
      project,
      files,
      conditional,
      lastReference: lastReferenceOf(project),
      central: centralPlaceIn(project),
    });
  }
  return missing.reverse();
}

/** Of several references under conditions one may make up for the other. */
function bring(projects: readonly AppProject[]): boolean {
  const isCertain = projects.some(({ packages }) => packages.some((one) => isExternalPackage(one) && !one.conditional));
  return isCertain || conditionalReferencesOf(projects).length > 1 || clientLibrariesOf(projects).length > 0;
}

function conditionalReferencesOf(projects: readonly AppProject[]): readonly FileRange[] {
  const references = projects.flatMap(({ packages }) => packages.filter(isExternalPackage));
  return eachOnce(references.filter(({ conditional }) => conditional).map(({ element }) => element));
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
