import type { FileRange } from '../../location.ts';
import { contains } from '../../syntax/csharp/node.ts';
import type { App } from '../app.ts';
import { isDefaultSection, isWithin } from '../settings/section.ts';
import { type Certainty, type CollectedNames, collectNames } from './collected-names.ts';
import { bindsUnknownSection, type CredentialSection, credentialSections } from './credential-sections.ts';
import { maskinportenReads } from './maskinporten-reads.ts';
import { maskinportenSectionOf, secretOf } from './name-parts.ts';
import { seenNames } from './seen-names.ts';

/** A secret of the vault that Maskinporten credentials are, or may be, read from. Never its value. */
export interface SecretName {
  readonly name: string;
  readonly certainty: Certainty;
  /** The configuration section that it feeds; null for one that is only read by its name. */
  readonly section: string | null;
  readonly owner: SecretOwner;
  readonly evidence: readonly FileRange[];
}

/**
 * Whose it is, as far as this app's code tells: of a section that the app binds, of the default one, which every app that reads
 * the vault has, or of one that another app binds. `unknown` where it has this app's name, or where a client's section is.
 */
export type SecretOwner = 'app' | 'default-section' | 'other-app' | 'unknown';

type Facts = Pick<
  App,
  | 'configurations'
  | 'externals'
  | 'tokens'
  | 'authorizations'
  | 'builtIn'
  | 'settings'
  | 'versions'
  | 'workspace'
  | 'sources'
  | 'location'
  | 'metadata'
  | 'vault'
  | 'vaultListing'
  | 'secretReads'
  | 'record'
>;

/** With a listing of the vault, what it does not list is not expected any more; what the repo names may be in another vault. */
export function readSecretNames(app: Facts): readonly SecretName[] {
  const bound = credentialSections(app);
  const recorded = app.record?.clients ?? [];
  const sections = [...bound.map(({ path }) => path), ...recorded.flatMap(({ section }) => section ?? [])];
  const names = collectNames();
  const reads = maskinportenReads(app);
  for (const { name, at } of reads) if (name !== null) names.add(name, 'seen', [at]);
  const readByName = names.all().map(({ name }) => name.toLowerCase());
  const recordedNames = recorded.flatMap(({ secrets }) => secrets);
  const hasNames = readByName.length > 0 || recordedNames.length > 0;
  const isConcerned = sections.length > 0 || hasNames || bindsUnknownSection(app);
  if (!isConcerned) return [];
  if (isVaultSource(app)) addInferred(bound, names);
  for (const name of recordedNames) names.add(name, 'inferred', placesInRecord(name, app));
  for (const { name, at } of seenNames(app, sections)) {
    const isRead = reads.some(({ call }) => call.file === at.file && contains(call, at));
    if (!isRead) names.add(name, 'seen', [at]);
  }
  for (const name of app.vaultListing ?? []) {
    const section = maskinportenSectionOf(name, sections);
    if (section !== null || names.has(name)) names.add(name, 'listed', placesBound(section, bound));
  }
  const namedByApp = new Set([...readByName, ...recordedNames.map((name) => name.toLowerCase())]);
  return names
    .all()
    .filter(({ certainty }) => app.vaultListing === null || certainty !== 'inferred')
    .map((found) => {
      const section = maskinportenSectionOf(found.name, sections);
      const isNamed = namedByApp.has(found.name.toLowerCase());
      return { ...found, section, owner: ownerOf(section, isNamed, sections, app) };
    })
    .filter(({ owner, name }) => {
      // Secrets of the default section are everybody's: they reach the apps that have the vault as a source, or name them.
      return owner !== 'default-section' || isVaultSource(app) || namedByApp.has(name.toLowerCase());
    });
}

function addInferred(bound: readonly CredentialSection[], names: CollectedNames): void {
  for (const { path, keys, evidence } of bound) {
    for (const key of keys) names.add(secretOf(`${path}:${key}`), 'inferred', evidence);
  }
}

function placesBound(section: string | null, bound: readonly CredentialSection[]): readonly FileRange[] {
  return bound.find(({ path }) => path.toLowerCase() === section?.toLowerCase())?.evidence ?? [];
}

function placesInRecord(name: string, { record, workspace }: Facts): readonly FileRange[] {
  const read = record && workspace.read(record.file);
  const start = read?.kind === 'text' ? read.source.text.indexOf(`"${name}"`) : -1;
  return record && start !== -1 ? [{ file: record.file, start: start + 1, end: start + 1 + name.length }] : [];
}

function isVaultSource({ vault }: Facts): boolean {
  return vault.kind !== 'none';
}

function ownerOf(section: string | null, isNamed: boolean, sections: readonly string[], app: Facts): SecretOwner {
  if (section !== null && isDefaultSection(section)) return 'default-section';
  if (isNamed || section === null) return 'app';
  if (sections.some((own) => own.toLowerCase() === section.toLowerCase())) return 'app';
  const hasAppsName = app.metadata.kind === 'known' && isWithin(app.metadata.app, section);
  return hasAppsName || bindsUnknownSection(app) ? 'unknown' : 'other-app';
}
