import type { LibraryVersions } from '../../app/versions/library-version.ts';
import { compareVersions, parseVersion } from '../../app/versions/nuget-version.ts';
import { behavesAs, type PackageVersion } from '../../app/versions/package-version.ts';
import { lineOfAll } from '../../app/versions/read-versions.ts';
import { parseRange } from '../../app/versions/version-range.ts';
import type { Reason } from '../../words/reasons.ts';

/** Nothing when it certainly is that version of the app library; else why a patch cannot rest on it. */
export function tooOldFor(versions: LibraryVersions, needed: string): readonly Reason[] {
  const required = parseVersion(needed);
  const isOlder = (version: PackageVersion) =>
    required !== null && behavesAs(version).some((candidate) => compareVersions(candidate, required) < 0);
  const known = [versions.app, versions.core].filter((version) => behavesAs(version).length > 0);
  const isUnknown = [versions.app, ...known].some((version) => lineOfAll(version) === 'unknown');
  if (isUnknown || required === null) return [{ code: 'version-unknown' }];
  const older = known.find(isOlder);
  return older ? [{ code: 'version-too-old', version: declaredText(older), needed }] : [];
}

/**
 * What is only assumed: a range stands for the newest release it allows, but NuGet may restore the oldest, and that one
 * is too old.
 */
export function assumedFor(versions: LibraryVersions, needed: string): readonly Reason[] {
  const required = parseVersion(needed);
  const assumed = [versions.app, versions.core]
    .filter((version) => version.kind === 'known')
    .find(({ declared }) => {
      const range = parseRange(declared);
      if (range?.kind !== 'interval' || required === null) return false;
      return range.lower === null || compareVersions(range.lower.version, required) < 0;
    });
  return assumed ? [{ code: 'version-assumed', version: assumed.declared, needed }] : [];
}

function declaredText(version: PackageVersion): string {
  const candidates = version.kind === 'known' ? [version] : version.kind === 'ambiguous' ? version.candidates : [];
  return candidates.map(({ declared }) => declared).join(' | ');
}
