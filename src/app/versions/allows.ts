import { compareVersions, type NuGetVersion } from './nuget-version.ts';
import type { Bound, Floating, VersionRange } from './version-range.ts';

/**
 * Whether the range takes this version in. A range of releases takes no preview:
 * by mere precedence `9.0.0-preview.1` would stand inside `[8.0,9.0)`.
 */
export function allows(range: VersionRange, version: NuGetVersion): boolean {
  switch (range.kind) {
    case 'minimum':
      return compareVersions(version, range.version) >= 0 && previewFits(version, [range.version]);
    case 'floating':
      return floats(range.floating, version);
    case 'interval': {
      const bounds = [range.lower, range.upper].filter((bound) => bound !== null);
      const inside = above(range.lower, version) && below(range.upper, version);
      if (range.floating !== null) return inside && floats(range.floating, version);
      return (
        inside &&
        previewFits(
          version,
          bounds.map((bound) => bound.version),
        )
      );
    }
  }
}

function previewFits(version: NuGetVersion, bounds: readonly NuGetVersion[]): boolean {
  return version.prerelease === '' || bounds.some((bound) => bound.prerelease !== '');
}

function above(lower: Bound | null, version: NuGetVersion): boolean {
  if (lower === null) return true;
  const order = compareVersions(version, lower.version);
  return order > 0 || (order === 0 && lower.inclusive);
}

function below(upper: Bound | null, version: NuGetVersion): boolean {
  if (upper === null) return true;
  const order = compareVersions(version, upper.version);
  return order < 0 || (order === 0 && upper.inclusive);
}

function floats({ numbers, prerelease }: Floating, version: NuGetVersion): boolean {
  const own = [version.major, version.minor, version.patch, version.revision];
  if (!numbers.every((number, index) => own[index] === number)) return false;
  if (version.prerelease === '') return true;
  return prerelease !== null && version.prerelease.toLowerCase().startsWith(prerelease.toLowerCase());
}
