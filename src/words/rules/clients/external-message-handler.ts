import type { Decision } from '../../../decision.ts';
import type { BilingualRuleWords } from '../../bilingual.ts';
import { vaultFirst } from '../vault-first.ts';

export interface ExternalMessageHandlerData {
  /** As the code calls it. */
  readonly method: string;
  /** A definition is registered; a handler asks for it. */
  readonly part: 'definition' | 'handler';
  /** What they are matched by; null when it cannot be told. */
  readonly key: string | null;
  /** The configuration section of its credentials; null when it cannot be told. */
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

export const externalMessageHandler: BilingualRuleWords<ExternalMessageHandlerData> = {
  en: {
    title: 'A client definition of the external Maskinporten package is registered and attached as a handler',
    message: ({ part, method, key, section, scopes, exchange }) => {
      const named = key === null ? 'under a key that cannot be told' : `"${key}"`;
      if (part === 'definition') {
        const from = section === null ? 'settings that cannot be told' : `"${section}"`;
        return `${method} registers the client definition ${named} with credentials from ${from}.`;
      }
      const asks = scopes === null ? '' : `, for ${scopes.join(' ')}`;
      return `${method} attaches a token handler with the client definition ${named}${asks}${exchange === true ? ', exchanged to an Altinn token' : ''}.`;
    },
    why: ({ target }) =>
      target === 'v9'
        ? 'Altinn Studio provisions and rotates credentials for the built-in client only. In v9 the package no longer comes along with Altinn.App.Core: without a reference of its own the app does not compile.'
        : 'Altinn Studio provisions and rotates credentials for the built-in client only. This handler goes on with a key that someone has to renew by hand in the portal and the Key Vault.',
    next: ({ part, exchange, decision, vault, target }) => {
      if (part === 'definition') {
        return 'It goes with the last handler that asks for it, when nothing else needs what it registers (IMaskinportenService among other things).';
      }
      if (decision === 'own-built-in' && target === 'v8') {
        return 'Give the section the keys of the built-in client (Authority, ClientId, JwkBase64) in settings and vault before this is deployed, and verify tokens in TT02 before production.';
      }
      const steps =
        "Add the scopes in Altinn Studio, put the built-in client's handler in exactly this place, deploy to TT02 and verify tokens there before production.";
      const checked = vault ? `${steps} ${vaultFirst.en}` : steps;
      return exchange === true
        ? `${checked} In local runs the exchange goes to PlatformSettings:ApiAuthenticationEndpoint, localhost in the template, where nothing exchanges tokens; the package called TT02.`
        : checked;
    },
    about: [
      'With the package `Altinn.ApiClients.Maskinporten` credentials can be registered under a key, `RegisterMaskinportenClientDefinition<…>("key", section)`, and attached to any `HttpClient`, also to one that a library registers: `.AddMaskinportenHttpMessageHandler<…>("key", …)`. So Dan clients were documented.',
      'Definition and handler are matched by their key, across files: a literal, a constant, `nameof`, `typeof(T).FullName`, or what the package makes of a type. A handler whose key nothing registers compiles, and throws when it is first used.',
      'The fix puts the handler of the built-in client in the exact place of the old one, for the order of handlers decides what a retry repeats, and removes the registration with its last handler. A registration stays as long as anything else needs what it registers.',
      'All handlers of one key share one settings object, and each delegate changes it: the handler that was made last decided scopes and exchange for all of them, in an order that no code shows. The new handlers each ask for their own. Where their delegates differ, the fix is one to review.',
    ],
    whenNot: ["The credentials must stay the app's own: decide `own-external` for their section."],
  },
  nb: {
    title: 'En klientdefinisjon fra den eksterne Maskinporten-pakken er registrert og hengt på som handler',
    message: ({ part, method, key, section, scopes, exchange }) => {
      const named = key === null ? 'under en nøkkel som ikke lar seg avgjøre' : `«${key}»`;
      if (part === 'definition') {
        const from = section === null ? 'innstillinger som ikke lar seg avgjøre' : `«${section}»`;
        return `${method} registrerer klientdefinisjonen ${named} med klientdetaljer fra ${from}.`;
      }
      const asks = scopes === null ? '' : `, for ${scopes.join(' ')}`;
      return `${method} henger på en token-handler med klientdefinisjonen ${named}${asks}${exchange === true ? ', vekslet inn i et Altinn-token' : ''}.`;
    },
    why: ({ target }) =>
      target === 'v9'
        ? 'Altinn Studio leverer og roterer klientdetaljer bare for den innebygde klienten. I v9 følger ikke pakken lenger med Altinn.App.Core: uten en egen referanse kompilerer ikke appen.'
        : 'Altinn Studio leverer og roterer klientdetaljer bare for den innebygde klienten. Denne handleren fortsetter med en nøkkel som noen må fornye for hånd i portalen og i Key Vault.',
    next: ({ part, exchange, decision, vault, target }) => {
      if (part === 'definition') {
        return 'Den forsvinner med den siste handleren som bruker den, når ingenting annet trenger det den registrerer (IMaskinportenService blant annet).';
      }
      if (decision === 'own-built-in' && target === 'v8') {
        return 'Legg nøklene til den innebygde klienten (Authority, ClientId, JwkBase64) i seksjonen, i innstillinger og hvelv, før dette publiseres, og verifiser tokener i TT02 før produksjon.';
      }
      const steps =
        'Legg til scopene i Altinn Studio, sett handleren til den innebygde klienten på nøyaktig dette stedet, publiser til TT02 og verifiser tokener der før produksjon.';
      const checked = vault ? `${steps} ${vaultFirst.nb}` : steps;
      return exchange === true
        ? `${checked} I lokale kjøringer går innvekslingen til PlatformSettings:ApiAuthenticationEndpoint, localhost i malen, der ingenting veksler inn tokener; pakken kalte TT02.`
        : checked;
    },
    about: [
      'Med pakken `Altinn.ApiClients.Maskinporten` kan klientdetaljer registreres under en nøkkel, `RegisterMaskinportenClientDefinition<…>("key", section)`, og henges på en hvilken som helst `HttpClient`, også en som et bibliotek registrerer: `.AddMaskinportenHttpMessageHandler<…>("key", …)`. Slik var Dan-klienter dokumentert.',
      'Definisjon og handler finner hverandre med nøkkelen, på tvers av filer: en literal, en konstant, `nameof`, `typeof(T).FullName`, eller det pakken lager av en type. En handler med en nøkkel ingenting registrerer, kompilerer, og feiler når den brukes første gang.',
      'Endringen setter handleren til den innebygde klienten på nøyaktig samme sted som den gamle, for rekkefølgen av handlere avgjør hva et nytt forsøk gjentar, og fjerner registreringen med den siste handleren. En registrering blir stående så lenge noe annet trenger det den registrerer.',
      'Alle handlere med samme nøkkel deler ett innstillingsobjekt, og hver delegat endrer det: den handleren som ble laget sist, bestemte scopes og innveksling for alle, i en rekkefølge som ingen kode viser. De nye handlerne ber hver om sitt eget. Der delegatene er ulike, må endringen gjennomgås.',
    ],
    whenNot: ['Klientdetaljene må forbli appens egne: velg `own-external` for seksjonen.'],
  },
};
