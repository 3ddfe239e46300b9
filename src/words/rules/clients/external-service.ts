import type { BilingualRuleWords } from '../../bilingual.ts';
import { aroundTheMove, type Credentials, type TokenType, tokenRead } from './asked-in-code.ts';

export interface ExternalServiceData extends Credentials {
  /** Of the type. */
  readonly name: string;
  /** How the app comes by the service, or provides it. */
  readonly how: 'injected' | 'resolved' | 'held' | 'implemented' | 'registered' | 'library' | 'oldest';
  readonly target: 'v8' | 'v9';
  readonly token: TokenType;
}

export const externalService: BilingualRuleWords<ExternalServiceData> = {
  en: {
    title: 'The external package asked for tokens directly',
    message: ({ name, how }) => {
      switch (how) {
        case 'injected':
          return `${name} of the external Maskinporten package is injected here.`;
        case 'resolved':
          return `${name} of the external Maskinporten package is fetched from the services here.`;
        case 'held':
          return `${name} of the external Maskinporten package is used here.`;
        case 'implemented':
          return `The app implements ${name} of the external Maskinporten package itself.`;
        case 'registered':
          return `The app registers ${name} of the external Maskinporten package, and nothing takes it.`;
        case 'library':
          return `AddEFormidlingServices with two type arguments makes the library take ${name} of the external Maskinporten package.`;
        case 'oldest':
          return `${name} belongs to the oldest API of the external Maskinporten package.`;
      }
    },
    why: ({ target }) =>
      target === 'v9'
        ? 'The service signs with a key that the app manages, so the credentials that Altinn Studio provisions are never used for its tokens. In v9 the package no longer comes along with Altinn.App.'
        : 'The service signs with a key that the app manages, so the credentials that Altinn Studio provisions are never used for its tokens.',
    next: ({ how, token, ...credentials }) => {
      switch (how) {
        case 'implemented':
          return 'Find out what it does besides asking Maskinporten for a token. If nothing, let the code that uses it take IMaskinportenClient and remove it.';
        case 'registered':
          return 'Remove the registration, with the settings and the token cache that only it used.';
        case 'library':
          return 'Call AddEFormidlingServices2 with the same type arguments: it takes IMaskinportenTokenProvider, which the library provides over the built-in client from 8.6. Then remove what registers the service and its settings.';
        case 'oldest':
          return 'Find the scopes and whether the token is exchanged, add the scopes in Altinn Studio, and let the HttpClient use UseMaskinportenAuthorization or UseMaskinportenAltinnAuthorization in place of the handler, or the code take IMaskinportenClient.';
        default:
          return aroundTheMove.en(
            `Take IMaskinportenClient instead: GetToken(…, scope, …) becomes GetAccessToken([scope])${token === 'response' ? '' : ', with ExchangeToAltinnToken after it GetAltinnExchangedToken([scope])'}. ${tokenRead.en(token)}`,
            credentials,
          );
      }
    },
    about: [
      'Apps that need the token itself, and not an `HttpClient` with one, ask `IMaskinportenService` of `Altinn.ApiClients.Maskinporten`: `GetToken` with a key, an environment, a client id and a scope, and `ExchangeToAltinnToken` where an Altinn API wants Altinn’s own token. Before it there was an API of generic settings and handlers, registered one by one.',
      'The fix lets the class take `IMaskinportenClient` under the name that it has. `GetToken` becomes `GetAccessToken`; a token that is only asked for to be exchanged becomes `GetAltinnExchangedToken`. The response, of which only `AccessToken` was used, becomes a string. What the class took in only for these calls (settings, secrets) goes, and the registration of the service goes with the last that takes it.',
      'Certificates, a resource, a consumer organisation, enterprise users, test organisations, a client definition and calls without caching have no equivalent: those are left to people, and so is the oldest API.',
    ],
    whenNot: ['The client must keep an identity of its own: decide that first, and leave its code as it is.'],
  },
  nb: {
    title: 'Den eksterne pakken blir bedt om tokener direkte',
    message: ({ name, how }) => {
      switch (how) {
        case 'injected':
          return `${name} fra den eksterne Maskinporten-pakken injiseres her.`;
        case 'resolved':
          return `${name} fra den eksterne Maskinporten-pakken hentes fra tjenestene her.`;
        case 'held':
          return `${name} fra den eksterne Maskinporten-pakken brukes her.`;
        case 'implemented':
          return `Appen implementerer ${name} fra den eksterne Maskinporten-pakken selv.`;
        case 'registered':
          return `Appen registrerer ${name} fra den eksterne Maskinporten-pakken, og ingenting tar den imot.`;
        case 'library':
          return `AddEFormidlingServices med to typeargumenter gjør at biblioteket tar imot ${name} fra den eksterne Maskinporten-pakken.`;
        case 'oldest':
          return `${name} hører til det eldste API-et i den eksterne Maskinporten-pakken.`;
      }
    },
    why: ({ target }) =>
      target === 'v9'
        ? 'Tjenesten signerer med en nøkkel som appen forvalter, så klientdetaljene fra Altinn Studio blir aldri brukt til tokenene dens. I v9 følger ikke pakken lenger med Altinn.App.'
        : 'Tjenesten signerer med en nøkkel som appen forvalter, så klientdetaljene fra Altinn Studio blir aldri brukt til tokenene dens.',
    next: ({ how, token, ...credentials }) => {
      switch (how) {
        case 'implemented':
          return 'Finn ut hva den gjør utover å be Maskinporten om et token. Er det ingenting, kan koden som bruker den, ta imot IMaskinportenClient i stedet, og den kan fjernes.';
        case 'registered':
          return 'Fjern registreringen, sammen med innstillingene og mellomlageret for tokener som bare den brukte.';
        case 'library':
          return 'Kall AddEFormidlingServices2 med de samme typeargumentene: den tar imot IMaskinportenTokenProvider, som biblioteket gir over den innebygde klienten fra og med 8.6. Fjern så det som registrerer tjenesten og innstillingene dens.';
        case 'oldest':
          return 'Finn ut hvilke scopes det er og om tokenet veksles inn, legg til scopene i Altinn Studio, og la HttpClient bruke UseMaskinportenAuthorization eller UseMaskinportenAltinnAuthorization i stedet for handleren, eller la koden ta imot IMaskinportenClient.';
        default:
          return aroundTheMove.nb(
            `Ta imot IMaskinportenClient i stedet: GetToken(…, scope, …) blir GetAccessToken([scope])${token === 'response' ? '' : ', og med ExchangeToAltinnToken etter seg GetAltinnExchangedToken([scope])'}. ${tokenRead.nb(token)}`,
            credentials,
          );
      }
    },
    about: [
      'Apper som trenger selve tokenet, og ikke en `HttpClient` med et, spør `IMaskinportenService` i `Altinn.ApiClients.Maskinporten`: `GetToken` med en nøkkel, et miljø, en klient-id og et scope, og `ExchangeToAltinnToken` der et Altinn-API vil ha Altinns eget token. Før den fantes et API av generiske innstillinger og handlere som ble registrert én for én.',
      'Endringen lar klassen ta imot `IMaskinportenClient` under navnet den har. `GetToken` blir `GetAccessToken`; et token som bare hentes for å veksles inn, blir `GetAltinnExchangedToken`. Svaret, der bare `AccessToken` ble brukt, blir en streng. Det klassen bare tok imot til disse kallene (innstillinger, hemmeligheter), fjernes, og registreringen av tjenesten fjernes med den siste som tar den imot.',
      'Sertifikater, ressurs (resource), annen virksomhet (consumer_org), virksomhetsbrukere, testorganisasjoner, en klientdefinisjon og kall uten mellomlagring har ingen tilsvarende: de overlates til mennesker, og det gjør også det eldste API-et.',
    ],
    whenNot: ['Klienten må beholde en egen identitet: avgjør det først, og la koden stå som den er.'],
  },
};
