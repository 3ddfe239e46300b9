import compareSemver from 'semver/functions/compare.js';
import parseSemver from 'semver/functions/parse.js';

/** A version as NuGet reads it: one to four numbers and perhaps a prerelease label. */
export interface NuGetVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** The fourth number; NuGet has it, semver has not. */
  readonly revision: number;
  /** `rc.1` of `8.5.0-rc.1`, empty for a release. */
  readonly prerelease: string;
  /** Normalised as NuGet prints it: three numbers, a fourth only when it is not 0, no build metadata. */
  readonly text: string;
}

const SHAPE = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9a-z.-]+))?(?:\+[0-9a-z.-]+)?$/i;

export function parseVersion(text: string): NuGetVersion | null {
  const match = SHAPE.exec(text.trim());
  if (match === null) return null;
  const [major = 0, minor = 0, patch = 0, revision = 0] = match.slice(1, 5).map((part) => Number(part ?? 0));
  const prerelease = match[5] ?? '';
  const label = prerelease === '' ? '' : `-${prerelease}`;
  if (parseSemver(`${major}.${minor}.${patch}${label}`) === null || !Number.isSafeInteger(revision)) return null;
  const fourth = revision === 0 ? '' : `.${revision}`;
  return { major, minor, patch, revision, prerelease, text: `${major}.${minor}.${patch}${fourth}${label}` };
}

/** For versions written in this program: a typing error there is a bug. */
export function version(text: string): NuGetVersion {
  const parsed = parseVersion(text);
  if (parsed === null) throw new Error(`not a version: ${text}`);
  return parsed;
}

/** Precedence: the numbers first, then a release after its prereleases; labels without regard to case, as NuGet does. */
export function compareVersions(a: NuGetVersion, b: NuGetVersion): number {
  const byNumbers = a.major - b.major || a.minor - b.minor || a.patch - b.patch || a.revision - b.revision;
  return byNumbers || (a.prerelease === b.prerelease ? 0 : compareSemver(labelled(a), labelled(b)));
}

export function newest(versions: readonly NuGetVersion[]): NuGetVersion | null {
  return versions.reduce<NuGetVersion | null>((best, v) => (best && compareVersions(best, v) >= 0 ? best : v), null);
}

function labelled(v: NuGetVersion): string {
  const label = v.prerelease === '' ? '' : `-${v.prerelease.toLowerCase()}`;
  return `${v.major}.${v.minor}.${v.patch}${label}`;
}
