import type { BilingualRuleWords } from '../../bilingual.ts';

export interface LocalFileData {
  readonly file: string;
  /** As written. */
  readonly section: string;
  readonly keys: readonly string[];
}

export const localFile: BilingualRuleWords<LocalFileData> = {
  en: {
    title: 'A committed appsettings.Local.json wins over what is provisioned',
    message: ({ file, section, keys }) => `${file} is committed and has ${keys.join(', ')} in ${section}.`,
    why: () =>
      'From 8.9 the app loads appsettings.Local.json last, in every environment. Committed, it is published with the app and wins over the file from Altinn Studio, Key Vault and the environment, key by key, also in production.',
    next: () =>
      'Move what local runs need to user secrets or appsettings.Development.json, delete the file from the repo and add it to .gitignore. If it has held a private key, replace that key: the history keeps it.',
    about: [
      '`ConfigureAppWebHost` of Altinn.App 8.9 and later adds `appsettings.Local.json` as the last source of configuration, after the provisioned file, the environment and the command line. It is meant for a file that only one developer has.',
      'A file by that name that is committed goes along with every build. Keys of a Maskinporten section in it win over all others wherever the app runs; an empty key does so too, and so does an `Authority`.',
      'No patch is offered: what the developers of the app keep there, only they know, and a deleted file is lost to those who need it.',
    ],
    whenNot: ['The build of the app is known to leave the file out.'],
  },
  nb: {
    title: 'En innsjekket appsettings.Local.json vinner over det som leveres',
    message: ({ file, section, keys }) => `${file} er sjekket inn og har ${keys.join(', ')} i ${section}.`,
    why: () =>
      'Fra 8.9 laster appen appsettings.Local.json sist, i alle miljøer. Når filen er sjekket inn, publiseres den med appen og vinner over filen fra Altinn Studio, Key Vault og miljøvariablene, nøkkel for nøkkel, også i produksjon.',
    next: () =>
      'Flytt det lokale kjøringer trenger til user secrets eller appsettings.Development.json, slett filen fra repoet og legg den i .gitignore. Har den hatt en privat nøkkel, må nøkkelen byttes: historikken beholder den.',
    about: [
      '`ConfigureAppWebHost` i Altinn.App 8.9 og nyere legger til `appsettings.Local.json` som siste konfigurasjonskilde, etter filen fra Studio, miljøvariablene og kommandolinjen. Den er ment for en fil som bare én utvikler har.',
      'En fil med dette navnet som er sjekket inn, følger med i hvert bygg. Nøkler i en Maskinporten-seksjon der vinner over alle andre uansett hvor appen kjører; en tom nøkkel gjør det også, og det samme gjør en `Authority`.',
      'Ingen endring foreslås: hva utviklerne har i filen, vet bare de, og en slettet fil er tapt for dem som trenger den.',
    ],
    whenNot: ['Det er kjent at bygget av appen utelater filen.'],
  },
};
