import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { PublicKey } from './protocol.ts';

/** Made for a run and forgotten with it. */
export interface Credentials {
  /** What the portal's client is signed with. */
  readonly old: PrivateKey;
  /** What Studio has provisioned. */
  readonly studio: PrivateKey;
}

export interface PrivateKey {
  readonly jwk: JsonWebKey;
  readonly base64: string;
  readonly public: PublicKey;
}

export function makeCredentials(): Credentials {
  return { old: makeKey('old-key'), studio: makeKey('studio-key') };
}

function makeKey(kid: string): PrivateKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  const { n = '', e = '' } = jwk;
  return { jwk, base64: Buffer.from(JSON.stringify(jwk)).toString('base64'), public: { n, e } };
}

export const studioId = 'studio-client';

const authority = 'https://test.maskinporten.no/';

/** A section tells itself by the client id that it holds. */
export function oldIdOf(section: string): string {
  return `old ${section.toLowerCase()}`;
}

/** What a section holds by hand: enough for the external package, and for the built-in client. */
export function oldCredentials(section: string, { old }: Credentials): Readonly<Record<string, string>> {
  return {
    Authority: authority,
    ClientId: oldIdOf(section),
    EncodedJwk: old.base64,
    Environment: 'test',
    JwkBase64: old.base64,
  };
}

/** What Studio mounts. */
export function provisionedFile({ studio }: Credentials): string {
  const settings = { authority, clientId: studioId, jwk: studio.jwk, jwks: { keys: [] } };
  return JSON.stringify({ MaskinportenSettings: settings });
}
