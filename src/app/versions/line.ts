import type { NuGetVersion } from './nuget-version.ts';

export type VersionLine = '<8.3' | '8.3' | '8.5-8.6' | '8.7+' | '9' | 'unknown';

/** A preview stands in the line of the release it leads to; previews of the 8.4 that never came belong to 8.3. */
export function lineOf({ major, minor }: NuGetVersion): VersionLine {
  if (major > 9) return 'unknown';
  if (major === 9) return '9';
  if (major < 8 || minor < 3) return '<8.3';
  if (minor < 5) return '8.3';
  return minor < 7 ? '8.5-8.6' : '8.7+';
}
