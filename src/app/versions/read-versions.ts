import { type Capabilities, capabilitiesOf } from '../capabilities/capabilities.ts';
import type { AppProject } from '../project/app-projects.ts';
import { type LibraryVersions, libraryVersionsOf } from './library-version.ts';
import { lineOf, type VersionLine } from './line.ts';
import { behavesAs, type PackageVersion, type UnknownVersionReason } from './package-version.ts';
import { type AltinnPackage, altinnPackagesOf, resolvedText, sourceOf } from './packages.ts';

/** Which Altinn.App an app runs on, and what that can do. */
export interface AppVersions extends LibraryVersions {
  /** As written; both, when a condition decides which. */
  readonly declared: string | null;
  /** Null when only the line is known, or not even that. */
  readonly resolved: string | null;
  readonly line: VersionLine;
  readonly source: string | null;
  readonly packages: readonly AltinnPackage[];
  readonly capabilities: Capabilities;
}

export function readVersions(projects: readonly AppProject[]): AppVersions {
  const library = libraryVersionsOf(projects);
  const { app } = library;
  return {
    ...library,
    declared: declaredText(app),
    resolved: resolvedText(app),
    line: lineOfAll(app),
    source: sourceOf(app) ?? projects[0]?.file ?? null,
    packages: altinnPackagesOf(projects, library),
    capabilities: capabilitiesOf(candidatesOf(library)),
  };
}

/** Where Api and Core differ, only what both agree on is certain. */
function candidatesOf({ app, core }: LibraryVersions) {
  const [byApp, byCore] = [behavesAs(app), behavesAs(core)];
  return byApp.length === 0 || byCore.length === 0 ? [] : [...byApp, ...byCore];
}

function declaredText(version: PackageVersion): string | null {
  switch (version.kind) {
    case 'known':
      return version.declared;
    case 'ambiguous':
      return version.candidates.map(({ declared }) => declared).join(' | ');
    case 'unknown':
      return unreadText(version.reason);
  }
}

/** What stands where a version should; nothing where none stands. */
function unreadText(reason: UnknownVersionReason): string | null {
  switch (reason.code) {
    case 'undefined-property':
      return `$(${reason.property})`;
    case 'computed':
      return reason.expression;
    case 'not-a-version':
    case 'nothing-allowed':
      return reason.text;
    default:
      return null;
  }
}

export function lineOfAll(version: PackageVersion): VersionLine {
  const lines = new Set(behavesAs(version).map(lineOf));
  const [line = 'unknown'] = lines;
  return lines.size === 1 ? line : 'unknown';
}
