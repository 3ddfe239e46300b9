import type { FileRange } from '../../location.ts';
import type { Evaluation } from './evaluation.ts';
import type { Item, Metadata } from './items.ts';
import type { UnknownValue } from './values.ts';

/** A version as a project states it, or why none can be read. */
export type DeclaredVersion =
  | { readonly kind: 'stated'; readonly text: string; readonly how: 'direct' | 'central'; readonly at: FileRange }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownValue | { readonly code: 'no-version' };
      readonly at: FileRange;
    };

export interface PackageReference {
  readonly id: string;
  /** Whether it takes part depends on a condition that cannot be decided. */
  readonly conditional: boolean;
  readonly element: FileRange;
  /** More than one when a condition decides which; never empty. */
  readonly versions: readonly DeclaredVersion[];
}

export function packageReferencesOf(evaluation: Evaluation): readonly PackageReference[] {
  const references = ofType(evaluation, 'packagereference');
  if (!isOn(evaluation, 'ManagePackageVersionsCentrally')) return references.map((item) => referenceOf(item, []));
  return [
    ...references.map((item) => referenceOf(item, ofType(evaluation, 'packageversion'))),
    ...ofType(evaluation, 'globalpackagereference').map(centralReference),
  ];
}

/** Every version that is stated for all projects; null where each project states its own. */
export function centralVersionsOf(evaluation: Evaluation): readonly PackageReference[] | null {
  if (!isOn(evaluation, 'ManagePackageVersionsCentrally')) return null;
  return ofType(evaluation, 'packageversion').map(centralReference);
}

/** With transitive pinning a central version also holds for packages that nothing references. */
export function pinnedVersionsOf(evaluation: Evaluation): readonly PackageReference[] {
  return isOn(evaluation, 'CentralPackageTransitivePinningEnabled') ? (centralVersionsOf(evaluation) ?? []) : [];
}

function centralReference(item: Item): PackageReference {
  return { ...named(item), versions: orNone(statedBy(item, 'version', 'central'), item) };
}

/** The reference's own version or override wins over the central one. */
function referenceOf(item: Item, central: readonly Item[]): PackageReference {
  const managed = central.filter((version) => version.include.toLowerCase() === item.include.toLowerCase());
  const sources = [
    statedBy(item, 'versionoverride', 'direct'),
    statedBy(item, 'version', 'direct'),
    managed.flatMap((version) => statedBy(version, 'version', 'central')),
  ];
  return { ...named(item), versions: orNone(sources.find((stated) => stated.length > 0) ?? [], item) };
}

function named({ include, conditional, element }: Item) {
  return { id: include, conditional, element };
}

function statedBy(item: Item, name: string, how: 'direct' | 'central'): readonly DeclaredVersion[] {
  return (item.metadata.get(name) ?? []).flatMap((metadata) => declared(metadata, how));
}

/** An empty value is a condition's doing: the version is then one of the others. */
function declared({ values, at }: Metadata, how: 'direct' | 'central'): readonly DeclaredVersion[] {
  if (values.kind === 'unknown') return [{ kind: 'unknown', reason: values.reason, at }];
  return values.values.filter((text) => text !== '').map((text) => ({ kind: 'stated', text, how, at }));
}

function orNone(versions: readonly DeclaredVersion[], item: Item): readonly DeclaredVersion[] {
  return versions.length > 0 ? versions : [{ kind: 'unknown', reason: { code: 'no-version' }, at: item.element }];
}

function ofType({ items }: Evaluation, type: string): readonly Item[] {
  return items.filter((item) => item.type === type);
}

function isOn({ properties }: Evaluation, name: string): boolean {
  const value = properties.get(name);
  return value?.kind === 'known' && value.values.some((text) => text.toLowerCase() === 'true');
}
