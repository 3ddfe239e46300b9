import type { BilingualRuleWords } from '../../bilingual.ts';
import { aroundTheMove, type Credentials, type TokenType, tokenRead } from './asked-in-code.ts';

export interface TokenProviderData extends Credentials {
  /** Of the type or the method. */
  readonly name: string;
  /** How the app comes by the provider, or provides it. */
  readonly how: 'injected' | 'resolved' | 'held' | 'implemented' | 'registered' | 'made';
  readonly target: 'v8' | 'v9';
  readonly token: TokenType;
}

export const tokenProvider: BilingualRuleWords<TokenProviderData> = {
  en: {
    title: 'The obsolete token provider in place of the built-in client',
    message: ({ name, how }) => {
      switch (how) {
        case 'injected':
          return `${name} is injected here: an obsolete shim in place of the built-in Maskinporten client.`;
        case 'resolved':
          return `${name} is fetched from the services here: an obsolete shim in place of the built-in Maskinporten client.`;
        case 'held':
          return `${name} is used here: an obsolete shim in place of the built-in Maskinporten client.`;
        case 'implemented':
          return `The app implements ${name} itself.`;
        case 'registered':
          return `${name} registers a token provider with a key that the app manages itself.`;
        case 'made':
          return `The app makes a token provider itself: ${name}.`;
      }
    },
    why: ({ how, target }) => {
      if (target === 'v9')
        return 'The provider and all that belongs to it are gone in v9: the app does not compile with them.';
      return how === 'registered' || how === 'made' || how === 'implemented'
        ? 'What gives out its tokens signs with a key that the app manages, so the credentials that Altinn Studio provisions are never used for them. v9 has no such provider.'
        : 'The provider only hands out strings that the built-in client gives by itself, and as long as the app registers one of its own, those come from a key that the app manages. v9 has no such provider.';
    },
    next: ({ how, token, ...credentials }) => {
      const stays = credentials.decision === 'own-external';
      switch (how) {
        case 'registered':
          return stays
            ? 'Remove the call with the last code that asks for the provider.'
            : aroundTheMove.en(
                'Remove the call, with the settings that only it used. Keep the secret until production is verified.',
                credentials,
              );
        case 'implemented':
        case 'made':
          return 'Find out what it does besides asking Maskinporten for a token. If nothing, let the code that uses it take IMaskinportenClient and remove it; from 8.6 the library provides IMaskinportenTokenProvider to those that still ask for it.';
        default:
          return stays
            ? 'Ask IMaskinportenService of the external package for the tokens instead, with the settings of this client.'
            : aroundTheMove.en(
                `Take IMaskinportenClient instead: GetToken(scopes) becomes GetAccessToken([scopes])${token === 'response' ? '' : ', and GetAltinnExchangedToken takes a list as well'}. ${tokenRead.en(token)}`,
                credentials,
              );
      }
    },
    about: [
      '`IMaskinportenTokenProvider` came before the built-in client. Its two methods take all scopes in one string and give the token as a string. It is obsolete from 8.3, and from 8.6 the library registers one over the built-in client unless the app registers its own. v9 removed it.',
      'The fix lets each class take `IMaskinportenClient` under the name that it has, and rewrites the calls: scopes become a list, and a token is declared as `string` or read through `.Value`, for a `JwtToken` masks itself when it is put into a string; on 8.3 it is the `.AccessToken` of a response. Members and lambdas that hand on the task become `async`. `AddMaskinportenJwkTokenProvider` goes with the settings that nothing else takes, from 8.6 on.',
      'A class is rewritten as a whole or not at all. Where the provider is handed to other code, where a task is kept, or where someone makes the class with `new`, it is left to people.',
    ],
    whenNot: ['The app is below 8.6 and a library still asks for the provider: upgrade first.'],
  },
  nb: {
    title: 'Den utdaterte token-tilbyderen i stedet for den innebygde klienten',
    message: ({ name, how }) => {
      switch (how) {
        case 'injected':
          return `${name} injiseres her: en utdatert mellomløsning i stedet for den innebygde Maskinporten-klienten.`;
        case 'resolved':
          return `${name} hentes fra tjenestene her: en utdatert mellomløsning i stedet for den innebygde Maskinporten-klienten.`;
        case 'held':
          return `${name} brukes her: en utdatert mellomløsning i stedet for den innebygde Maskinporten-klienten.`;
        case 'implemented':
          return `Appen implementerer ${name} selv.`;
        case 'registered':
          return `${name} registrerer en token-tilbyder med en nøkkel som appen forvalter selv.`;
        case 'made':
          return `Appen lager en token-tilbyder selv: ${name}.`;
      }
    },
    why: ({ how, target }) => {
      if (target === 'v9') return 'Tilbyderen og alt som hører til den, er borte i v9: appen kompilerer ikke med dem.';
      return how === 'registered' || how === 'made' || how === 'implemented'
        ? 'Det som gir ut tokenene, signerer med en nøkkel som appen forvalter, så klientdetaljene fra Altinn Studio blir aldri brukt til dem. v9 har ingen slik tilbyder.'
        : 'Tilbyderen gir bare ut strenger som den innebygde klienten gir av seg selv, og så lenge appen registrerer en egen, kommer de fra en nøkkel som appen forvalter. v9 har ingen slik tilbyder.';
    },
    next: ({ how, token, ...credentials }) => {
      const stays = credentials.decision === 'own-external';
      switch (how) {
        case 'registered':
          return stays
            ? 'Fjern kallet sammen med den siste koden som ber om tilbyderen.'
            : aroundTheMove.nb(
                'Fjern kallet, sammen med innstillingene som bare det brukte. Behold hemmeligheten til produksjon er verifisert.',
                credentials,
              );
        case 'implemented':
        case 'made':
          return 'Finn ut hva den gjør utover å be Maskinporten om et token. Er det ingenting, kan koden som bruker den, ta imot IMaskinportenClient i stedet, og den kan fjernes; fra og med 8.6 gir biblioteket IMaskinportenTokenProvider til dem som fortsatt ber om den.';
        default:
          return stays
            ? 'Be IMaskinportenService i den eksterne pakken om tokenene i stedet, med innstillingene til denne klienten.'
            : aroundTheMove.nb(
                `Ta imot IMaskinportenClient i stedet: GetToken(scopes) blir GetAccessToken([scopes])${token === 'response' ? '' : ', og GetAltinnExchangedToken tar også en liste'}. ${tokenRead.nb(token)}`,
                credentials,
              );
      }
    },
    about: [
      '`IMaskinportenTokenProvider` kom før den innebygde klienten. De to metodene tar alle scopene i én streng og gir tokenet som en streng. Den er utdatert fra og med 8.3, og fra og med 8.6 registrerer biblioteket en over den innebygde klienten dersom appen ikke registrerer sin egen. I v9 er den fjernet.',
      'Endringen lar hver klasse ta imot `IMaskinportenClient` under navnet den har, og skriver om kallene: scopene blir en liste, og et token deklareres som `string` eller leses gjennom `.Value`, for et `JwtToken` maskerer seg selv når det settes inn i en streng; på 8.3 er det `.AccessToken` i et svar. Medlemmer og lambdaer som gir oppgaven (task) videre, blir `async`. `AddMaskinportenJwkTokenProvider` fjernes med innstillingene som ikke noe annet tar imot, fra og med 8.6.',
      'En klasse skrives om i sin helhet eller ikke i det hele tatt. Gis tilbyderen videre til annen kode, tas vare på en oppgave eller lages klassen med `new`, overlates den til mennesker.',
    ],
    whenNot: ['Appen er under 8.6 og et bibliotek ber fortsatt om tilbyderen: oppgrader først.'],
  },
};
