import type { App } from '../../app/app.ts';
import { type ExternalReference, externalReferences } from '../../app/packages/external-references.ts';
import { externalUses } from '../../app/packages/external-uses.ts';
import { type LeftoverImports, leftoverImports } from '../../app/packages/leftover-imports.ts';
import { isUsedOutside } from '../../app/packages/outside-uses.ts';
import { projectsBuiltWith, repoProjects } from '../../app/packages/repo-projects.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { importsIn } from './package/imports.ts';
import { librariesBeside, removalOf } from './package/reference-removal.ts';

export const externalPackage: Rule<'clients/external-package'> = {
  id: 'clients/external-package',
  severity: 'warning',
  phase: 'cleanup',
  fixes: ['safe', 'review', 'manual'],
  example: 'package-left-over',
  check: (app) => {
    const unneeded = unneededReferences(app);
    const leftovers = unneeded.length === 0 ? null : leftoverImports(app);
    return leftovers === null ? [] : unneeded.map((one) => findingFor(app, one, unneeded, leftovers));
  },
};

/** A client that is decided to stay, or to come, needs the package whatever the code says today. */
function unneededReferences(app: App): readonly ExternalReference[] {
  const references = externalReferences(app);
  if (references.length === 0 || app.identities.some(({ decision }) => decision === 'own-external')) return [];
  if (externalUses(app).length > 0) return [];
  return references.filter(({ reference }) => {
    const built = projectsBuiltWith(reference.element.file, repoProjects(app.workspace));
    // A library that brings the package may have its version pinned beside it.
    return !isUsedOutside(app, built) && !librariesBeside(app, reference).some(({ certain }) => certain);
  });
}

function findingFor(
  app: App,
  unneeded: ExternalReference,
  all: readonly ExternalReference[],
  leftovers: LeftoverImports,
): FindingOf<'clients/external-package'> {
  const { element, versions } = unneeded.reference;
  const stated = versions.flatMap((version) => (version.kind === 'stated' ? [version.text] : []));
  return {
    rule: 'clients/external-package',
    severity: 'warning',
    phase: 'cleanup',
    at: element,
    subject: element,
    data: {
      version: stated.length === 0 ? null : stated.join(' | '),
      imports: importsIn(leftovers),
      target: app.target,
    },
    remedy: removalOf(app, unneeded, all, leftovers),
  };
}
