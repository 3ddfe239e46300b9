import { studioId } from './credentials.ts';
import { describe, scopesOf, tokensIn } from './judge.ts';
import type { LawAppId } from './law-apps.ts';
import type { Answer, Deed, Seen } from './protocol.ts';

/** What surrounds the app: nothing by hand, an old key in the default section, or hand-made sections of its own. */
export type LawWorld = 'provisioned' | 'old key left' | 'by hand';

/** A fact of the domain that is heard directly. */
export interface Law {
  readonly says: string;
  readonly app: LawAppId;
  readonly world: LawWorld;
  readonly holds: (heard: Heard) => boolean;
}

export type Heard = (deed: Deed, name: string) => Seen | undefined;

export function heardIn({ seen }: Answer): Heard {
  return (deed, name) => seen.find((one) => one.deed === deed && one.name === name);
}

const ownId = 'old own:maskinportensettings';

export const laws: readonly Law[] = [
  ...(['external 9', 'external 10'] as const).flatMap(ofExternal),
  ...(['built-in 8.7+', 'built-in 8.7+ of our own', 'built-in 8.5-8.6', 'built-in 8.3', 'built-in 9'] as const).flatMap(
    ofBuiltIn,
  ),
  ...(['built-in 8.7+', 'built-in 8.7+ of our own', 'built-in 8.5-8.6', 'built-in 9'] as const).flatMap(ofTokens),
  ...(['built-in 8.7+', 'built-in 8.7+ of our own', 'built-in 8.5-8.6', 'built-in 8.3'] as const).map(ofChimera),
  {
    says: 'the app’s own section is never read, so an old key in it does nothing',
    app: 'built-in 9',
    world: 'old key left',
    holds: (heard) => arrives(heard('clients', 'plain'), studioId, 'les'),
  },
  ...(['by delegate', 'by path'] as const).map(
    (app): Law => ({
      says: 'a client that is configured by hand before the app’s services never binds what Studio provisions',
      app,
      world: 'by hand',
      holds: (heard) => arrives(heard('clients', 'plain'), ownId, 'les'),
    }),
  ),
];

function ofExternal(app: LawAppId): readonly Law[] {
  const law = (says: string, holds: Law['holds']): Law => ({ says, app, world: 'by hand', holds });
  return [
    law('what the delegate does not set comes from the section', (heard) =>
      arrives(heard('clients', 'section'), ownId, 'seksjon'),
    ),
    law('the delegate wins over the section', (heard) => arrives(heard('clients', 'delegate'), ownId, 'delegat')),
    law('the exchange is that of TT02, whatever the platform’s settings say', (heard) =>
      exchangesAt(
        heard('clients', 'exchanged'),
        'https://platform.tt02.altinn.no/authentication/api/v1/exchange/maskinporten',
      ),
    ),
    law('the section is bound at registration: what the vault brings later is not seen', (heard) => {
      const late = heard('clients', 'late');
      return late !== undefined && late.error !== null && tokensIn(late).length === 0;
    }),
    law('what the section held at registration stays, whatever the vault says later', (heard) =>
      arrives(heard('clients', 'changed'), 'old changed:maskinportensettings', ''),
    ),
    law('of two handlers the outer wins', (heard) => arrives(heard('clients', 'two'), ownId, 'ytre')),
    law(
      'a key that nobody registered throws at first use',
      (heard) => heard('clients', 'unregistered')?.error?.startsWith('ArgumentOutOfRangeException') === true,
    ),
    law('a key that is registered twice resolves to the first', (heard) =>
      arrives(heard('clients', 'again'), ownId, 'seksjon'),
    ),
    law(
      'handlers of one key share one settings object: the one made last decides for all',
      (heard) =>
        arrives(heard('clients', 'shared-1'), ownId, 'første') &&
        arrives(heard('authorized-clients', 'shared-1'), null, '') &&
        arrives(heard('refused-clients', 'shared-1'), ownId, 'andre'),
    ),
    law(
      'registrations that are given one settings object share it: the handler made last decides for all',
      (heard) =>
        arrives(heard('clients', 'object-1'), ownId, 'første') &&
        arrives(heard('refused-clients', 'object-1'), ownId, 'andre'),
    ),
    law('registrations of one section share nothing', (heard) =>
      arrives(heard('refused-clients', 'section'), ownId, 'seksjon'),
    ),
    law('a header that is there stays', (heard) => isForeign(heard('authorized-clients', 'section'))),
    law('a header that is there goes when the settings say so', (heard) =>
      arrives(heard('authorized-clients', 'overwriting'), ownId, 'seksjon'),
    ),
    law('a 401 is answered with one more try', (heard) => statuses(heard('refused-clients', 'section')) === '401 200'),
  ];
}

function ofBuiltIn(app: LawAppId): readonly Law[] {
  const law = (says: string, holds: Law['holds']): Law => ({ says, app, world: 'provisioned', holds });
  const plain = [
    law('the provisioned client asks', (heard) => arrives(heard('clients', 'plain'), studioId, 'les')),
    law('of two handlers the inner wins', (heard) => arrives(heard('clients', 'two'), studioId, 'indre')),
    law('a header that is there goes', (heard) => arrives(heard('authorized-clients', 'plain'), studioId, 'les')),
    law('a 401 is not answered', (heard) => statuses(heard('refused-clients', 'plain')) === '401'),
  ];
  if (app === 'built-in 8.3') return plain;
  const exchange = law('the exchange is that of the platform’s settings', (heard) =>
    exchangesAt(heard('clients', 'exchanged'), 'http://localhost:5101/authentication/api/v1/exchange/maskinporten'),
  );
  return [...plain, exchange];
}

function ofTokens(app: LawAppId): readonly Law[] {
  const full = ['Converted', 'Value', 'Added', 'Concatenated'];
  const masked = ['Interpolated', 'Formatted', 'Named', 'Boxed'];
  const law = (way: string, written: 'full' | 'masked'): Law => ({
    says: `${way}: ${written}`,
    app,
    world: 'provisioned',
    holds: (heard) =>
      tokensOf(heard('classes', `Written.${way}`))
        .map((token) => token.written)
        .join() === written,
  });
  return [...full.map((way) => law(way, 'full')), ...masked.map((way) => law(way, 'masked'))];
}

function ofChimera(app: LawAppId): Law {
  return {
    says: 'an old JwkBase64 signs under the new id, and Maskinporten refuses',
    app,
    world: 'old key left',
    holds: (heard) => {
      const seen = heard('clients', 'plain');
      const grant = seen?.messages.find(({ kind }) => kind === 'grant')?.grant;
      const isChimera = grant?.issuer === studioId && grant.signedBy === 'old' && !grant.accepted;
      return isChimera && seen?.error?.startsWith('MaskinportenAuthenticationException') === true;
    },
  };
}

/** Every token there is whole, of this client and for these scopes; a foreign one has neither. */
function arrives(seen: Seen | undefined, clientId: string | null, scopes: string): boolean {
  const tokens = tokensOf(seen);
  const fits = tokens.every((token) => token.clientId === clientId && scopesOf(token) === scopes);
  return tokens.length > 0 && fits;
}

function tokensOf(seen: Seen | undefined) {
  return seen === undefined ? [] : tokensIn(seen);
}

function isForeign(seen: Seen | undefined): boolean {
  return (
    tokensOf(seen)
      .map(({ written }) => written)
      .join() === 'foreign'
  );
}

function exchangesAt(seen: Seen | undefined, uri: string): boolean {
  const tokens = tokensOf(seen);
  return tokens.length > 0 && tokens.every(({ exchangedAt }) => exchangedAt === uri);
}

function statuses(seen: Seen | undefined): string {
  return (seen?.messages ?? []).flatMap(({ kind, status }) => (kind === 'target' ? [status] : [])).join(' ');
}

/** Everything that was heard, to hold two answers against each other. */
export function transcriptOf({ seen }: Answer): readonly string[] {
  return seen.map((one) => {
    const details = one.messages.map(({ kind, uri, grant, token }) => [
      kind,
      uri,
      grant?.audience,
      grant?.kid,
      token?.exchangedAt,
    ]);
    return `${one.deed} ${one.name}: ${describe(one)} ${JSON.stringify(details)}`;
  });
}
