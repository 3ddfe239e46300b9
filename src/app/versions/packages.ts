import { type Capabilities, capabilitiesOf } from '../capabilities/capabilities.ts';
import type { DeclaredVersion } from '../msbuild/package-references.ts';
import type { AppProject } from '../project/app-projects.ts';
import type { LibraryVersions } from './library-version.ts';
import { behavesAs, type PackageVersion, versionOf } from './package-version.ts';

/** A package of Altinn's that an app uses, as the report lists it. */
export interface AltinnPackage {
  readonly id: string;
  /** As declared, or null when it cannot be read. */
  readonly version: string | null;
  readonly how: 'direct' | 'central' | 'transitive' | 'project';
  /** The file that states the version, or that of the package which brings this one along. */
  readonly source: string;
}

const EXTERNAL_PACKAGE = 'Altinn.ApiClients.Maskinporten';

export function altinnPackagesOf(projects: readonly AppProject[], versions: LibraryVersions): readonly AltinnPackage[] {
  const referenced = distinct(projects.flatMap(referencedBy));
  const brought = [...broughtCore(referenced, versions), ...broughtExternal(projects, versions)];
  const isReferenced = ({ id }: AltinnPackage) => referenced.some((one) => sameId(one.id, id));
  return [...referenced, ...brought.filter((one) => !isReferenced(one))];
}

function referencedBy({ packages, distance }: AppProject): readonly AltinnPackage[] {
  return packages
    .filter(({ id }) => /^altinn\./i.test(id))
    .flatMap(({ id, versions }) =>
      versions.map((version) => ({
        id,
        version: version.kind === 'stated' ? version.text : null,
        how: distance > 0 ? ('project' as const) : howOf(version),
        source: version.at.file,
      })),
    );
}

function howOf(version: DeclaredVersion): 'direct' | 'central' {
  return version.kind === 'stated' ? version.how : 'direct';
}

/** A props file shared by the app and its libraries states a package once; the nearest project tells how. */
function distinct(packages: readonly AltinnPackage[]): readonly AltinnPackage[] {
  const isSame = (a: AltinnPackage, b: AltinnPackage) =>
    sameId(a.id, b.id) && a.version === b.version && a.source === b.source;
  return packages.filter((one, index) => packages.findIndex((other) => isSame(one, other)) === index);
}

/** Core came with v7; before, there were Common and PlatformServices. */
function broughtCore(referenced: readonly AltinnPackage[], { app, coreReferenced }: LibraryVersions) {
  const api = referenced.find(({ id }) => /^altinn\.app\.api(?:\.experimental)?$/i.test(id));
  if (api === undefined || coreReferenced || behavesAs(app).some(({ major }) => major < 7)) return [];
  const id = /experimental$/i.test(api.id) ? 'Altinn.App.Core.Experimental' : 'Altinn.App.Core';
  return [transitive(id, resolvedText(app), api.source)];
}

/** The legacy client comes along with Core, at the version of the table or at the one that is pinned centrally. */
function broughtExternal(projects: readonly AppProject[], { core }: LibraryVersions): readonly AltinnPackage[] {
  const version: Capabilities['externalPackage'] = capabilitiesOf(behavesAs(core)).externalPackage;
  const source = sourceOf(core);
  if (source === null || version === 'none' || version === 'unknown') return [];
  const [app] = projects;
  const pin = versionOf(app?.pinned.filter(({ id }) => sameId(id, EXTERNAL_PACKAGE)) ?? []);
  if (pin.kind === 'known') {
    return [{ id: EXTERNAL_PACKAGE, version: pin.declared, how: 'central', source: pin.at.file }];
  }
  return [transitive(EXTERNAL_PACKAGE, version, source)];
}

function transitive(id: string, version: string | null, source: string): AltinnPackage {
  return { id, version, how: 'transitive', source };
}

function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function resolvedText(version: PackageVersion): string | null {
  return version.kind === 'known' && version.resolved.kind !== 'line-only' ? version.resolved.version.text : null;
}

export function sourceOf(version: PackageVersion): string | null {
  if (version.kind === 'ambiguous') return version.candidates[0]?.at.file ?? null;
  return version.at?.file ?? null;
}
