import type { AppMetadata } from '../metadata/read-metadata.ts';

/** What the placeholders stand for; null without metadata. */
export type OwnNames = { readonly org: string; readonly app: string } | null;

export function ownNamesOf(metadata: AppMetadata): OwnNames {
  return metadata.kind === 'known' ? { org: metadata.org, app: metadata.app } : null;
}

export type OwnPart = 'org' | 'app';

const placeholders = { org: ['[ORG]', '[org]'], app: ['[APP]', '[app]'] } as const;

/** Spelled exactly so; in any other casing it is replaced by nothing. */
export function isPlaceholder(value: string, part: OwnPart): boolean {
  return placeholders[part].some((spelling) => spelling === value);
}

/** As it stands once the app is deployed; null when it holds a placeholder and nobody knows what for. */
export function deployedText(value: string, names: OwnNames): string | null {
  if (!/\[(?:ORG|org|APP|app)\]/.test(value)) return value;
  if (names === null) return null;
  return value.replace(
    /\[(ORG|org|APP|app)\]/g,
    (_, part: string) => names[part.toLowerCase() === 'org' ? 'org' : 'app'],
  );
}
