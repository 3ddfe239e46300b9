import { isDefaultSection, isWithin } from '../settings/section.ts';

// `--` in the name of a secret stands for the `:` of a configuration path.

export function pathOf(name: string): string {
  return name.replaceAll('--', ':');
}

export function secretOf(path: string): string {
  return path.replaceAll(':', '--');
}

/**
 * The section that a secret of this name feeds, if that is one of Maskinporten settings: one of those given, or any that is
 * called `MaskinportenSettings`. As written in the name; null for every other name.
 */
export function maskinportenSectionOf(name: string, sections: readonly string[]): string | null {
  const parts = name.split('--');
  if (parts.length < 2 || parts.includes('')) return null;
  const path = parts.join(':');
  const given = sections.filter((section) => section.length < path.length && isWithin(section, path));
  const longest = Math.max(0, ...given.map((section) => section.length));
  if (longest > 0) return path.slice(0, longest);
  const last = parts.slice(0, -1).findLastIndex(isDefaultSection);
  return last === -1 ? null : parts.slice(0, last + 1).join(':');
}

/** What a secret that is read by its name is for, as far as the name tells. */
export function isMaskinportenSecret(name: string, sections: readonly string[]): boolean {
  return /maskinporten|EncodedJwk|JwkBase64/i.test(name) || maskinportenSectionOf(name, sections) !== null;
}
