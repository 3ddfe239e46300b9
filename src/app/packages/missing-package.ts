import { posix } from 'node:path';
import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import type { AppProject } from '../project/app-projects.ts';
import type { Project } from '../project/project.ts';
import { clientLibrariesOf } from './client-libraries.ts';
import { eachOnce, isSameElement } from './elements.ts';
import { isExternalPackage } from './external-references.ts';
import { type Code, externalUses } from './external-uses.ts';
import { importPlaces, type LeftoverImports, leftoverImports } from './leftover-imports.ts';
import { type OutsideProject, outsideProjects } from './outside-projects.ts';
import { type CentralPlace, centralPlaceIn, lastReferenceOf } from './reference-place.ts';
import { reachedFrom, repoProjects } from './repo-projects.ts';

/** A project whose code uses or imports the external package, which only Altinn.App before version 9 brought. */
export interface MissingPackage {
  readonly project: AppProject;
  /** null of the app's own. */
  readonly outside: OutsideProject | null;
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

/** The libraries first, what builds on the app last: what they reference, others have through them. */
export function missingPackages(app: App): readonly MissingPackage[] {
  const outside = outsideProjects(app);
  const all = [...app.projects, ...repoProjects(app.workspace)];
  const candidates = [
    ...app.projects.toReversed().map((project) => ({ project, code: app, outside: null })),
    ...outside.map((one) => ({ project: one.project, code: one.code, outside: one })),
  ];
  const missing: MissingPackage[] = [];
  for (const candidate of candidates) {
    const reached = reachedFrom<Project>(candidate.project, all);
    const isBrought = reached.some((one) =>
      missing.some(({ project, imports }) => !imports && project.file === one.file),
    );
    if (isBrought || bring(reached) || !reached.some(buildsOnAltinn)) continue;
    const found = missingFrom(candidate, reached, missing);
    if (found !== null) missing.push(found);
  }
  const ofApp = missing.filter(({ outside }) => outside === null);
  return [...ofApp.reverse(), ...missing.filter(({ outside }) => outside !== null)];
}

interface Candidate {
  readonly project: AppProject;
  readonly code: Code;
  readonly outside: OutsideProject | null;
}

function missingFrom(
  { project, code, outside }: Candidate,
  reached: readonly Project[],
  told: readonly MissingPackage[],
): MissingPackage | null {
  const uses = externalUses(code).filter(({ file }) => project.sources.includes(file));
  const using = uses.flatMap(({ file, use }) => (use === 'certain' ? [file] : []));
  const imports = using.length === 0 ? importsOf(project, code, told) : null;
  const files = imports === null ? using : filesOf(imports);
  if (files.length === 0) return null;
  const [conditional = null] = conditionalReferencesOf(reached);
  const [lastReference, central] = [lastReferenceOf(project), centralPlaceIn(project)];
  return { project, outside, files, imports, mayUse: uses.length > 0, conditional, lastReference, central };
}

/** What a props file imports for several projects is told once. */
function importsOf(project: AppProject, code: Code, told: readonly MissingPackage[]): LeftoverImports {
  const known = told.flatMap(({ imports }) => (imports === null ? [] : importPlaces(imports)));
  const isNew = (at: FileRange) => !known.some((one) => isSameElement(one, at));
  const all = leftoverImports(code, [project]);
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
function bring(projects: readonly Project[]): boolean {
  const isCertain = projects.some(({ packages }) => packages.some((one) => isExternalPackage(one) && !one.conditional));
  return isCertain || conditionalReferencesOf(projects).length > 1 || clientLibrariesOf(projects).length > 0;
}

function conditionalReferencesOf(projects: readonly Project[]): readonly FileRange[] {
  const references = projects.flatMap(({ packages }) => packages.filter(isExternalPackage));
  return eachOnce(references.filter(({ conditional }) => conditional).map(({ element }) => element));
}

/** Otherwise the package comes from somewhere that an upgrade of Altinn.App does not change. */
function buildsOnAltinn({ packages, projectReferences }: Project): boolean {
  const names = [...packages.map(({ id }) => id), ...projectReferences.map(({ path }) => posix.parse(path).name)];
  return names.some((name) => /^altinn\.app\.(?:api|core)(?:\.experimental)?$/i.test(name));
}
