import type { App } from '../../../app/app.ts';
import type { PackageReference } from '../../../app/msbuild/package-references.ts';
import { centralVersionOf } from '../../../app/packages/external-references.ts';
import { lockFilesListing, lockFilesOf } from '../../../app/packages/lock-files.ts';
import { projectsBuiltWith, repoProjects } from '../../../app/packages/repo-projects.ts';
import type { RemovableCall, RemovableCode } from '../../../app/vault/removable-code.ts';
import type { Reason } from '../../../words/reasons.ts';
import { removalsOf } from '../../clients/package/reference-removal.ts';
import type { Change } from '../../finding.ts';
import { sharedWithOthers } from '../../shared-library.ts';
import { vaultSettings } from './vault-settings.ts';

/** In comments, what names the vault. */
const mentions = ['vault', 'AzureKV', 'Azure KV', 'kvSetting', 'hvelv'];

/** The code with its usings and packages. */
export function removalOfCode(app: App, code: RemovableCode): readonly Change[] {
  return [
    ...code.calls.flatMap(removalOfCall),
    ...code.declarations.map((at) => ({ kind: 'remove-declaration', at }) as const),
    ...code.usings.map((at) => ({ kind: 'imports', at, needs: [], mayGo: code.importedNames }) as const),
    ...removalsOfReferences(app, code.packages.references),
  ];
}

/** What is there for the provider besides code. */
export function removalOfSurroundings(app: App): readonly Change[] {
  const { mounts, volumes } = app.secretMounts;
  return [
    ...vaultSettings(app).map(({ at }) => ({ kind: 'remove-setting', at }) as const),
    ...[...mounts, ...volumes].map((at) => ({ kind: 'remove-item', at, mentions: [...mentions, 'secret'] }) as const),
  ];
}

function removalOfCall({ call, form, filling }: RemovableCall): readonly Change[] {
  return [
    { kind: 'remove-call', call, form, mentions },
    ...filling.map((at) => ({ kind: 'remove-statement', at, mentions, keeps: [], once: [call] }) as const),
  ];
}

function removalsOfReferences(
  { projects, workspace }: App,
  references: readonly PackageReference[],
): readonly Change[] {
  const going = references.flatMap((reference) => {
    const project = projects.find(({ file }) => file === reference.element.file);
    return project ? [{ reference, central: centralVersionOf(project, reference, repoProjects(workspace)) }] : [];
  });
  return going.flatMap((one) => removalsOf(one, going));
}

export function doubtsAbout(app: App, { gone, packages }: RemovableCode): readonly Reason[] {
  const shared = [...new Set(gone.map(({ file }) => file))].flatMap((file) => sharedWithOthers(app, file));
  const locks = packages.references.flatMap(({ id, element }) => {
    const built = projectsBuiltWith(element.file, repoProjects(app.workspace));
    return lockFilesListing(id, lockFilesOf(built, app.workspace), app.workspace);
  });
  const files = [...new Set(locks)];
  const pinned = packages.references.flatMap(({ id }) => (/^Azure\./i.test(id) ? [id] : []));
  return [
    ...shared.slice(0, 1),
    ...(pinned.length === 0 ? [] : [{ code: 'packages-perhaps-pinned', packages: pinned } as const]),
    ...(files.length === 0 ? [] : [{ code: 'lock-file', files } as const]),
  ];
}
