import type { UnknownReason } from '../syntax/csharp/evaluate/evaluation.ts';
import type { Refusal } from '../syntax/csharp/operations/operation.ts';
import type { FailedCheck, Reason } from './reasons.ts';

export function reason(reason: Reason): string {
  switch (reason.code) {
    case 'refused':
      return refusals[reason.refusal];
    case 'read-only':
      return `${reason.file} kan ikke endres: ${readOnly[reason.because]}`;
    case 'version-unknown':
      return 'versjonen av Altinn.App er ukjent';
    case 'version-assumed':
      return `${reason.version} er regnet som den nyeste utgivelsen den tillater; blir den en eldre enn ${reason.needed}, lar appen seg ikke bygge`;
    case 'version-too-old':
      return `det trengs Altinn.App ${reason.needed} eller nyere, og appen har ${reason.version}`;
    case 'path-unknown':
      return unknownValue(reason.because);
    case 'undecided-identities':
      return `appen har flere gamle identiteter (${sectionNames(reason.sections)}), og det er ikke avgjort hva som skal skje med hver av dem`;
    case 'decision-does-not-fit':
      return reason.decision === 'own-built-in'
        ? `valget er own-built-in, og v9 har ingen innebygd klient med egen seksjon; velg ${reason.fitting.join(' eller ')}`
        : `valget er own-external, og dette er den innebygde klienten; velg ${reason.fitting.join(' eller ')}`;
    case 'to-be-external':
      return 'valget er own-external: registrer en klient fra den eksterne pakken med en egen seksjon før kallet fjernes';
    case 'mixed-decisions':
      return 'et annet kall som konfigurerer den samme klienten, har valget own-built-in; klienten kan ikke ha begge identitetene';
    case 'default-section-filled':
      return `${reason.file} har ${reason.keys.join(', ')} i MaskinportenSettings, som appen straks ville tatt i bruk; begge deler må bort i én endring`;
    case 'settings-unread':
      return 'en innstillingsfil lot seg ikke lese, og den kan ha nøkler som appen straks ville tatt i bruk';
    case 'studio-file-not-loaded':
      return 'ingenting i appen kaller ConfigureAppWebHost, så filen fra Studio blir ikke lastet, og appen ville stått uten klientdetaljer';
    case 'settings-file-path':
      return `${reason.file} setter MaskinportenSettingsFilepath, så en annen fil lastes enn den Studio leverer`;
    case 'external-on-default-section':
      return `en klient fra den eksterne pakken i ${reason.file} er fortsatt bundet til MaskinportenSettings, som Studio skal fylle`;
    case 'several-identities':
      return `appen har flere gamle identiteter (${sectionNames(reason.sections)}), og rettighetene deres samles i én`;
    case 'secret-in-context':
      return `${reason.file} har en nøkkel ved siden av, som en endring ville vist`;
    case 'several-configurers':
      return `klienten er konfigurert ${reason.count} steder som legges oppå hverandre`;
    case 'other-branch':
      return 'en annen gren av koden konfigurerer også klienten, så hvilken som kjøres, avhenger av en betingelse';
    case 'after-app-services':
      return 'kallet står etter AddAltinnAppServices, så det legges oppå standardstien';
    case 'order-unknown':
      return 'det lot seg ikke se fra Program.cs når kallet kjøres';
    case 'development-only':
      return 'kallet kjøres bare i Development';
    case 'conditional':
      return `kallet kjøres bare når ${reason.condition}`;
    case 'shared-library':
      return `filen deles med ${reason.projects.join(', ')}: det som endres her, endres også der`;
    case 'conflict':
      return `endringen overlapper med den fra ${reason.rule}`;
    case 'not-verified':
      return failedChecks[reason.check];
  }
}

function sectionNames(sections: readonly (string | null)[]): string {
  return sections.map((section) => section ?? 'ukjent seksjon').join(', ');
}

const refusals: Readonly<Record<Refusal, string>> = {
  'conditional-compilation': 'det står mellom #if og #endif',
  'syntax-error': 'koden rundt lot seg ikke tolke',
  'if-with-else': 'uten det ville en if stått tom mens dens else ble igjen',
  'only-statement': 'det er alt en løkke, using, lock eller try inneholder',
  'condition-with-effects': 'betingelsen i if-en rundt gjør noe',
  'expression-body': 'det er hele kroppen til en metode eller lambda',
  'value-used': 'det som returneres, blir brukt',
  'null-conditional': 'en nullsjekk (?.) henger på det',
  'comment-in-the-way': 'en kommentar står der koden måtte skjøtes',
  'local-with-effects': 'en variabel som bare det bruker, gjør noe når den settes',
  'not-found': 'koden endret seg mens den ble lest',
};

const readOnly = {
  'utf-16': 'den er UTF-16, som git regner som binær',
  'not-utf-8': 'den er ikke gyldig UTF-8',
  symlink: 'den er en symbolsk lenke',
};

const failedChecks: Readonly<Record<FailedCheck, string>> = {
  syntax: 'endringen ville etterlatt en syntaksfeil og er trukket tilbake',
  'still-found': 'endringen ville ikke fjernet funnet og er trukket tilbake',
  'new-error': 'endringen ville ført til en annen feil og er trukket tilbake',
  'not-stable': 'endringen ville krevd enda en og er trukket tilbake',
};

export function unknownValue(reason: UnknownReason): string {
  switch (reason.code) {
    case 'parameter':
      return `verdien kommer inn gjennom parameteren ${reason.name}`;
    case 'parameter-varies':
      return `kallene gir ulike verdier for ${reason.name}`;
    case 'reassigned':
      return `${reason.name} settes flere steder`;
    case 'set-at-run-time':
      return `${reason.name} får verdien sin når appen kjører`;
    case 'mutable':
      return `${reason.name} kan settes av annen kode`;
    case 'overridable':
      return `${reason.name} kan overstyres`;
    case 'read-before-set':
      return `${reason.name} leses før den settes`;
    case 'ambiguous':
      return `${reason.name} fører til flere deklarasjoner som er uenige`;
    case 'undeclared':
      return `${reason.name} er ikke deklarert i denne appen`;
    case 'conditional':
      return `verdien avhenger av en betingelse: ${reason.expression}`;
    case 'differs-by-symbols':
      return `#if-grenene i ${reason.file} er uenige`;
    case 'computed':
      return `verdien regnes ut når appen kjører: ${reason.expression}`;
    case 'not-a-string':
      return `verdien er ikke en streng: ${reason.expression}`;
    case 'not-understood':
      return `koden rundt lot seg ikke tolke: ${reason.expression}`;
    case 'too-deep':
      return 'verdien er satt sammen i for mange steg til å følges';
  }
}
