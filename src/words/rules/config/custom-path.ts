import type { UnknownReason } from '../../../syntax/csharp/evaluate/evaluation.ts';
import type { BilingualRuleWords } from '../../bilingual.ts';
import { vaultFirst } from '../vault-first.ts';

export interface CustomPathData {
  /** `ConfigureMaskinportenClient` or `WithMaskinportenConfig`. */
  readonly method: string;
  /** null when the code computes it. */
  readonly path: string | null;
  /** The argument as written. */
  readonly expression: string;
  readonly unknown: UnknownReason | null;
  readonly target: 'v8' | 'v9';
  /** Only when the app runs in the Development environment. */
  readonly developmentOnly: boolean;
  /** Whether Key Vault is a source of the app's configuration. */
  readonly vault?: boolean;
  /** When the call runs, compared with what binds the default section. */
  readonly order?: 'before-app-services' | 'after-app-services' | 'unknown';
}

export const customPath: BilingualRuleWords<CustomPathData> = {
  en: {
    title: 'The built-in client is bound to a configuration path of its own',
    message: ({ method, path, expression }) =>
      path === null
        ? `${method} binds the built-in Maskinporten client to a path that the code computes: ${expression}.`
        : `${method} binds the built-in Maskinporten client to "${path}".`,
    why: ({ target, method, developmentOnly, order }) => {
      if (target === 'v9') {
        return `In v9 ${method} does not exist: the app does not compile until the call is gone. The built-in client has one identity, the one Altinn Studio provisions.`;
      }
      if (developmentOnly) {
        return 'Only local runs take this path; a deployed app already reads MaskinportenSettings. In v9 the call does not compile.';
      }
      if (order === 'after-app-services') {
        return 'Altinn Studio fills only the default section, MaskinportenSettings. This call stands after AddAltinnAppServices, so its section is laid over the default one key by key: each key that it holds wins over what Studio provisions, and keys of two clients may mix.';
      }
      return order === 'unknown'
        ? 'Altinn Studio fills only the default section, MaskinportenSettings. While this call stands, each key of its own section keeps out, or wins over, the one that Studio provisions.'
        : 'Altinn Studio fills only the default section, MaskinportenSettings. While this call stands, the app never uses the credentials that Studio provisions, whatever is deployed.';
    },
    next: ({ developmentOnly, path, vault }) => {
      if (path === null) {
        return 'Find out which section the path names when the app runs. If it is not MaskinportenSettings, remove the call once the scopes have been added in Altinn Studio.';
      }
      if (developmentOnly) {
        return 'Remove the call and keep a local test client in MaskinportenSettings (user secrets or appsettings.Development.json), or leave it until v9.';
      }
      const steps =
        'Add the scopes in Altinn Studio, remove the call, deploy to TT02 and verify tokens there before production.';
      return vault ? `${steps} ${vaultFirst.en}` : steps;
    },
    about: [
      'The built-in Maskinporten client reads its settings from a configuration section. Unless the app says otherwise that is `MaskinportenSettings`, and it is the only section that Altinn Studio fills when it provisions and rotates credentials.',
      'Apps from before Studio could do this bind the client to a section of their own, because the agency\'s Key Vault is shared: `services.ConfigureMaskinportenClient("myapp:MaskinportenSettings")`, fed by secrets such as `myapp--MaskinportenSettings--ClientId`. The Fiks builder has the same choice as `.WithMaskinportenConfig("…")`. The path may be a literal, a constant, a `nameof`, an interpolation: it is followed to where it is written.',
      'The fix removes the call, and with it what only it used. From the next deploy the client uses the provisioned credentials, so the scopes must be in Altinn Studio first. The old section and its secrets stay until production is verified: a rollback needs them.',
    ],
    whenNot: [
      'The app must keep an identity of its own on v8: decide `own-built-in` for the section.',
      'Several legacy identities exist in one app: decide for each of them first; none is edited until all are decided.',
    ],
  },
  nb: {
    title: 'Den innebygde klienten er bundet til en egen konfigurasjonssti',
    message: ({ method, path, expression }) =>
      path === null
        ? `${method} binder den innebygde Maskinporten-klienten til en sti som koden regner ut: ${expression}.`
        : `${method} binder den innebygde Maskinporten-klienten til «${path}».`,
    why: ({ target, method, developmentOnly, order }) => {
      if (target === 'v9') {
        return `I v9 finnes ikke ${method}: appen kompilerer ikke før kallet er borte. Den innebygde klienten har én identitet, den Altinn Studio leverer.`;
      }
      if (developmentOnly) {
        return 'Bare lokale kjøringer bruker denne stien; en publisert app leser allerede MaskinportenSettings. I v9 kompilerer ikke kallet.';
      }
      if (order === 'after-app-services') {
        return 'Altinn Studio fyller bare standardstien, MaskinportenSettings. Dette kallet står etter AddAltinnAppServices, så seksjonen legges over standardstien nøkkel for nøkkel: hver nøkkel den har, vinner over den fra Studio, og nøkler fra to klienter kan blandes.';
      }
      return order === 'unknown'
        ? 'Altinn Studio fyller bare standardstien, MaskinportenSettings. Så lenge dette kallet står, stenger hver nøkkel i den egne seksjonen for, eller vinner over, den Studio leverer.'
        : 'Altinn Studio fyller bare standardstien, MaskinportenSettings. Så lenge dette kallet står, bruker appen aldri klientdetaljene fra Studio, uansett hva som publiseres.';
    },
    next: ({ developmentOnly, path, vault }) => {
      if (path === null) {
        return 'Finn ut hvilken seksjon stien peker på når appen kjører. Er det ikke MaskinportenSettings, fjernes kallet når scopene er lagt til i Altinn Studio.';
      }
      if (developmentOnly) {
        return 'Fjern kallet og behold en lokal testklient i MaskinportenSettings (user secrets eller appsettings.Development.json), eller la det stå til v9.';
      }
      const steps =
        'Legg til scopene i Altinn Studio, fjern kallet, publiser til TT02 og verifiser tokener der før produksjon.';
      return vault ? `${steps} ${vaultFirst.nb}` : steps;
    },
    about: [
      'Den innebygde Maskinporten-klienten leser innstillingene sine fra en konfigurasjonsseksjon. Sier ikke appen noe annet, er det `MaskinportenSettings`, og det er den eneste seksjonen Altinn Studio fyller når Studio oppretter og roterer klientdetaljer.',
      'Apper fra før Studio kunne dette, binder klienten til en egen seksjon fordi etatens Key Vault er delt: `services.ConfigureMaskinportenClient("myapp:MaskinportenSettings")`, matet av hemmeligheter som `myapp--MaskinportenSettings--ClientId`. Fiks-byggeren har det samme valget som `.WithMaskinportenConfig("…")`. Stien kan være en literal, en konstant, en `nameof` eller en interpolasjon: den følges til der den er skrevet.',
      'Endringen fjerner kallet, og det som bare kallet brukte. Fra neste publisering bruker klienten klientdetaljene fra Studio, så scopene må ligge i Altinn Studio først. Den gamle seksjonen og hemmelighetene blir stående til produksjon er verifisert: en tilbakerulling trenger dem.',
    ],
    whenNot: [
      'Appen må beholde en egen identitet på v8: velg `own-built-in` for seksjonen.',
      'Appen har flere gamle identiteter: ta stilling til hver av dem først; ingen endres før alle er avgjort.',
    ],
  },
};
