import type { App } from '../../app/app.ts';
import { defaultSection } from '../../app/settings/section.ts';
import type { SaidSecret } from '../../words/named-secrets.ts';

/** A key that only the external package takes. */
const externalKey = /--EncodedJwk$/i;

/**
 * Where an external client has moved, its secrets may still be under the names of the default section too: those that were
 * copied when it got a section of its own.
 */
export function originalsOf({ record, vaultListing }: App): readonly SaidSecret[] {
  if (vaultListing !== null) return [];
  const external = record?.clients.filter(({ secrets }) => secrets.some((name) => externalKey.test(name))) ?? [];
  const keys = external.flatMap(({ secrets }) => secrets).map((name) => name.slice(name.lastIndexOf('--') + 2));
  return [...new Set(keys)].map((key) => ({ name: `${defaultSection}--${key}`, certainty: 'inferred' }));
}
