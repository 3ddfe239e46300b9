import type { App } from '../../app/app.ts';
import { importPlaces } from '../../app/packages/leftover-imports.ts';
import { type MissingPackage, missingPackages } from '../../app/packages/missing-package.ts';
import { parseVersion } from '../../app/versions/nuget-version.ts';
import type { FileRange } from '../../location.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { additionFor, versionFor } from './package/addition.ts';
import { removalFor } from './package/import-removal.ts';
import { importsIn } from './package/imports.ts';

export const packageMissing: Rule<'clients/package-missing'> = {
  id: 'clients/package-missing',
  severity: 'error',
  phase: 'prepare',
  fixes: ['review', 'manual'],
  example: 'external-v9-package-missing',
  check: (app) => (app.target === 'v9' ? missingPackages(app).map((missing) => findingFor(app, missing)) : []),
};

function findingFor(app: App, missing: MissingPackage): FindingOf<'clients/package-missing'> {
  const { project, files, imports, conditional } = missing;
  const at = placeOf(missing);
  const version = imports === null ? versionFor(app, missing) : null;
  return {
    rule: 'clients/package-missing',
    severity: 'error',
    phase: 'prepare',
    at,
    subject: at,
    data: {
      project: project.file,
      files,
      kind: imports !== null ? 'only-imported' : conditional === null ? 'unreferenced' : 'conditional',
      imports: imports === null ? 0 : importsIn(imports),
      version: version?.text ?? null,
      bindsAtRegistration: version !== null && (parseVersion(version.text)?.major ?? 0) >= 9,
    },
    remedy: version === null ? removalFor(app, missing) : additionFor(app, missing, version),
  };
}

function placeOf({ project, imports, conditional, lastReference }: MissingPackage): FileRange {
  const [importing] = imports === null ? [] : importPlaces(imports);
  return importing ?? conditional ?? lastReference ?? { file: project.file, start: 0, end: 0 };
}
