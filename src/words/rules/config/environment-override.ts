import type { BilingualRuleWords } from '../../bilingual.ts';

export interface EnvironmentOverrideData {
  readonly file: string;
  readonly where: 'values' | 'dockerfile' | 'compose' | 'pipeline' | 'launch-settings';
  /** As the configuration names it; null for the path of the provisioned file. */
  readonly section: string | null;
  readonly keys: readonly string[];
  readonly defaultSection: boolean;
  /** Whether the built-in client merges the app's own default section with what is provisioned: not in v9. */
  readonly merged: boolean;
}

export const environmentOverride: BilingualRuleWords<EnvironmentOverrideData> = {
  en: {
    title: 'Environment variables set Maskinporten settings',
    message: ({ file, section, keys }) =>
      section === null
        ? `${file} sets ${keys.join(', ')} as an environment variable.`
        : `${file} sets ${keys.join(', ')} of ${section} as environment variables.`,
    why: ({ where, section, defaultSection, merged }) => {
      if (where === 'launch-settings') {
        return 'Only local runs from this project have these variables; a deployed app never sees them.';
      }
      const perhaps = where === 'pipeline' ? 'Where they reach the deployed app, environment' : 'Environment';
      if (section === null) {
        return `${perhaps} variables win over settings files: the app loads that file in place of the one that Altinn Studio provisions.`;
      }
      if (!defaultSection) {
        return `${perhaps} variables win over settings files, so they decide what this section holds. Altinn Studio never fills it.`;
      }
      return merged
        ? `${perhaps} variables are added after the file from Altinn Studio and win over it, key by key: the app would sign with one client’s key under the id of another, or ask the wrong address for tokens.`
        : 'The built-in client of v9 never reads this section; the variables only mislead, unless a client of your own binds it.';
    },
    next: ({ where, section, defaultSection }) => {
      if (where === 'launch-settings') return 'Keep them as long as local runs need a client of their own.';
      return defaultSection || section === null
        ? 'Remove the variables in the same deploy as the app starts to use the provisioned credentials, in all places that set them.'
        : 'Remove the variables once nothing reads the section any more and production is verified.';
    },
    about: [
      'An environment variable `MaskinportenSettings__ClientId` is the key `MaskinportenSettings:ClientId` of the configuration. `ConfigureAppWebHost` adds the environment after the file that Altinn Studio provisions, so each such variable wins over the provisioned key, also an `Authority` alone.',
      'They are looked for in `deployment/values.yaml`, Dockerfiles, compose files, pipelines and `Properties/launchSettings.json`, by name: a value is never read. What a pipeline sets may be for its own tests only; launch settings are for local runs only.',
      'No patch is offered: who set the variables, and for which environment, only people know.',
    ],
    whenNot: ['The variables are for local runs or for tests of a pipeline.'],
  },
  nb: {
    title: 'Miljøvariabler setter Maskinporten-innstillinger',
    message: ({ file, section, keys }) =>
      section === null
        ? `${file} setter ${keys.join(', ')} som miljøvariabel.`
        : `${file} setter ${keys.join(', ')} i ${section} som miljøvariabler.`,
    why: ({ where, section, defaultSection, merged }) => {
      if (where === 'launch-settings') {
        return 'Bare lokale kjøringer fra dette prosjektet har disse variablene; en publisert app ser dem aldri.';
      }
      const perhaps =
        where === 'pipeline' ? 'Når de når den publiserte appen, vinner miljøvariabler' : 'Miljøvariabler vinner';
      if (section === null) {
        return `${perhaps} over innstillingsfiler: appen laster den filen i stedet for filen Altinn Studio leverer.`;
      }
      if (!defaultSection) {
        return `${perhaps} over innstillingsfiler, så de avgjør hva seksjonen inneholder. Altinn Studio fyller den aldri.`;
      }
      return merged
        ? `${perhaps} over filen fra Altinn Studio, nøkkel for nøkkel: appen ville signert med nøkkelen til én klient under id-en til en annen, eller bedt om tokener på feil adresse.`
        : 'Den innebygde klienten i v9 leser aldri denne seksjonen; variablene villeder bare, om ikke en egen klient er bundet til den.';
    },
    next: ({ where, section, defaultSection }) => {
      if (where === 'launch-settings') return 'Behold dem så lenge lokale kjøringer trenger en egen klient.';
      return defaultSection || section === null
        ? 'Fjern variablene i samme publisering som appen tar i bruk klientdetaljene fra Studio, alle steder de settes.'
        : 'Fjern variablene når ingenting leser seksjonen lenger og produksjon er verifisert.';
    },
    about: [
      'Miljøvariabelen `MaskinportenSettings__ClientId` er nøkkelen `MaskinportenSettings:ClientId` i konfigurasjonen. `ConfigureAppWebHost` legger til miljøvariablene etter filen Altinn Studio leverer, så hver slik variabel vinner over nøkkelen fra Studio, også en `Authority` alene.',
      'Det letes i `deployment/values.yaml`, Dockerfiler, compose-filer, pipelines og `Properties/launchSettings.json`, etter navn: en verdi leses aldri. Det en pipeline setter, kan være bare for dens egne tester; launch settings gjelder bare lokale kjøringer.',
      'Ingen endring foreslås: hvem som har satt variablene, og for hvilket miljø, vet bare mennesker.',
    ],
    whenNot: ['Variablene gjelder lokale kjøringer eller tester i en pipeline.'],
  },
};
