import type { BilingualRuleWords } from '../../bilingual.ts';

export interface DeadSectionData {
  /** The path of the section, as the settings write it. */
  readonly name: string;
  /** The settings files that have it. */
  readonly files: readonly string[];
  /**
   * Why nothing reads it: its client has moved, all that is left of the default section is what the external package
   * read, v9 does not read that section, or nobody knows.
   */
  readonly why: 'moved' | 'keys-of-package' | 'removed-in-v9' | 'unrecorded';
}

export const deadSection: BilingualRuleWords<DeadSectionData> = {
  en: {
    title: 'A Maskinporten section that nothing reads any more',
    message: ({ name, files, why }) =>
      why === 'keys-of-package'
        ? `All that is left of the section “${name}” are keys of the external package (${files.join(', ')}).`
        : `No code was found that reads the section “${name}” (${files.join(', ')}).`,
    why: ({ why }) => {
      switch (why) {
        case 'moved':
          return 'It held the settings of a client that has moved to the credentials Altinn Studio manages. What is left misleads whoever looks for the credentials in use.';
        case 'keys-of-package':
          return 'The package read them for a client that has moved to the credentials Altinn Studio manages. The built-in client reads none of them, and what is left misleads whoever looks for the credentials in use.';
        case 'removed-in-v9':
          return 'In v9 the built-in client takes its credentials from what Altinn Studio provisions, and nothing else: this section changes nothing, however it is filled.';
        case 'unrecorded':
          return 'It looks like the settings of a Maskinporten client that is gone, and there is no migration record that says so.';
      }
    },
    next: ({ why }) =>
      why === 'unrecorded'
        ? 'Find out whether anything reads it – another program, a script, code that puts the name together. If not, remove it when production has been verified.'
        : 'Remove it when tokens have been verified in production: a rollback of the switch needs it until then. Keys of its own for local runs go too.',
    about: [
      "The switch leaves the old section of the settings files where it is, because a rollback needs it. Afterwards no code names it, so the switch writes down in `maskinflytt.migration.json` which sections were the moved clients'. With that record cleanup can offer to remove them, from every settings file of the app.",
      'A section counts as read when any text in the code may name it: its path, or the end of it, in a literal, an interpolation, a constant, a `nameof`, or as the name of a property that binding an outer section would fill. Comments do not count, and neither does a constant that nothing uses: it stays for you to remove, and one that a library makes public leaves the section to a person. A section that code may read under a computed name is left to a person.',
      'Without the record only a person can tell whose section it was. In v9 a section called `MaskinportenSettings` is dead by itself, unless the app binds it to a client of its own. In v8 the library reads `Authority`, `ClientId` and the keys from that section, so it is reported only when the record has it and a file has nothing left in it but keys of the external package, such as `Environment` and `Scope`. An authority alone stays.',
    ],
    whenNot: [
      'Something outside the app reads the section: a script, another program that shares the settings file.',
      'Production has not been verified yet.',
    ],
  },
  nb: {
    title: 'En Maskinporten-seksjon som ingenting leser lenger',
    message: ({ name, files, why }) =>
      why === 'keys-of-package'
        ? `Det som står igjen av seksjonen «${name}», er bare nøkler for den eksterne pakken (${files.join(', ')}).`
        : `Fant ingen kode som leser seksjonen «${name}» (${files.join(', ')}).`,
    why: ({ why }) => {
      switch (why) {
        case 'moved':
          return 'Den hadde innstillingene til en klient som er flyttet til klientdetaljene Altinn Studio styrer. Det som står igjen, villeder den som leter etter klientdetaljene som er i bruk.';
        case 'keys-of-package':
          return 'Pakken leste dem for en klient som er flyttet til klientdetaljene Altinn Studio styrer. Den innebygde klienten leser ingen av dem, og det som står igjen, villeder den som leter etter klientdetaljene som er i bruk.';
        case 'removed-in-v9':
          return 'I v9 henter den innebygde klienten klientdetaljene fra det Altinn Studio leverer, og ingenting annet: denne seksjonen endrer ingenting, uansett hva den inneholder.';
        case 'unrecorded':
          return 'Den ligner innstillingene til en Maskinporten-klient som er borte, men det finnes ingen flyttelogg som sier det.';
      }
    },
    next: ({ why }) =>
      why === 'unrecorded'
        ? 'Finn ut om noe leser den – et annet program, et skript, kode som setter sammen navnet. Hvis ikke, fjern den når produksjon er verifisert.'
        : 'Fjern den når tokener er verifisert i produksjon: fram til da trenger en tilbakerulling av switch den. Egne nøkler for lokale kjøringer forsvinner også.',
    about: [
      'Fasen switch lar den gamle seksjonen i innstillingsfilene stå, fordi en tilbakerulling trenger den. Etterpå er det ingen kode som nevner den, så switch skriver ned i `maskinflytt.migration.json` hvilke seksjoner som var de flyttede klientenes. Med den loggen kan cleanup foreslå å fjerne dem, fra alle appens innstillingsfiler.',
      'En seksjon regnes som lest når en tekst i koden kan nevne den: stien, eller slutten av den, i en literal, en interpolasjon, en konstant, en `nameof`, eller som navnet på en egenskap som fylles når en ytre seksjon bindes. Kommentarer teller ikke, og det gjør heller ikke en konstant som ingenting bruker: den blir stående til du fjerner den, og er den offentlig i et bibliotek, overlates seksjonen til et menneske. En seksjon som koden kan lese under et navn den regner ut, overlates til et menneske.',
      'Uten loggen kan bare et menneske si hvem sin seksjon det var. I v9 er en seksjon som heter `MaskinportenSettings`, død i seg selv, hvis ikke appen binder den til en egen klient. I v8 leser biblioteket `Authority`, `ClientId` og nøklene fra den seksjonen, så den meldes bare når flytteloggen har den og en fil ikke har annet igjen i den enn nøkler for den eksterne pakken, som `Environment` og `Scope`. Står bare `Authority` der, blir den stående.',
    ],
    whenNot: [
      'Noe utenfor appen leser seksjonen: et skript, eller et annet program som deler innstillingsfilen.',
      'Produksjon er ikke verifisert ennå.',
    ],
  },
};
