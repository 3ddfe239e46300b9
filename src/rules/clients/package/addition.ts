import type { App } from '../../../app/app.ts';
import { externalPackage } from '../../../app/clients/package-surface.ts';
import type { PackageReference } from '../../../app/msbuild/package-references.ts';
import { isExternalPackage } from '../../../app/packages/external-references.ts';
import { lockFilesOf } from '../../../app/packages/lock-files.ts';
import type { MissingPackage } from '../../../app/packages/missing-package.ts';
import { projectsBuiltWith, repoProjects } from '../../../app/packages/repo-projects.ts';
import type { FileRange } from '../../../location.ts';
import type { UnclearReference } from '../../../words/reasons.ts';
import type { Change, Remedy } from '../../finding.ts';

/** What Altinn.App 8.12.7 brought; from 9.0 on the package binds its settings before the vault is there. */
const lastLazyVersion = '8.0.1';

export interface ChosenVersion {
  readonly text: string;
  readonly from: 'central' | 'altinn-app' | 'choice';
}

export function versionFor({ versions }: App, { project }: MissingPackage): ChosenVersion {
  const [central] = project.centralVersions?.filter(isExternalPackage).flatMap(statedVersions) ?? [];
  if (central !== undefined) return { text: central, from: 'central' };
  const brought = versions.packages.find(({ id, how }) => id === externalPackage && how === 'transitive');
  return brought?.version ? { text: brought.version, from: 'altinn-app' } : { text: lastLazyVersion, from: 'choice' };
}

function statedVersions({ versions }: PackageReference): readonly string[] {
  return versions.flatMap((version) => (version.kind === 'stated' ? [version.text] : []));
}

export function additionFor({ workspace }: App, missing: MissingPackage, version: ChosenVersion): Remedy {
  if (missing.conditional !== null) return leftBecause('conditional');
  const others = missing.outside?.ofOtherApps ?? [];
  if (others.length > 0) return { kind: 'manual', reasons: [{ code: 'shared-library', projects: others }] };
  if (missing.outside?.buildsOnApp === false) return { kind: 'manual', reasons: [{ code: 'outside-app' }] };
  const changes = insertionsFor(missing, version);
  if (changes === null) return leftBecause('no-neighbour');
  const files = lockFilesOf(projectsBuiltWith(missing.project.file, repoProjects(workspace)), workspace);
  const chosen = { code: 'package-version', version: version.text, from: version.from } as const;
  const locked = files.length === 0 ? [] : [{ code: 'lock-file', files } as const];
  return { kind: 'change', changes, reasons: [chosen, ...locked] };
}

function leftBecause(because: UnclearReference): Remedy {
  return { kind: 'manual', reasons: [{ code: 'reference-unclear', because }] };
}

/** With versions stated centrally, the reference has none; null where there is nothing to stand beside. */
function insertionsFor(missing: MissingPackage, { text, from }: ChosenVersion): readonly Change[] | null {
  const { lastReference, central } = missing;
  if (lastReference === null) return null;
  const include = `Include="${externalPackage}"`;
  const insert = (at: FileRange, side: 'before' | 'after', markup: string) =>
    ({ kind: 'insert-element', at, side, markup }) as const;
  if (missing.project.centralVersions === null) {
    return [insert(lastReference, 'after', `<PackageReference ${include} Version="${text}" />`)];
  }
  const reference = insert(lastReference, 'after', `<PackageReference ${include} />`);
  if (from === 'central') return [reference];
  return central && [reference, insert(central.at, central.side, `<PackageVersion ${include} Version="${text}" />`)];
}
