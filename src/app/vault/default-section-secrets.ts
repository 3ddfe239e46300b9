import type { VaultListing } from './listing.ts';

const prefix = 'maskinportensettings--';

/**
 * The keys of the default section that the vault holds, as the listing writes them; only a listing can tell. A `Jwk` in one
 * text is none: the client wants its parts.
 */
export function defaultSectionSecrets(listing: VaultListing): readonly string[] | 'unknown' {
  if (listing === null) return 'unknown';
  return listing
    .filter((name) => name.toLowerCase().startsWith(prefix) && name.length > prefix.length)
    .map((name) => name.slice(prefix.length))
    .filter((key) => key.toLowerCase() !== 'jwk');
}
