import { allows } from './allows.ts';
import { KNOWN_RELEASES, UNNUMBERED_MAJORS } from './known-releases.ts';
import { compareVersions, type NuGetVersion, newest, version } from './nuget-version.ts';
import type { VersionRange } from './version-range.ts';

/** The version a range stands for, and on what ground. */
export type ResolvedRange =
  | { readonly kind: 'exact'; readonly version: NuGetVersion }
  /**
   * The assumption for floating and ranged versions, which reports state: NuGet itself takes the *lowest* release of
   * an interval, and a lock file may hold back a floating one.
   */
  | { readonly kind: 'newest-allowed'; readonly version: NuGetVersion }
  /** Behaviour is known, the release number is not. */
  | { readonly kind: 'line-only'; readonly atLeast: NuGetVersion }
  | { readonly kind: 'nothing-allowed' };

export function resolveRange(range: VersionRange): ResolvedRange {
  const exact = exactVersion(range);
  if (exact !== null) return { kind: 'exact', version: exact };

  const allowed = [...KNOWN_RELEASES, ...namedBounds(range), ...UNNUMBERED_MAJORS].filter((v) => allows(range, v));
  const releases = range.kind === 'interval' ? allowed.filter((v) => v.prerelease === '') : allowed;
  const best = newest(releases) ?? newest(allowed);
  if (best !== null) {
    return UNNUMBERED_MAJORS.includes(best)
      ? { kind: 'line-only', atLeast: best }
      : { kind: 'newest-allowed', version: best };
  }
  const floor = floorOf(range);
  if (floor === null) return { kind: 'nothing-allowed' };
  const next = range.kind === 'floating' && inTheGap(floor) ? nextRelease(floor) : null;
  return next === null ? { kind: 'line-only', atLeast: floor } : { kind: 'newest-allowed', version: next };
}

/** A plain version means "at least this", and NuGet takes the lowest there is: that very one. */
function exactVersion(range: VersionRange): NuGetVersion | null {
  if (range.kind === 'minimum') return inTheGap(range.version) ? nextRelease(range.version) : range.version;
  if (range.kind !== 'interval' || range.lower === null || range.upper === null) return null;
  return compareVersions(range.lower.version, range.upper.version) === 0 ? range.lower.version : null;
}

/** There was no 8.4: whoever asks for one gets 8.5.0, with a warning of NuGet's. */
function inTheGap(v: NuGetVersion): boolean {
  return v.major === 8 && v.minor === 4 && v.prerelease === '';
}

/** Who writes a bound into a range has usually seen that release; one outside every known minor line is a mere limit. */
function namedBounds(range: VersionRange): readonly NuGetVersion[] {
  if (range.kind !== 'interval') return [];
  return [range.lower, range.upper]
    .filter((bound) => bound !== null)
    .map((bound) => bound.version)
    .filter((v) => KNOWN_RELEASES.some((known) => known.major === v.major && known.minor === v.minor));
}

function nextRelease(floor: NuGetVersion): NuGetVersion | null {
  return KNOWN_RELEASES.find((known) => compareVersions(known, floor) >= 0) ?? null;
}

function floorOf(range: VersionRange): NuGetVersion | null {
  switch (range.kind) {
    case 'minimum':
      return range.version;
    case 'interval':
      return range.lower?.version ?? null;
    case 'floating': {
      const { numbers, prerelease } = range.floating;
      const [major = 0, minor = 0, patch = 0] = numbers;
      return version(`${major}.${minor}.${patch}${prerelease === null ? '' : '-0'}`);
    }
  }
}
