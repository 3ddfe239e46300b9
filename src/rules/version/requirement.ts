import type { App } from '../../app/app.ts';
import { compareVersions, parseVersion } from '../../app/versions/nuget-version.ts';
import { behavesAs } from '../../app/versions/package-version.ts';
import type { Reason } from '../../words/reasons.ts';

/** Nothing when the app certainly has that version of the app library; else why a patch cannot rest on it. */
export function tooOldFor(app: App, needed: string): readonly Reason[] {
  const versions = [...behavesAs(app.versions.app), ...behavesAs(app.versions.core)];
  const required = parseVersion(needed);
  if (versions.length === 0 || required === null) return [{ code: 'version-unknown' }];
  const isOlder = versions.some((version) => compareVersions(version, required) < 0);
  return isOlder ? [{ code: 'version-too-old', version: app.versions.declared ?? '', needed }] : [];
}
