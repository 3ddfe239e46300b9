import type { IdentityKey } from '../../src/words/precedence.ts';
import type { Supplier } from '../../src/words/suppliers.ts';
import type { Holder } from './credentials.ts';
import type { Start } from './observation.ts';

/** Who supplied a key to a running app; `other` has no name in the tool's words. */
export type Winner = Supplier | 'other' | 'nobody';

export const identityKeys: readonly IdentityKey[] = ['ClientId', 'Jwk', 'JwkBase64', 'Authority', 'EncodedJwk'];

/** Each place has named itself in what it holds. */
export function winnerOf(key: IdentityKey, { values }: Start): Winner {
  const name = key.toLowerCase();
  if (key === 'Jwk') return byHolder(values['jwk:kid'] ?? '');
  const value = values[name] ?? '';
  if (value === '') return 'nobody';
  switch (key) {
    case 'ClientId':
      return byHolder(value.replace(/^own-/, ''));
    case 'Authority':
      return byHolder(holderOfAuthority(value));
    default:
      return byHolder(kidOf(value));
  }
}

function holderOfAuthority(authority: string): string {
  return authority.split('/').findLast((part) => part !== '') ?? '';
}

function kidOf(encoded: string): string {
  const jwk: unknown = JSON.parse(Buffer.from(encoded, 'base64').toString());
  return typeof jwk === 'object' && jwk !== null && 'kid' in jwk ? String(jwk.kid) : '';
}

const suppliers: Readonly<Record<Holder, Winner>> = {
  'appsettings.json': 'settings',
  'appsettings.Production.json': 'settings',
  'appsettings.Development.json': 'settings',
  'appsettings.Local.json': 'local-file',
  'own.json': 'settings',
  'own-values': 'other',
  environment: 'environment',
  vault: 'vault',
  studio: 'studio',
};

function byHolder(name: string): Winner {
  if (name === '') return 'nobody';
  const known = Object.entries(suppliers).find(([holder]) => holder === name);
  if (known === undefined) throw new Error(`no place is called ${name}`);
  return known[1];
}
