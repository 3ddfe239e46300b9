import { compareVersions, type NuGetVersion, version } from '../versions/nuget-version.ts';

/** From this release on, this value. */
export type Change<V extends string> = readonly [since: string, value: V];

/** What comes after the newest major is not known. */
const NOT_WRITTEN_YET = version('10.0.0-0');

/** The value all candidates share; `unknown` when there is none, when they differ, and outside the history. */
export function valueAt<V extends string>(
  history: readonly Change<V>[],
  candidates: readonly NuGetVersion[],
): V | 'unknown' {
  const values = new Set(candidates.flatMap((candidate) => [...possibleValues(history, candidate)]));
  const [value] = values;
  return value === undefined || values.size > 1 ? 'unknown' : value;
}

/** A preview may or may not have yet what its release has: both answers are possible. */
function possibleValues<V extends string>(history: readonly Change<V>[], at: NuGetVersion): readonly (V | 'unknown')[] {
  if (compareVersions(at, NOT_WRITTEN_YET) >= 0) return ['unknown'];
  return [lastChange(history, at), lastChange(history, { ...at, prerelease: '' })];
}

function lastChange<V extends string>(history: readonly Change<V>[], at: NuGetVersion): V | 'unknown' {
  return history.findLast(([since]) => compareVersions(release(since), at) <= 0)?.[1] ?? 'unknown';
}

/** Every client of an app is asked about the same few. */
const releases = new Map<string, NuGetVersion>();

function release(text: string): NuGetVersion {
  const known = releases.get(text) ?? version(text);
  releases.set(text, known);
  return known;
}
