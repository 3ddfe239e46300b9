import type { FileRange } from '../../location.ts';
import type { DeclaredVersion, PackageReference } from '../msbuild/package-references.ts';
import type { NuGetVersion } from './nuget-version.ts';
import { type ResolvedRange, resolveRange } from './resolve.ts';
import { parseRange } from './version-range.ts';

export type UnknownVersionReason =
  | Extract<DeclaredVersion, { readonly kind: 'unknown' }>['reason']
  | { readonly code: 'not-a-version'; readonly text: string }
  | { readonly code: 'nothing-allowed'; readonly text: string }
  /** The library is referenced as a project, not as a package. */
  | { readonly code: 'built-from-source' }
  | { readonly code: 'not-referenced' };

/** The version of a package that an app runs on, as far as its files tell. */
export type PackageVersion =
  | {
      readonly kind: 'known';
      readonly declared: string;
      readonly resolved: Exclude<ResolvedRange, { readonly kind: 'nothing-allowed' }>;
      readonly at: FileRange;
    }
  /** A condition decides which, or two projects disagree. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly KnownVersion[] }
  | { readonly kind: 'unknown'; readonly reason: UnknownVersionReason; readonly at: FileRange | null };

export type KnownVersion = Extract<PackageVersion, { readonly kind: 'known' }>;

/** The version that these references to one package agree on. */
export function versionOf(references: readonly PackageReference[]): PackageVersion {
  const read = references.flatMap(({ versions }) => versions).map(readDeclared);
  const unknown = read.find((version) => version.kind === 'unknown');
  if (unknown !== undefined) return unknown;
  const candidates = read.filter((version) => version.kind === 'known');
  const distinct = candidates.filter(
    (one, index) => candidates.findIndex((c) => c.declared === one.declared) === index,
  );
  const [first] = distinct;
  if (first === undefined) return { kind: 'unknown', reason: { code: 'not-referenced' }, at: null };
  return distinct.length === 1 ? first : { kind: 'ambiguous', candidates: distinct };
}

function readDeclared(declared: DeclaredVersion): PackageVersion {
  if (declared.kind === 'unknown') return declared;
  const { text, at } = declared;
  const range = parseRange(text);
  if (range === null) return { kind: 'unknown', reason: { code: 'not-a-version', text }, at };
  const resolved = resolveRange(range);
  if (resolved.kind === 'nothing-allowed') return { kind: 'unknown', reason: { code: 'nothing-allowed', text }, at };
  return { kind: 'known', declared: text, resolved, at };
}

/** The versions whose behaviour the app may show; none when nothing is known. */
export function behavesAs(version: PackageVersion): readonly NuGetVersion[] {
  const candidates = version.kind === 'known' ? [version] : version.kind === 'ambiguous' ? version.candidates : [];
  return candidates.map(({ resolved }) => (resolved.kind === 'line-only' ? resolved.atLeast : resolved.version));
}
