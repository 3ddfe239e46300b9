import type { App } from '../../../app/app.ts';
import type { PackageReference } from '../../../app/msbuild/package-references.ts';
import { type ClientLibrary, clientLibrariesOf } from '../../../app/packages/client-libraries.ts';
import { isSameElement } from '../../../app/packages/elements.ts';
import type { ExternalReference } from '../../../app/packages/external-references.ts';
import type { LeftoverImports } from '../../../app/packages/leftover-imports.ts';
import { lockFilesListing, lockFilesOf } from '../../../app/packages/lock-files.ts';
import { projectsBuiltWith, repoProjects } from '../../../app/packages/repo-projects.ts';
import type { FileRange } from '../../../location.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Change, Remedy } from '../../finding.ts';
import { namedInTexts, removalsOfImports, unclearImports } from './imports.ts';

export function removalOf(
  app: App,
  unneeded: ExternalReference,
  all: readonly ExternalReference[],
  leftovers: LeftoverImports,
): Remedy {
  const reasons = [...obstaclesTo(unneeded, leftovers), ...namedInTexts(app)];
  if (reasons.length > 0) return { kind: 'manual', reasons };
  const going = all.filter((one) => obstaclesTo(one, leftovers).length === 0);
  const changes = [...removalsOf(unneeded, going), ...removalsOfImports(leftovers)];
  const doubts = [perhapsPinned, sharedWithOthers, lockedVersions].flatMap((doubtOf) => doubtOf(app, unneeded));
  return { kind: 'change', changes, reasons: doubts };
}

function lockedVersions({ workspace }: App, { reference }: ExternalReference): readonly Reason[] {
  const { id, element } = reference;
  const locks = lockFilesOf(projectsBuiltWith(element.file, repoProjects(workspace)), workspace);
  const files = lockFilesListing(id, locks, workspace);
  return files.length === 0 ? [] : [{ code: 'lock-file', files }];
}

/** Of a library whose version does not tell, or that the app has taken over, the reference may be the version's pin. */
function perhapsPinned(app: App, { reference }: ExternalReference): readonly Reason[] {
  const [first] = librariesBeside(app, reference);
  return first ? [{ code: 'library-may-bring-package', name: first.id }] : [];
}

function obstaclesTo(
  { reference, shared, passedOver }: ExternalReference,
  leftovers: LeftoverImports,
): readonly Reason[] {
  const { conditional, versions, element } = reference;
  const isSetElsewhere = versions.some(
    (one) => one.kind === 'stated' && one.how === 'direct' && !isIn(one.at, element),
  );
  const because = [
    ...(passedOver ? (['passed-over'] as const) : []),
    ...(conditional ? (['conditional'] as const) : []),
    ...(versions.length > 1 || isSetElsewhere ? (['several-versions'] as const) : []),
    ...(shared ? (['several-packages'] as const) : []),
    ...unclearImports(leftovers),
  ];
  return because.map((one) => ({ code: 'reference-unclear', because: one }));
}

function isIn(inner: FileRange, outer: FileRange): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

type GoingReference = Pick<ExternalReference, 'reference' | 'central'>;

/**
 * A central version goes with the last reference that takes it, which then takes the others along: a reference without a
 * version would not build.
 */
export function removalsOf(
  { reference, central }: GoingReference,
  going: readonly GoingReference[],
): readonly Change[] {
  const own = { kind: 'remove-element', at: reference.element } as const;
  if (central === null || reference.element.file === central.element.file) return [own];
  const isGoing = (at: FileRange) => going.some((one) => isSameElement(one.reference.element, at));
  const isLast = central.otherReferences.every((at) => isGoing(at) && comesBefore(at, reference.element));
  if (!isLast) return [own];
  const elements = [...central.otherReferences, central.element];
  return [own, ...elements.map((at) => ({ kind: 'remove-element', at }) as const)];
}

function comesBefore(a: FileRange, b: FileRange): boolean {
  return a.file === b.file ? a.start < b.start : a.file < b.file;
}

/** Projects that are no part of the app and build with the file; tests ride along. */
function sharedWithOthers({ projects, workspace }: App, { reference }: ExternalReference): readonly Reason[] {
  const { file } = reference.element;
  if (projects.some((own) => own.distance === 0 && own.file === file)) return [];
  const others = projectsBuiltWith(file, repoProjects(workspace)).filter(
    (one) => !one.isTest && !projects.some((own) => own.file === one.file),
  );
  return others.length === 0 ? [] : [{ code: 'shared-library', projects: others.map((one) => one.file) }];
}

export function librariesBeside({ projects, workspace }: App, { element }: PackageReference): readonly ClientLibrary[] {
  return clientLibrariesOf([...projects, ...projectsBuiltWith(element.file, repoProjects(workspace))]);
}
