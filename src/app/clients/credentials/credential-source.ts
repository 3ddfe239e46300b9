import type { OptionsType } from './options-section.ts';

/** Where a value that Maskinporten knows a client by is read from. */
export type CredentialSource =
  | { readonly kind: 'configuration'; readonly path: string }
  /** Of the vault, past the app's configuration. */
  | { readonly kind: 'secret'; readonly name: string }
  /** Of settings whose section cannot be told; the container gives each class the same ones. */
  | { readonly kind: 'settings'; readonly of: OptionsType; readonly member: string }
  /** A client id that stands in the code. Never the id itself. */
  | { readonly kind: 'written'; readonly hash: string }
  | { readonly kind: 'unknown' };

export const unknownSource: CredentialSource = { kind: 'unknown' };

/** The same for what is read from the same place. */
export function sourceKey(source: CredentialSource): string {
  switch (source.kind) {
    case 'configuration':
      return `configuration ${source.path.toLowerCase()}`;
    case 'secret':
      return `secret ${source.name.toLowerCase()}`;
    case 'settings':
      return `settings ${source.of.type} ${source.of.name ?? ''} ${source.member}`;
    case 'written':
      return `written ${source.hash}`;
    case 'unknown':
      return 'unknown';
  }
}

/** The section that a value of configuration stands in; null at the root, and for everything else. */
export function sectionOfSource(source: CredentialSource): string | null {
  if (source.kind !== 'configuration') return null;
  const end = source.path.lastIndexOf(':');
  return end > 0 ? source.path.slice(0, end) : null;
}
