import type { Decision } from '../../../decision.ts';
import type { BilingualRuleWords } from '../../bilingual.ts';
import { vaultFirst } from '../vault-first.ts';

export interface DelegateData {
  /** As the code calls it. */
  readonly method: string;
  /** That it copies the credentials from; null when it cannot be told. */
  readonly section: string | null;
  /** What becomes of its credentials. */
  readonly decision: Decision | 'undecided';
  /** The major version that the audit aims at. */
  readonly target: 'v8' | 'v9';
  /** Only when the app runs in the Development environment. */
  readonly developmentOnly: boolean;
  /** Whether Key Vault is a source of the app's configuration. */
  readonly vault: boolean;
}

export const delegate: BilingualRuleWords<DelegateData> = {
  en: {
    title: 'The built-in client is configured by a delegate',
    message: ({ method, section }) =>
      section === null
        ? `${method} gives the built-in Maskinporten client its credentials in code.`
        : `${method} gives the built-in Maskinporten client its credentials in code, copied from "${section}".`,
    why: ({ target, method, developmentOnly }) => {
      if (target === 'v9') {
        return `In v9 ${method} does not exist: the app does not compile until the call is gone. The built-in client has one identity, the one Altinn Studio provisions.`;
      }
      return developmentOnly
        ? 'Only local runs take this path; a deployed app already reads MaskinportenSettings. In v9 the call does not compile.'
        : 'While the delegate sets the credentials, the app never uses those that Altinn Studio provisions, whatever is deployed.';
    },
    next: ({ vault }) => {
      const steps =
        'Add the scopes in Altinn Studio, remove the call and what only it used, deploy to TT02 and verify tokens there before production.';
      return vault ? `${steps} ${vaultFirst.en}` : steps;
    },
    about: [
      "`ConfigureMaskinportenClient(options => { … })` sets `ClientId`, `JwkBase64` or `Jwk`, and `Authority` in code. The documentation showed it for apps that use the external package beside the built-in client: one settings object, read from a section of the app's own, is mapped for both.",
      'The fix removes the call, and with it the settings object, the alias and the usings that only it used. An external client on the same section has the same identity, and is moved in the same phase.',
    ],
    whenNot: ['The app must keep an identity of its own on v8: decide `own-built-in` for the section.'],
  },
  nb: {
    title: 'Den innebygde klienten er konfigurert med en delegat',
    message: ({ method, section }) =>
      section === null
        ? `${method} gir den innebygde Maskinporten-klienten klientdetaljer i koden.`
        : `${method} gir den innebygde Maskinporten-klienten klientdetaljer i koden, kopiert fra «${section}».`,
    why: ({ target, method, developmentOnly }) => {
      if (target === 'v9') {
        return `I v9 finnes ikke ${method}: appen kompilerer ikke før kallet er borte. Den innebygde klienten har én identitet, den Altinn Studio leverer.`;
      }
      return developmentOnly
        ? 'Bare lokale kjøringer bruker denne stien; en publisert app leser allerede MaskinportenSettings. I v9 kompilerer ikke kallet.'
        : 'Så lenge delegaten setter klientdetaljene, bruker appen aldri dem Altinn Studio leverer, uansett hva som publiseres.';
    },
    next: ({ vault }) => {
      const steps =
        'Legg til scopene i Altinn Studio, fjern kallet og det som bare kallet brukte, publiser til TT02 og verifiser tokener der før produksjon.';
      return vault ? `${steps} ${vaultFirst.nb}` : steps;
    },
    about: [
      '`ConfigureMaskinportenClient(options => { … })` setter `ClientId`, `JwkBase64` eller `Jwk`, og `Authority` i koden. Dokumentasjonen viste det for apper som bruker den eksterne pakken ved siden av den innebygde klienten: ett innstillingsobjekt, lest fra en egen seksjon, gjøres om for begge.',
      'Endringen fjerner kallet, og med det innstillingsobjektet, aliaset og using-linjene som bare kallet brukte. En ekstern klient på samme seksjon har samme identitet, og flyttes i samme fase.',
    ],
    whenNot: ['Appen må beholde en egen identitet på v8: velg `own-built-in` for seksjonen.'],
  },
};
