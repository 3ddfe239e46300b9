import { posix } from 'node:path';
import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import type { AppProject } from '../project/app-projects.ts';
import { clientLibrariesOf } from './client-libraries.ts';
import { eachOnce, isSameElement } from './elements.ts';
import { isExternalPackage } from './external-references.ts';
import { externalUses } from './external-uses.ts';
import { importPlaces, type LeftoverImports, leftoverImports } from './leftover-imports.ts';
import { type CentralPlace, centralPlaceIn, lastReferenceOf } from './reference-place.ts';
import { reachedFrom } from './repo-projects.ts';

/** A project whose code uses or imports the external package, which only Altinn.App before version 9 brought. */
export interface MissingPackage {
  readonly project: AppProject;
  /** Its files that use the package, or that import it. */
  readonly files: readonly string[];
  /** All that imports the package where nothing is used of it for certain: that is in the way, not missing. */
  readonly imports: LeftoverImports | null;
  /** Whether something of the package may be used. */
  readonly mayUse: boolean;
  /** The only reference, which some builds do not have. */
  readonly conditional: FileRange | null;
  /** The last package reference of the project file itself: a new one goes behind it. */
  readonly lastReference: FileRange | null;
  /** Where the version goes among those that are stated centrally. */
  readonly central: CentralPlace | null;
}

/** The libraries first: what they reference the app has through them. */
export function missingPackages(app: App): readonly MissingPackage[] {
  const uses = externalUses(app);
  const missing: MissingPackage[] = [];
  for (const project of app.projects.toReversed()) {
    const reached = reachedFrom(project, app.projects);
    const isBrought = reached.some((one) => missing.some((other) => other.project === one && other.imports === null));
    if (isBrought || bring(reached) || !reached.some(buildsOnAltinn)) continue;
    const [conditional = null] = conditionalReferencesOf(reached);
    const own = uses.filter(({ file }) => project.sources.includes(file));
    const using = own.flatMap(({ file, use }) => (use === 'certain' ? [file] : []));
    const imports = using.length === 0 ? importsOf(project, app, missing) : null;
    const files = imports === null ? using : filesOf(imports);
    if (files.length === 0) continue;
    const [lastReference, central] = [lastReferenceOf(project), centralPlaceIn(project)];
    missing.push({ project, files, imports, mayUse: own.length > 0, conditional, lastReference, central });
  }
  return missing.reverse();
}

/** What a props file imports for several projects is told once. */
function importsOf(project: AppProject, app: App, told: readonly MissingPackage[]): LeftoverImports {
  const known = told.flatMap(({ imports }) => (imports === null ? [] : importPlaces(imports)));
  const isNew = (at: FileRange) => !known.some((one) => isSameElement(one, at));
  const all = leftoverImports(app, [project]);
  return {
    usings: all.usings.filter(isNew),
    globalUsings: all.globalUsings.filter(isNew),
    items: all.items.filter(isNew),
    unclearItems: all.unclearItems.filter(isNew),
    unclearUsings: all.unclearUsings.filter(isNew),
  };
}

function filesOf(imports: LeftoverImports): readonly string[] {
  return [...new Set(importPlaces(imports).map(({ file }) => file))];
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
