import type { BilingualRuleWords } from '../../bilingual.ts';

export interface SettingsInCodeData {
  /** Whose `MaskinportenSettings`: of the external package, or of the app library. */
  readonly of: 'package' | 'library';
  readonly how: 'injected' | 'configured' | 'bound' | 'made';
  readonly target: 'v8' | 'v9';
}

const whose = {
  en: { package: 'of the external package', library: 'of the built-in client' },
  nb: { package: 'fra den eksterne pakken', library: 'for den innebygde klienten' },
};

const messages = {
  en: {
    injected: (of: string) => `The code takes MaskinportenSettings ${of} from the container.`,
    configured: (of: string) => `The code configures MaskinportenSettings ${of} by itself.`,
    bound: (of: string) => `The code reads a section as MaskinportenSettings ${of}.`,
    made: (of: string) => `The code makes MaskinportenSettings ${of} itself.`,
  },
  nb: {
    injected: (of: string) => `Koden henter MaskinportenSettings ${of} fra containeren.`,
    configured: (of: string) => `Koden konfigurerer selv MaskinportenSettings ${of}.`,
    bound: (of: string) => `Koden leser en seksjon som MaskinportenSettings ${of}.`,
    made: (of: string) => `Koden lager selv MaskinportenSettings ${of}.`,
  },
};

export const settingsInCode: BilingualRuleWords<SettingsInCodeData> = {
  en: {
    title: 'Code handles Maskinporten settings itself',
    message: ({ of, how }) => messages.en[how](whose.en[of]),
    why: ({ of, target }) => {
      if (of === 'library') {
        return target === 'v9'
          ? 'In v9 the built-in client keeps its settings to itself: the app does not compile, or configures something that nothing reads.'
          : 'Altinn Studio provisions and rotates the settings of the built-in client. Code that sets or reads them itself changes them for every client of the app, or keeps a copy that goes stale.';
      }
      return target === 'v9'
        ? 'Altinn.App 9 no longer brings this package, and the built-in client gives its credentials to nobody: once the old secrets are gone, these settings are empty.'
        : 'These settings hold the credentials that are managed by hand. Once the old secrets are gone they are empty, and the provisioned key has another form: code that signs with them stops working.';
    },
    next: ({ of, how, target }) => {
      if (of === 'library' && how === 'configured' && target === 'v8') {
        return 'Add the scopes in Altinn Studio and remove the call, as one would remove ConfigureMaskinportenClient: as long as the app configures these settings, the provisioned MaskinportenSettings are not used, or are mixed with its own. Deploy to TT02 and verify tokens there before production.';
      }
      return 'Find out what the settings are used for. Where it is a token, take IMaskinportenClient in their place; where it is an address or a scope, give that a setting of its own. Then remove the type from the code.';
    },
    about: [
      'Besides registering a client, code can get hold of Maskinporten settings by itself: `IOptions<MaskinportenSettings>`, `services.Configure<MaskinportenSettings>(…)`, `section.Get<MaskinportenSettings>()`, `new MaskinportenSettings { … }`. The type may be that of `Altinn.ApiClients.Maskinporten` or that of the built-in client.',
      'With credentials from Altinn Studio there is nothing for such code to read: the platform provisions and rotates them, and the built-in client is the one that uses them.',
      'Nothing is said where another finding tells of the code already: settings objects of a registered client, the delegate of `ConfigureMaskinportenClient`, the form that eFormidling was documented with.',
    ],
    whenNot: ['The app keeps a client of the external package by decision: decide `own-external` for its section.'],
  },
  nb: {
    title: 'Koden håndterer Maskinporten-innstillinger selv',
    message: ({ of, how }) => messages.nb[how](whose.nb[of]),
    why: ({ of, target }) => {
      if (of === 'library') {
        return target === 'v9'
          ? 'I v9 holder den innebygde klienten innstillingene for seg selv: appen kompilerer ikke, eller den konfigurerer noe ingen leser.'
          : 'Altinn Studio leverer og roterer innstillingene til den innebygde klienten. Kode som setter eller leser dem selv, endrer dem for alle klienter i appen, eller beholder en kopi som blir utdatert.';
      }
      return target === 'v9'
        ? 'Altinn.App 9 tar ikke lenger med denne pakken, og den innebygde klienten gir ikke klientdetaljene sine til noen: når de gamle hemmelighetene er borte, er disse innstillingene tomme.'
        : 'Disse innstillingene har klientdetaljene som forvaltes for hånd. Når de gamle hemmelighetene er borte, er de tomme, og nøkkelen fra Studio har en annen form: kode som signerer med dem, slutter å virke.';
    },
    next: ({ of, how, target }) => {
      if (of === 'library' && how === 'configured' && target === 'v8') {
        return 'Legg til scopes i Altinn Studio og fjern kallet, slik ConfigureMaskinportenClient ville blitt fjernet: så lenge appen konfigurerer disse innstillingene, brukes ikke MaskinportenSettings fra Studio, eller de blandes med appens egne. Publiser til TT02 og verifiser tokener der før produksjon.';
      }
      return 'Finn ut hva innstillingene brukes til. Er det et token, brukes IMaskinportenClient i stedet; er det en adresse eller et scope, får den en egen innstilling. Fjern deretter typen fra koden.';
    },
    about: [
      'I tillegg til å registrere en klient kan koden selv få tak i Maskinporten-innstillinger: `IOptions<MaskinportenSettings>`, `services.Configure<MaskinportenSettings>(…)`, `section.Get<MaskinportenSettings>()`, `new MaskinportenSettings { … }`. Typen kan være den i `Altinn.ApiClients.Maskinporten` eller den til den innebygde klienten.',
      'Med klientdetaljer fra Altinn Studio har slik kode ingenting å lese: plattformen leverer og roterer dem, og det er den innebygde klienten som bruker dem.',
      'Ingenting sies der et annet funn allerede gjelder koden: innstillingsobjekter for en registrert klient, delegaten til `ConfigureMaskinportenClient`, formen eFormidling var dokumentert med.',
    ],
    whenNot: ['Appen beholder en klient fra den eksterne pakken etter avgjørelse: velg `own-external` for seksjonen.'],
  },
};
