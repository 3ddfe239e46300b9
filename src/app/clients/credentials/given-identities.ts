import { type CredentialSource, sectionOfSource, sourceKey } from './credential-source.ts';
import type { ServiceCredentials } from './service-credentials.ts';

/** Whom a class asks as. */
export interface GivenIdentity {
  readonly section: string | null;
  /** The same for everybody who asks as that one. */
  readonly key: string;
  readonly secrets: readonly string[];
}

interface SettingsSection {
  readonly id: string;
  readonly section: string | null;
}

/** Maskinporten knows a client by its id: where that is read from tells whether two are one. */
export function identitiesGiven(
  { within, ids, keys }: ServiceCredentials,
  settings: readonly SettingsSection[],
): readonly GivenIdentity[] {
  // Of several ids, nobody can tell which goes with which key.
  const sections = ids.length === 1 ? [...new Set(keys.flatMap((key) => sectionOfSource(key) ?? []))] : [];
  const sectionOfKey = sections.length === 1 ? (sections[0] ?? null) : null;
  const secrets = secretsOf([...ids, ...keys]);
  return ids.flatMap((source): readonly GivenIdentity[] => {
    if (isOfPackage(source) && settings.length > 0) {
      return settings.map(({ id, section }) => ({ section, key: section?.toLowerCase() ?? id, secrets }));
    }
    const section = sectionOfSource(source);
    if (section !== null && isUsual(source)) return [{ section, key: section.toLowerCase(), secrets }];
    const key = source.kind === 'unknown' ? `unknown ${within}` : sourceKey(source);
    return [{ section: section ?? sectionOfKey, key, secrets }];
  });
}

/** Whoever else has the section takes its id from there. */
function isUsual(source: CredentialSource): boolean {
  return source.kind === 'configuration' && /:ClientId$/i.test(source.path);
}

function isOfPackage(source: CredentialSource): boolean {
  return source.kind === 'settings' && source.of.type === 'MaskinportenSettings' && source.of.name === null;
}

export function secretsOf(sources: readonly CredentialSource[]): readonly string[] {
  return [...new Set(sources.flatMap((source) => (source.kind === 'secret' ? [source.name] : [])))];
}
