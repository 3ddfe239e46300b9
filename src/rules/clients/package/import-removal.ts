import type { App } from '../../../app/app.ts';
import { externalUses } from '../../../app/packages/external-uses.ts';
import type { LeftoverImports } from '../../../app/packages/leftover-imports.ts';
import type { MissingPackage } from '../../../app/packages/missing-package.ts';
import { repoProjects } from '../../../app/packages/repo-projects.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Remedy } from '../../finding.ts';
import { namedInTexts, removalsOfImports, unclearImports } from './imports.ts';

/** Nothing of the package is used: what imports it goes, and no reference comes. */
export function removalFor(app: App, missing: MissingPackage): Remedy {
  if (missing.imports === null) return { kind: 'none' };
  // What is no part of the app is not edited but for its project file.
  if (missing.outside !== null) return { kind: 'manual', reasons: [{ code: 'outside-app' }] };
  const reasons = [
    ...unclearUses(missing, missing.imports),
    ...sharedImports(app, missing, missing.imports),
    ...namedInTexts(app),
  ];
  if (reasons.length > 0) return { kind: 'manual', reasons };
  return { kind: 'change', changes: removalsOfImports(missing.imports), reasons: [{ code: 'nothing-used' }] };
}

function unclearUses({ mayUse }: MissingPackage, imports: LeftoverImports): readonly Reason[] {
  const because = new Set([...unclearImports(imports), ...(mayUse ? (['uses-unclear'] as const) : [])]);
  return [...because].map((one) => ({ code: 'reference-unclear', because: one }));
}

/** A props file may import the package for projects that have it. */
function sharedImports(
  app: App,
  { project }: MissingPackage,
  { items, unclearItems }: LeftoverImports,
): readonly Reason[] {
  const files = [...items, ...unclearItems].map(({ file }) => file).filter((file) => file !== project.file);
  const importing = repoProjects(app.workspace).filter((one) => one.files.some((file) => files.includes(file)));
  const using = externalUses(app).map(({ file }) => file);
  const others = importing.filter((one) => {
    const own = app.projects.find(({ file }) => file === one.file);
    return own === undefined || own.sources.some((file) => using.includes(file));
  });
  return others.length === 0 ? [] : [{ code: 'shared-library', projects: others.map(({ file }) => file) }];
}
