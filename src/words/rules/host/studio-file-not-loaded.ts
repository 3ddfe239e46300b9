import type { BilingualRuleWords } from '../../bilingual.ts';

export interface StudioFileNotLoadedData {
  /** What took its place, or makes the builder; itself where only Development calls it. */
  readonly method: string;
  /** Whether Key Vault is a source of the app's configuration. */
  readonly vault: boolean;
}

const instead = ['ConfigureAppConfiguration', 'LoadAppConfig'];
const itself = 'ConfigureAppWebHost';

export const studioFileNotLoaded: BilingualRuleWords<StudioFileNotLoadedData> = {
  en: {
    title: 'The app never loads the file that Altinn Studio provisions',
    message: ({ method }) => {
      if (method === itself) return 'ConfigureAppWebHost is called in Development only.';
      return instead.includes(method)
        ? `${method} stands where ConfigureAppWebHost should be called, and nothing else calls it.`
        : 'The app starts without a call of ConfigureAppWebHost.';
    },
    why: () =>
      'ConfigureAppWebHost loads maskinporten-settings.json, in which Altinn Studio delivers the credentials. Without the call they never reach the app, whatever is added in Studio and deployed.',
    next: ({ vault }) =>
      vault
        ? 'Call ConfigureAppWebHost(args) on the IWebHostBuilder, and add Key Vault after it. Then deploy to TT02 and verify that the app starts and gets its tokens.'
        : 'Call ConfigureAppWebHost(args) on the IWebHostBuilder before the app is built. Then deploy to TT02 and verify that the app starts and gets its tokens.',
    about: [
      'From 8.3 until v9, `ConfigureAppWebHost` is what adds the provisioned file to the configuration of the app, together with the other secret files, the environment variables and the command line.',
      'The documentation of November 2023 to June 2024 replaced it: `builder.ConfigureAppConfiguration((_, c) => { c.LoadAppConfig(args); ConnectToKeyVault(c); })`. Apps from then work, but never see what Studio provisions.',
      'The fix puts `ConfigureAppWebHost(args)` back where it was, in place of `LoadAppConfig(args)`. Key Vault stays behind it, so that the values of the vault are used as before until its secrets go. Patches of clients that need the provisioned file carry this change with them.',
    ],
    whenNot: [
      'The app loads `/mnt/app-secrets/maskinporten-settings.json` itself, in code that is not called from its start-up.',
    ],
  },
  nb: {
    title: 'Appen laster aldri filen som Altinn Studio leverer',
    message: ({ method }) => {
      if (method === itself) return 'ConfigureAppWebHost kalles bare i Development.';
      return instead.includes(method)
        ? `${method} står der ConfigureAppWebHost skulle vært kalt, og ingenting annet kaller den.`
        : 'Appen starter uten å kalle ConfigureAppWebHost.';
    },
    why: () =>
      'ConfigureAppWebHost laster maskinporten-settings.json, der Altinn Studio leverer klientdetaljene. Uten kallet når de aldri appen, uansett hva som legges til i Studio og publiseres.',
    next: ({ vault }) =>
      vault
        ? 'Kall ConfigureAppWebHost(args) på IWebHostBuilder, og legg til Key Vault etter det. Publiser deretter til TT02 og verifiser at appen starter og får tokener.'
        : 'Kall ConfigureAppWebHost(args) på IWebHostBuilder før appen bygges. Publiser deretter til TT02 og verifiser at appen starter og får tokener.',
    about: [
      'Fra 8.3 til v9 er det `ConfigureAppWebHost` som legger den leverte filen til i appens konfigurasjon, sammen med de andre hemmelighetsfilene, miljøvariablene og kommandolinjen.',
      'Dokumentasjonen fra november 2023 til juni 2024 erstattet kallet: `builder.ConfigureAppConfiguration((_, c) => { c.LoadAppConfig(args); ConnectToKeyVault(c); })`. Apper fra den tiden virker, men ser aldri det Studio leverer.',
      'Endringen setter `ConfigureAppWebHost(args)` tilbake der det sto, i stedet for `LoadAppConfig(args)`. Key Vault blir stående etter det, slik at verdiene i hvelvet brukes som før til hemmelighetene er borte. Endringer i klienter som trenger den leverte filen, tar denne med seg.',
    ],
    whenNot: [
      'Appen laster `/mnt/app-secrets/maskinporten-settings.json` selv, i kode som ikke kalles fra oppstarten.',
    ],
  },
};
