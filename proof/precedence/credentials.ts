import { generateKeyPairSync } from 'node:crypto';
import type { IdentityKey } from '../../src/words/precedence.ts';
import type { HeldKeys, Holding, Place } from './generated-app.ts';

/** Made for a run and forgotten with it. Each place names itself in what it holds, so that a value tells where it is from. */
export interface Credentials {
  readonly own: Jwk;
  readonly studio: Jwk;
  /** The fake Maskinporten; an authority lies below it, by the name of its place. */
  readonly maskinporten: string;
}

export type Jwk = Readonly<Record<string, string>>;
export type Holder = Place | 'studio';

export function makeCredentials(maskinporten: string): Credentials {
  return { own: makeJwk(), studio: makeJwk(), maskinporten };
}

function makeJwk(): Jwk {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const parts = Object.entries(privateKey.export({ format: 'jwk' })).flatMap(([name, part]) =>
    typeof part === 'string' ? [[name, part] as const] : [],
  );
  return { ...Object.fromEntries(parts), alg: 'RS256', use: 'sig' };
}

/** What stands in the default section of a file. */
export function sectionOf(
  keys: HeldKeys,
  holder: Holder,
  credentials: Credentials,
): Readonly<Record<string, string | Jwk>> {
  return Object.fromEntries(
    entriesOf(keys).map(([key, holding]) => [key, writtenAs(key, holding, holder, credentials)]),
  );
}

/** The same as paths of configuration, of which each holds a text. */
export function pathsOf(
  keys: HeldKeys,
  holder: Holder,
  credentials: Credentials,
): readonly (readonly [string, string])[] {
  return Object.entries(sectionOf(keys, holder, credentials)).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`MaskinportenSettings:${key}`, value] as const]
      : Object.entries(value).map(([part, text]) => [`MaskinportenSettings:${key}:${part}`, text] as const),
  );
}

const keysInOrder: readonly IdentityKey[] = ['Authority', 'ClientId', 'Jwk', 'JwkBase64', 'EncodedJwk'];

function entriesOf(keys: HeldKeys): readonly (readonly [IdentityKey, Holding])[] {
  return keysInOrder.flatMap((key) => {
    const holding = keys[key];
    return holding === undefined ? [] : [[key, holding] as const];
  });
}

function writtenAs(key: IdentityKey, holding: Holding, holder: Holder, credentials: Credentials): string | Jwk {
  if (holding === 'empty') return '';
  switch (key) {
    case 'ClientId':
      return clientIdOf(holder);
    case 'Authority':
      return `${credentials.maskinporten}/${holder}/`;
    case 'Jwk':
      if (holding === 'text') return JSON.stringify(jwkOf(holder, credentials));
      return holding === 'part' ? { kid: holder } : jwkOf(holder, credentials);
    case 'JwkBase64':
    case 'EncodedJwk':
      return Buffer.from(JSON.stringify(jwkOf(holder, credentials))).toString('base64');
  }
}

function clientIdOf(holder: Holder): string {
  return holder === 'studio' ? 'studio' : `own-${holder}`;
}

function jwkOf(holder: Holder, { own, studio }: Credentials): Jwk {
  return { ...(holder === 'studio' ? studio : own), kid: holder };
}

/** What Studio provisions: the root is the section. */
export function provisionedFile(credentials: Credentials): string {
  const keys: HeldKeys = { Authority: 'filled', ClientId: 'filled', Jwk: 'filled' };
  return JSON.stringify({ MaskinportenSettings: sectionOf(keys, 'studio', credentials) });
}
