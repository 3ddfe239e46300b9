import type { RequestedAccess } from '../../../app/clients/external/requested-access.ts';

/** What a client asks for, as sentences and programs read it; null for what is not known. */
export interface AccessData {
  readonly scopes: readonly string[] | null;
  readonly exchange: boolean | null;
}

export function accessData({ scopes, exchange }: RequestedAccess): AccessData {
  return {
    scopes: scopes.kind === 'known' ? scopes.scopes : null,
    exchange: exchange.kind === 'known' ? exchange.value : null,
  };
}
