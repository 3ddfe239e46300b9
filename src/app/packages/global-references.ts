import type { Workspace } from '../../files/workspace.ts';
import { evaluateProject } from '../msbuild/evaluation.ts';
import type { Item } from '../msbuild/items.ts';
import type { DeclaredVersion, PackageReference } from '../msbuild/package-references.ts';
import type { Project } from '../project/project.ts';

/**
 * `GlobalPackageReference` means something only where versions are stated centrally. Elsewhere NuGet passes it over, but
 * an SDK that does the same in its own way need not.
 */
export function globalReferencesPassedOver(project: Project, workspace: Workspace): readonly PackageReference[] {
  if (project.centralVersions !== null) return [];
  if (workspace.filesWithAny(['GlobalPackageReference'], project.files).length === 0) return [];
  const items = evaluateProject(workspace, project.file).items.filter(({ type }) => type === 'globalpackagereference');
  return items.map((item) => ({
    id: item.include,
    conditional: item.conditional,
    element: item.element,
    versions: versionsOf(item),
  }));
}

function versionsOf({ metadata }: Item): readonly DeclaredVersion[] {
  return (metadata.get('version') ?? []).flatMap(({ values, at }): readonly DeclaredVersion[] => {
    if (values.kind === 'unknown') return [{ kind: 'unknown', reason: values.reason, at }];
    return values.values.map((text) => ({ kind: 'stated', text, how: 'central', at }));
  });
}
