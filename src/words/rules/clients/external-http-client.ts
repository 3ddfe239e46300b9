import type { Decision } from '../../../decision.ts';
import type { BilingualRuleWords } from '../../bilingual.ts';
import { vaultFirst } from '../vault-first.ts';

export interface ExternalHttpClientData {
  /** As the code calls it. */
  readonly method: string;
  /** The types it is registered by, or its name as written; null when the call was not understood. */
  readonly client: string | null;
  /** null when it cannot be told. */
  readonly section: string | null;
  /** null when they are not known. */
  readonly scopes: readonly string[] | null;
  /** Whether the token is exchanged to one of Altinn's; null when it is not known. */
  readonly exchange: boolean | null;
  /** What becomes of its credentials. */
  readonly decision: Decision | 'undecided';
  /** The major version that the audit aims at. */
  readonly target: 'v8' | 'v9';
  /** Whether Key Vault is a source of the app's configuration. */
  readonly vault: boolean;
}

export const externalHttpClient: BilingualRuleWords<ExternalHttpClientData> = {
  en: {
    title: 'An HttpClient is registered with the external Maskinporten package',
    message: ({ client, section, scopes, exchange }) => {
      const what = client === null ? 'An HttpClient' : client;
      const from = section === null ? 'from settings that cannot be told' : `from "${section}"`;
      const asks = scopes === null ? '' : `, for ${scopes.join(' ')}`;
      return `${what} gets its Maskinporten token through Altinn.ApiClients.Maskinporten, with credentials ${from}${asks}${exchange === true ? ', exchanged to an Altinn token' : ''}.`;
    },
    why: ({ target }) =>
      target === 'v9'
        ? 'Altinn Studio provisions and rotates credentials for the built-in client only. In v9 the package no longer comes along with Altinn.App.Core: without a reference of its own the app does not compile.'
        : 'Altinn Studio provisions and rotates credentials for the built-in client only. This client goes on with its own key, which someone has to renew by hand in the portal and the Key Vault.',
    next: ({ exchange, decision, scopes, vault, target }) => {
      if (decision === 'own-built-in' && target === 'v8') {
        return 'Give the section the keys of the built-in client (Authority, ClientId, JwkBase64) in settings and vault before this is deployed, and verify tokens in TT02 before production.';
      }
      const add =
        scopes === null
          ? 'Find out which scopes the client asks for, add them in Altinn Studio'
          : 'Add the scopes in Altinn Studio';
      const steps = `${add}, register the client with AddHttpClient and the built-in client's handler, deploy to TT02 and verify tokens there before production. The new handler always sets the Authorization header, and does not repeat a call that was answered with 401.`;
      const checked = vault ? `${steps} ${vaultFirst.en}` : steps;
      return exchange === true
        ? `${checked} In local runs the exchange goes to PlatformSettings:ApiAuthenticationEndpoint, localhost in the template, where nothing exchanges tokens; the package called TT02.`
        : checked;
    },
    about: [
      '`AddMaskinportenHttpClient` of the package `Altinn.ApiClients.Maskinporten` registers an `HttpClient` by its class, by an interface or by a name, and hangs a handler on it that fetches tokens with the credentials of a configuration section. Scopes and exchange are set in the delegate, or stand in that section.',
      'The fix registers the same client with `AddHttpClient` and puts `UseMaskinportenAuthorization`, or `UseMaskinportenAltinnAuthorization` where the token was exchanged, in the exact place of the old handler. Versions 8.5 and 8.6 spell them `…Authorisation`. Everything else in the chain stays, and so do comments. `AddTypedClient<I, C>()` right behind it is folded in when nothing else wants `C` by itself.',
      'Scopes are taken from the delegate first, then from the section in the settings files. What differs between environments, is computed, or can only be in Key Vault is not known, and then nothing is rewritten.',
      'The two handlers differ: the old one leaves an `Authorization` header alone that is there already, and repeats a call once that was answered with 401; the new one always sets the header, and does not. Exceptions are of other types. Code that this touches makes the fix one to review.',
      'Clients that are given one and the same settings object, not a section, share it, and each delegate changes it for all of them: whichever handler was made last decided. The new ones each ask for their own, so where they differ the fix is one to review, too.',
    ],
    whenNot: [
      'The client must keep an identity of its own: decide `own-external` for its section, and it is left alone.',
      'It signs with a certificate, or asks for a resource or on behalf of another organisation: the built-in client has nothing for that in v8.',
    ],
  },
  nb: {
    title: 'En HttpClient er registrert med den eksterne Maskinporten-pakken',
    message: ({ client, section, scopes, exchange }) => {
      const what = client === null ? 'En HttpClient' : client;
      const from = section === null ? 'fra innstillinger som ikke lar seg avgjøre' : `fra «${section}»`;
      const asks = scopes === null ? '' : `, for ${scopes.join(' ')}`;
      return `${what} får Maskinporten-token gjennom Altinn.ApiClients.Maskinporten, med klientdetaljer ${from}${asks}${exchange === true ? ', vekslet inn i et Altinn-token' : ''}.`;
    },
    why: ({ target }) =>
      target === 'v9'
        ? 'Altinn Studio leverer og roterer klientdetaljer bare for den innebygde klienten. I v9 følger ikke pakken lenger med Altinn.App.Core: uten en egen referanse kompilerer ikke appen.'
        : 'Altinn Studio leverer og roterer klientdetaljer bare for den innebygde klienten. Denne klienten fortsetter med sin egen nøkkel, som noen må fornye for hånd i portalen og i Key Vault.',
    next: ({ exchange, decision, scopes, vault, target }) => {
      if (decision === 'own-built-in' && target === 'v8') {
        return 'Legg nøklene til den innebygde klienten (Authority, ClientId, JwkBase64) i seksjonen, i innstillinger og hvelv, før dette publiseres, og verifiser tokener i TT02 før produksjon.';
      }
      const add =
        scopes === null
          ? 'Finn ut hvilke scopes klienten ber om, legg dem til i Altinn Studio'
          : 'Legg til scopene i Altinn Studio';
      const steps = `${add}, registrer klienten med AddHttpClient og handleren til den innebygde klienten, publiser til TT02 og verifiser tokener der før produksjon. Den nye handleren setter alltid Authorization-headeren, og gjentar ikke et kall som ble besvart med 401.`;
      const checked = vault ? `${steps} ${vaultFirst.nb}` : steps;
      return exchange === true
        ? `${checked} I lokale kjøringer går innvekslingen til PlatformSettings:ApiAuthenticationEndpoint, localhost i malen, der ingenting veksler inn tokener; pakken kalte TT02.`
        : checked;
    },
    about: [
      '`AddMaskinportenHttpClient` i pakken `Altinn.ApiClients.Maskinporten` registrerer en `HttpClient` med klassen sin, et grensesnitt eller et navn, og henger på en handler som henter tokener med klientdetaljene i en konfigurasjonsseksjon. Scopes og innveksling settes i delegaten, eller står i den seksjonen.',
      'Endringen registrerer den samme klienten med `AddHttpClient` og setter `UseMaskinportenAuthorization`, eller `UseMaskinportenAltinnAuthorization` der tokenet ble vekslet inn, på nøyaktig samme sted som den gamle handleren. I 8.5 og 8.6 heter de `…Authorisation`. Resten av kjeden blir stående, kommentarene også. `AddTypedClient<I, C>()` rett bak slås sammen med registreringen når ingenting annet trenger `C` alene.',
      'Scopes hentes først fra delegaten, så fra seksjonen i innstillingsfilene. Det som er ulikt mellom miljøer, regnes ut, eller bare kan ligge i Key Vault, er ikke kjent, og da skrives ingenting om.',
      'De to handlerne er ulike: den gamle lar en `Authorization`-header som alt er satt, stå, og gjentar én gang et kall som ble besvart med 401; den nye setter alltid headeren, og gjentar ikke. Unntakene er av andre typer. Kode som dette angår, gjør at endringen må gjennomgås.',
      'Klienter som får ett og samme innstillingsobjekt, og ikke en seksjon, deler det, og hver delegat endrer det for alle: den handleren som ble laget sist, bestemte. De nye ber hver om sitt eget, så der de er ulike, må endringen også gjennomgås.',
    ],
    whenNot: [
      'Klienten må beholde en egen identitet: velg `own-external` for seksjonen, så blir den stående som den er.',
      'Den signerer med et sertifikat, eller ber om en ressurs eller på vegne av en annen virksomhet: den innebygde klienten har ikke noe for det i v8.',
    ],
  },
};
