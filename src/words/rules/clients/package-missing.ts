import type { BilingualRuleWords } from '../../bilingual.ts';
import { enumerated } from '../../enumerated.ts';

export interface PackageMissingData {
  /** The project file whose code needs the package. */
  readonly project: string;
  /** Files that use it, or that import it for nothing. */
  readonly files: readonly string[];
  /** A reference is missing, or stands under a condition; or there is an import too many. */
  readonly kind: 'unreferenced' | 'conditional' | 'only-imported';
  /** How many usings and Using items are known to import the package for nothing. */
  readonly imports: number;
  /** The version to reference; null where a reference is not what is missing. */
  readonly version: string | null;
  /** Whether the package binds its settings in that version when a client is registered. */
  readonly bindsAtRegistration: boolean;
}

export const packageMissing: BilingualRuleWords<PackageMissingData> = {
  en: {
    title: 'Version 9 no longer brings the package of the external client',
    message: ({ project, files, kind }) => {
      if (kind === 'only-imported') {
        const imports = files.length === 1 ? 'imports' : 'import';
        return `${enumerated(files, 'and')} ${imports} Altinn.ApiClients.Maskinporten without any known use of it, and nothing that ${project} references brings it in version 9.`;
      }
      const uses = `${enumerated(files, 'and')} ${files.length === 1 ? 'uses' : 'use'} Altinn.ApiClients.Maskinporten`;
      return kind === 'conditional'
        ? `${uses}, and in version 9 ${project} has it under a condition only.`
        : `${uses}, and nothing that ${project} references brings it in version 9.`;
    },
    why: ({ kind }) => {
      switch (kind) {
        case 'unreferenced':
          return 'Up to version 8 the package came along with Altinn.App.Core. With version 9 the code does not compile unless the project references it itself.';
        case 'conditional':
          return 'Up to version 8 the package came along with Altinn.App.Core in every build. With version 9 a build that does not meet the condition does not compile.';
        case 'only-imported':
          return 'Up to version 8 the package came along with Altinn.App.Core. With version 9 a using of a namespace that is not there does not compile, needed or not.';
      }
    },
    next: ({ kind, version, bindsAtRegistration }) => {
      if (kind === 'only-imported') {
        return 'Remove what imports the package, and build. Should something of it be needed after all, add a reference instead.';
      }
      if (kind === 'conditional') {
        return 'Take the condition away unless the code is left out of the same builds, or move its clients to the built-in one before the upgrade.';
      }
      return `Add a reference to Altinn.ApiClients.Maskinporten ${version}, or move its clients to the built-in one before the upgrade. ${
        bindsAtRegistration
          ? 'This version binds its settings when a client is registered, in an app usually before Key Vault and the secret files are there: check that the section is filled by then, or take 8.0.1.'
          : 'Do not raise it to 9.0 or newer just like that: from there on the package binds its settings when a client is registered, in an app usually before Key Vault and the secret files are there.'
      }`;
    },
    about: [
      'Apps on version 8 could use `Altinn.ApiClients.Maskinporten` without referencing it: Altinn.App.Core depended on it. Version 9 does not, so an app that keeps a client of its own must reference the package. The rule is silent unless version 9 is the target.',
      'The fix adds the reference behind the last one of the project that compiles the code, in the version that came along so far, or in 8.0.1 where that cannot be read; with versions stated centrally it adds both. A reference that stands under a condition, and is the only one, is left to people. Where the code only imports the package and uses nothing of it, the fix removes the usings and `Using` items instead. Projects beside the app that had the package through it, its tests for instance, are told of as well; where a project builds on Altinn.App 9 by itself, people decide. Up to 8.x the package reads its section when a client is first used. From 9.0 on it does so at registration, which in an app comes before Key Vault: the same code then finds empty settings.',
    ],
    whenNot: ['All clients of the package move to the built-in client before the upgrade: then nothing needs it.'],
  },
  nb: {
    title: 'Versjon 9 har ikke lenger med seg pakken til den eksterne klienten',
    message: ({ project, files, kind }) => {
      if (kind === 'only-imported') {
        return `${enumerated(files, 'og')} importerer Altinn.ApiClients.Maskinporten uten noen kjent bruk av den, og ingenting ${project} refererer til, har den med seg i versjon 9.`;
      }
      const uses = `${enumerated(files, 'og')} bruker Altinn.ApiClients.Maskinporten`;
      return kind === 'conditional'
        ? `${uses}, og i versjon 9 har ${project} den bare under en betingelse.`
        : `${uses}, og ingenting ${project} refererer til, har den med seg i versjon 9.`;
    },
    why: ({ kind }) => {
      switch (kind) {
        case 'unreferenced':
          return 'Til og med versjon 8 fulgte pakken med Altinn.App.Core. Med versjon 9 kompilerer ikke koden uten at prosjektet selv refererer til den.';
        case 'conditional':
          return 'Til og med versjon 8 fulgte pakken med Altinn.App.Core i alle bygg. Med versjon 9 kompilerer ikke et bygg der betingelsen ikke er oppfylt.';
        case 'only-imported':
          return 'Til og med versjon 8 fulgte pakken med Altinn.App.Core. Med versjon 9 kompilerer ikke en using av et navnerom som ikke finnes, enten den trengs eller ei.';
      }
    },
    next: ({ kind, version, bindsAtRegistration }) => {
      if (kind === 'only-imported') {
        return 'Fjern det som importerer pakken, og bygg. Trengs noe fra den likevel, legges en referanse til i stedet.';
      }
      if (kind === 'conditional') {
        return 'Fjern betingelsen med mindre koden holdes utenfor i de samme byggene, eller flytt klientene til den innebygde før oppgraderingen.';
      }
      return `Legg til en referanse til Altinn.ApiClients.Maskinporten ${version}, eller flytt klientene til den innebygde før oppgraderingen. ${
        bindsAtRegistration
          ? 'Denne versjonen binder innstillingene idet en klient registreres, i en app som regel før Key Vault og hemmelighetsfilene er på plass: kontroller at seksjonen er fylt da, eller velg 8.0.1.'
          : 'Ikke løft den uten videre til 9.0 eller nyere: derfra binder pakken innstillingene idet en klient registreres, i en app som regel før Key Vault og hemmelighetsfilene er på plass.'
      }`;
    },
    about: [
      'Apper på versjon 8 kunne bruke `Altinn.ApiClients.Maskinporten` uten å referere til den: Altinn.App.Core var avhengig av den. Det er ikke versjon 9, så en app som beholder en egen klient, må selv referere til pakken. Regelen sier ingenting med mindre versjon 9 er målet.',
      'Endringen legger referansen etter den siste i prosjektet som kompilerer koden, i versjonen som har fulgt med til nå, eller i 8.0.1 der den ikke lar seg lese; er versjoner oppgitt sentralt, legges begge deler til. En referanse som står under en betingelse og er den eneste, er overlatt til mennesker. Der koden bare importerer pakken og ikke bruker noe fra den, fjerner endringen i stedet usinger og `Using`-elementer. Prosjekter ved siden av appen som hadde pakken gjennom den, for eksempel testene, meldes også; bygger et prosjekt selv på Altinn.App 9, avgjør mennesker. Til og med 8.x leser pakken seksjonen sin når en klient først brukes. Fra 9.0 skjer det ved registreringen, som i en app kommer før Key Vault: den samme koden finner da tomme innstillinger.',
    ],
    whenNot: ['Alle klientene fra pakken flyttes til den innebygde før oppgraderingen: da trenger ingenting den.'],
  },
};
