import type { App } from '../../app/app.ts';
import type { PackageVersion } from '../../app/versions/package-version.ts';
import type { FileRange } from '../../location.ts';

/** Where a version is stated; the project, or what there is of the app, where it is stated nowhere. */
export function versionLocation(app: App, version: PackageVersion): FileRange {
  const stated = version.kind === 'ambiguous' ? version.candidates[0]?.at : version.at;
  return stated ?? { file: app.projects[0]?.file ?? app.metadata.file, start: 0, end: 0 };
}
