import type { BilingualRuleWords } from '../../bilingual.ts';

export interface SettingsFilePathData {
  readonly file: string;
  /** The one whose settings file it is; `all` for `appsettings.json`. */
  readonly environment: string;
  readonly target: 'v8' | 'v9';
}

const isLocal = (environment: string) => environment.toLowerCase() === 'development';

export const settingsFilePath: BilingualRuleWords<SettingsFilePathData> = {
  en: {
    title: 'Another file is loaded than the one that Altinn Studio provisions',
    message: ({ file }) => `${file} sets MaskinportenSettingsFilepath.`,
    why: ({ environment, target }) => {
      if (isLocal(environment)) {
        return 'It points local runs at a file of their own. A deployed app never loads this settings file.';
      }
      return target === 'v9'
        ? 'v9 does not read this setting: its client finds the provisioned file by itself, and the setting only misleads.'
        : 'The app loads its Maskinporten settings from that path in place of the file that Altinn Studio mounts, so the provisioned credentials never reach it.';
    },
    next: ({ environment }) =>
      isLocal(environment)
        ? 'Leave it as long as local runs need it; v9 has studioctl for a local test client.'
        : 'Add the scopes in Altinn Studio, remove the setting, deploy to TT02 and verify tokens there before production.',
    about: [
      '`ConfigureAppWebHost` adds the file that Altinn Studio provisions, `/mnt/app-secrets/maskinporten-settings.json`, to the configuration of the app. `MaskinportenSettingsFilepath` names another file to add in its place.',
      'In `appsettings.Development.json` that is a convenience for local runs, and a note. In any other settings file it hides the provisioned file from the deployed app, whatever the code does.',
      'The fix removes the key and nothing else. Clients that move to the provisioned credentials in the same phase take the removal along.',
    ],
    whenNot: ['The file at that path is put there by the agency on purpose, and the app keeps its own credentials.'],
  },
  nb: {
    title: 'En annen fil lastes enn den Altinn Studio leverer',
    message: ({ file }) => `${file} setter MaskinportenSettingsFilepath.`,
    why: ({ environment, target }) => {
      if (isLocal(environment)) {
        return 'Den peker lokale kjøringer til en egen fil. En publisert app laster aldri denne innstillingsfilen.';
      }
      return target === 'v9'
        ? 'v9 leser ikke denne innstillingen: klienten finner filen fra Studio selv, og innstillingen villeder bare.'
        : 'Appen laster Maskinporten-innstillingene fra denne stien i stedet for filen Altinn Studio monterer, så klientdetaljene fra Studio når aldri fram.';
    },
    next: ({ environment }) =>
      isLocal(environment)
        ? 'La den stå så lenge lokale kjøringer trenger den; v9 har studioctl for en lokal testklient.'
        : 'Legg til scopene i Altinn Studio, fjern innstillingen, publiser til TT02 og verifiser tokener der før produksjon.',
    about: [
      '`ConfigureAppWebHost` legger filen Altinn Studio leverer, `/mnt/app-secrets/maskinporten-settings.json`, til konfigurasjonen i appen. `MaskinportenSettingsFilepath` peker ut en annen fil som lastes i stedet.',
      'I `appsettings.Development.json` er det en bekvemmelighet for lokale kjøringer, og bare en merknad. I alle andre innstillingsfiler skjuler den filen fra Studio for den publiserte appen, uansett hva koden gjør.',
      'Endringen fjerner nøkkelen og ingenting annet. Klienter som flyttes til klientdetaljene fra Studio i samme fase, tar fjerningen med seg.',
    ],
    whenNot: ['Etaten legger filen på denne stien med vilje, og appen beholder egne klientdetaljer.'],
  },
};
