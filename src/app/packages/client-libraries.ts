import type { FileRange } from '../../location.ts';
import type { PackageReference } from '../msbuild/package-references.ts';
import type { Project } from '../project/project.ts';
import { parseRange, type VersionRange } from '../versions/version-range.ts';
import { isSameElement } from './elements.ts';

/** A package that registers clients of the external package, and brings it. */
export interface ClientLibrary {
  readonly kind: 'dan' | 'dialogporten' | 'correspondence';
  readonly id: string;
  /** As declared, all of them when a condition decides; null when it cannot be read. */
  readonly version: string | null;
  /** Whether its id and version tell for certain that it does. */
  readonly certain: boolean;
  readonly at: FileRange;
}

const correspondence = /^Altinn\.(?!App\.).*Correspondence/i;
/** Packages of types alone. */
const types = /\.(?:Contracts|Abstractions|Models)$/i;

export function clientLibrariesOf(projects: readonly Pick<Project, 'packages'>[]): readonly ClientLibrary[] {
  const found = projects.flatMap(({ packages }) => packages.flatMap((reference) => libraryOf(reference) ?? []));
  // A props file states it once for several projects.
  return found.filter(({ at }, index) => found.findIndex((one) => isSameElement(one.at, at)) === index);
}

function libraryOf(reference: PackageReference): ClientLibrary | null {
  const { id, element, versions } = reference;
  const stated = versions.flatMap((version) => (version.kind === 'stated' ? [version.text] : []));
  const version = stated.length === 0 ? null : stated.join(' | ');
  // Its newest version lets the app hang the handler of its choice on the client.
  if (/^Altinn\.ApiClients\.Dialogporten$/i.test(id)) {
    return { kind: 'dialogporten', id, version, certain: false, at: element };
  }
  if (correspondence.test(id)) {
    return types.test(id) ? null : { kind: 'correspondence', id, version, certain: false, at: element };
  }
  if (!/^Altinn\.ApiClients\.Dan$/i.test(id)) return null;
  // From 3.0 it registers nothing, and returns what a handler can be hung on.
  const majors = stated.length < versions.length ? [null] : stated.map(majorOf);
  if (majors.every((major) => major !== null && major >= 3)) return null;
  return { kind: 'dan', id, version, certain: majors.every((major) => major !== null && major < 3), at: element };
}

/** Of the version that NuGet takes: the lowest of a range, the newest of a floating one. */
function majorOf(text: string): number | null {
  const range = parseRange(text);
  return range === null ? null : majorOfRange(range);
}

function majorOfRange(range: VersionRange): number | null {
  switch (range.kind) {
    case 'minimum':
      return range.version.major;
    case 'floating':
      return range.floating.numbers[0] ?? null;
    case 'interval':
      if (range.floating !== null) return range.floating.numbers[0] ?? null;
      return range.lower?.inclusive === true ? range.lower.version.major : null;
  }
}
