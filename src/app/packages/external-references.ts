import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import { externalPackage } from '../clients/package-surface.ts';
import type { PackageReference } from '../msbuild/package-references.ts';
import type { Project } from '../project/project.ts';
import { eachOnce, isSameElement } from './elements.ts';
import { globalReferencesPassedOver } from './global-references.ts';
import { repoProjects } from './repo-projects.ts';

/** One element that references the external package, for all projects that import its file. */
export interface ExternalReference {
  readonly reference: PackageReference;
  /** Whether the element names other packages as well. */
  readonly shared: boolean;
  /** Its version, where that is stated for all projects, and the elements of the other references that take it. */
  readonly central: CentralVersion | null;
  /** For all projects at once, and versions are not stated centrally: NuGet passes it over. */
  readonly passedOver: boolean;
}

export interface CentralVersion {
  readonly element: FileRange;
  readonly otherReferences: readonly FileRange[];
}

/** Those of the app's projects, a props file's once. */
export function externalReferences({ projects, workspace }: App): readonly ExternalReference[] {
  const found = projects.flatMap((project) => {
    const passedOver = globalReferencesPassedOver(project, workspace).filter(isExternalPackage);
    return [...project.packages.filter(isExternalPackage), ...passedOver].map((reference) => ({
      reference,
      passedOver: passedOver.includes(reference),
      shared: project.packages.some(({ id, element }) => isSameElement(element, reference.element) && !sameId(id)),
      central: centralVersionOf(project, reference, repoProjects(workspace)),
    }));
  });
  return found.filter(
    ({ reference }, index) =>
      found.findIndex((one) => isSameElement(one.reference.element, reference.element)) === index,
  );
}

export function centralVersionOf(
  project: Project,
  { id, element }: PackageReference,
  all: readonly Project[],
): CentralVersion | null {
  const isSame = (other: PackageReference) => other.id.toLowerCase() === id.toLowerCase();
  // A version that is pinned holds without any reference.
  if (project.pinned.some(isSame)) return null;
  const [version, ...others] = project.centralVersions?.filter(isSame) ?? [];
  if (version === undefined || others.length > 0 || version.conditional) return null;
  const references = all
    .filter(({ files }) => files.includes(version.element.file))
    .flatMap(({ packages }) => packages.filter(isSame).map((reference) => reference.element));
  const otherReferences = eachOnce(references).filter((one) => !isSameElement(one, element));
  return { element: version.element, otherReferences };
}

export function isExternalPackage({ id }: PackageReference): boolean {
  return sameId(id);
}

function sameId(id: string): boolean {
  return id.toLowerCase() === externalPackage.toLowerCase();
}
