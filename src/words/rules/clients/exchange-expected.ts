import type { BilingualRuleWords } from '../../bilingual.ts';

export interface ExchangeExpectedData {
  readonly method: string;
  /** Those of Altinn's APIs among the scopes it asks for. */
  readonly scopes: readonly string[];
  /** The method that exchanges; null when the app's version has none. */
  readonly instead:
    | 'GetAltinnExchangedToken'
    | 'UseMaskinportenAltinnAuthorization'
    | 'UseMaskinportenAltinnAuthorisation'
    | null;
}

export const exchangeExpected: BilingualRuleWords<ExchangeExpectedData> = {
  en: {
    title: 'A scope of an Altinn API is used without exchanging the token',
    message: ({ method, scopes }) =>
      `${method} asks for ${scopes.join(', ')} and hands out the token as Maskinporten issued it.`,
    why: () =>
      "Altinn's APIs take tokens that Altinn itself issued. To a token straight from Maskinporten they answer 401, whatever its scopes are; nothing fails before that.",
    next: ({ instead, scopes }) =>
      instead === null
        ? `If the token is for an Altinn API: upgrade to Altinn.App 8.7 or newer, and let the built-in client exchange it. ${keepScopes.en(scopes)}`
        : `If the token is for an Altinn API: call ${instead} in its place. ${keepScopes.en(scopes)}`,
    about: [
      'The built-in client gives out two kinds of tokens. `UseMaskinportenAuthorization(…)` and `GetAccessToken(…)` give the one that Maskinporten issued. `UseMaskinportenAltinnAuthorization(…)` and `GetAltinnExchangedToken(…)` have Altinn exchange it for one of its own first, and that is the one that the APIs of Altinn take.',
      "Scopes that begin with `altinn:` are for Altinn's APIs. The exception that this rule knows is `altinn:dataaltinnno`: Dan (data.altinn.no) takes the Maskinporten token as it is.",
      'There is no fix, since only you know which API the client talks to. The rule is silent about `GetAccessToken` in a file that has the token exchanged with a request of its own, to `…/exchange/maskinporten`; `GetAltinnExchangedToken` does the same in one call.',
    ],
    whenNot: [
      'The API takes the Maskinporten token as it is, even though the scope begins with `altinn:`.',
      'The token is exchanged somewhere else in the app before it is sent.',
    ],
  },
  nb: {
    title: 'Et scope for et Altinn-API brukes uten at tokenet veksles inn',
    message: ({ method, scopes }) =>
      `${method} ber om ${scopes.join(', ')} og gir fra seg tokenet slik Maskinporten utstedte det.`,
    why: () =>
      'API-ene i Altinn tar imot token som Altinn selv har utstedt. Et token rett fra Maskinporten svarer de 401 på, uansett hvilke scopes det har; ingenting feiler før det.',
    next: ({ instead, scopes }) =>
      instead === null
        ? `Hvis tokenet er til et Altinn-API: oppgrader til Altinn.App 8.7 eller nyere, og la den innebygde klienten veksle det inn. ${keepScopes.nb(scopes)}`
        : `Hvis tokenet er til et Altinn-API: kall ${instead} i stedet. ${keepScopes.nb(scopes)}`,
    about: [
      'Den innebygde klienten gir ut to slags token. `UseMaskinportenAuthorization(…)` og `GetAccessToken(…)` gir det som Maskinporten utstedte. `UseMaskinportenAltinnAuthorization(…)` og `GetAltinnExchangedToken(…)` lar først Altinn veksle det inn i et eget, og det er dette API-ene i Altinn tar imot.',
      'Scopes som begynner med `altinn:`, gjelder API-er i Altinn. Unntaket som denne regelen kjenner, er `altinn:dataaltinnno`: Dan (data.altinn.no) tar imot Maskinporten-tokenet som det er.',
      'Det følger ingen endring med, siden bare dere vet hvilket API klienten snakker med. Regelen sier ingenting om `GetAccessToken` i en fil som selv får tokenet vekslet inn, med et kall til `…/exchange/maskinporten`; `GetAltinnExchangedToken` gjør det samme i ett kall.',
    ],
    whenNot: [
      'API-et tar imot Maskinporten-tokenet som det er, selv om scopet begynner med `altinn:`.',
      'Tokenet veksles inn et annet sted i appen før det sendes.',
    ],
  },
};

const keepScopes = {
  en: (scopes: readonly string[]) => (scopes.length === 1 ? 'The scope stays the same.' : 'The scopes stay the same.'),
  nb: (scopes: readonly string[]) => (scopes.length === 1 ? 'Scopet er det samme.' : 'Scopene er de samme.'),
};
