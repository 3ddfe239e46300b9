import { externalPackage } from '../clients/package-surface.ts';
import { allows } from '../versions/allows.ts';
import { compareVersions, type NuGetVersion, newest, parseVersion } from '../versions/nuget-version.ts';
import type { AltinnPackage } from '../versions/packages.ts';
import { parseRange } from '../versions/version-range.ts';

/**
 * When a client of the external package reads the section it is bound to: from 9.0 at its registration, before when its
 * handler is first made.
 */
export type ExternalBinding = 'at-registration' | 'late' | 'unknown';

/** What a range may stand for. */
const releases = ['7.1.0', '8.0.1', '9.0.0', '9.1.0', '10.0.1', '10.1.0', '10.2.0'].flatMap(
  (text) => parseVersion(text) ?? [],
);
const firstEager = parseVersion('9.0.0-0');

export function externalBinding(packages: readonly AltinnPackage[]): ExternalBinding {
  const versions = packages
    .filter(({ id }) => id.toLowerCase() === externalPackage.toLowerCase())
    .map(({ version }) => (version === null ? null : resolved(version)));
  const bindings = new Set(versions.map(bindingOf));
  const [only] = bindings;
  return only !== undefined && bindings.size === 1 ? only : 'unknown';
}

function bindingOf(version: NuGetVersion | null): ExternalBinding {
  if (version === null || firstEager === null) return 'unknown';
  return compareVersions(version, firstEager) >= 0 ? 'at-registration' : 'late';
}

/** A range stands for the newest release it allows. */
function resolved(text: string): NuGetVersion | null {
  const range = parseRange(text);
  if (range === null) return null;
  return range.kind === 'minimum' ? range.version : newest(releases.filter((release) => allows(range, release)));
}
