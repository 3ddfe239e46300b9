import type { BilingualRuleWords } from '../../bilingual.ts';

export interface ExternalPackageData {
  /** As declared; null when it cannot be read. */
  readonly version: string | null;
  /** How many usings and Using items import the package for nothing. */
  readonly imports: number;
  readonly target: 'v8' | 'v9';
}

export const externalPackage: BilingualRuleWords<ExternalPackageData> = {
  en: {
    title: 'The package of the old client is referenced, and nothing needs it',
    message: ({ version, imports }) => {
      const left = imports === 0 ? '' : ` What still imports its namespaces (${imports}) does so for nothing.`;
      return `Altinn.ApiClients.Maskinporten${version === null ? '' : ` ${version}`} is referenced, and no code in the repo uses it.${left}`;
    },
    why: ({ target }) =>
      target === 'v9'
        ? 'The reference keeps a second Maskinporten client in the app that somebody has to keep up to date. Altinn.App 9 does without it.'
        : 'Altinn.App 8 brings the package along for itself, in the version that it is tested with. The reference only overrides that version, and somebody has to keep it up to date.',
    next: ({ imports }) =>
      `Once production is verified, remove the reference${imports === 0 ? '' : ' and what imports its namespaces'}, and build. If the repo has a packages.lock.json, renew it.`,
    about: [
      'When the last client of `Altinn.ApiClients.Maskinporten` has moved to the built-in one, the package reference is all that is left of it. It stays until production is verified, because a rollback needs it.',
      'The rule speaks when no C# file of the app, of its libraries or of any other project in the repo, tests and tools among them, names anything of the package. A using alone is no use: leftover usings and `Using` items of the project file go in the same change, as they would not compile without the package. Where a string in the code holds the package’s name, people decide: it may be loaded by that name. With versions stated centrally the `PackageVersion` goes with the last reference. A `packages.lock.json` that lists the package is not changed: `dotnet restore` renews it.',
      'A reference beside Altinn.ApiClients.Dan 1–2 is left alone: that library brings the package itself, and the reference may be there to pin its version. Beside Altinn.ApiClients.Dialogporten or a correspondence library, which may bring it, the fix is one to review.',
    ],
    whenNot: [
      'Production is not verified yet: going back to the release before would need the package.',
      'The package loads in a way that code does not show, for instance by its name: keep the reference.',
    ],
  },
  nb: {
    title: 'Pakken til den gamle klienten er referert, og ingenting trenger den',
    message: ({ version, imports }) => {
      const left =
        imports === 0 ? '' : ` Det som fortsatt importerer navnerommene dens (${imports}), gjør det til ingen nytte.`;
      return `Altinn.ApiClients.Maskinporten${version === null ? '' : ` ${version}`} er referert, og ingen kode i repoet bruker den.${left}`;
    },
    why: ({ target }) =>
      target === 'v9'
        ? 'Referansen holder en ekstra Maskinporten-klient i appen som noen må holde oppdatert. Altinn.App 9 klarer seg uten.'
        : 'Altinn.App 8 har selv med seg pakken, i den versjonen den er testet med. Referansen overstyrer bare den versjonen, og noen må holde den oppdatert.',
    next: ({ imports }) =>
      `Når produksjon er verifisert: fjern referansen${imports === 0 ? '' : ' og det som importerer navnerommene'}, og bygg. Har repoet en packages.lock.json, fornyes den.`,
    about: [
      'Når den siste klienten fra `Altinn.ApiClients.Maskinporten` er flyttet til den innebygde, er pakkereferansen alt som er igjen. Den står til produksjon er verifisert, fordi en tilbakerulling trenger den.',
      'Regelen slår ut når ingen C#-fil i appen, i bibliotekene dens eller i andre prosjekter i repoet, også tester og verktøy, navngir noe fra pakken. En using alene er ingen bruk: overflødige usinger og `Using`-elementer i prosjektfilen går ut i samme endring, siden de ikke kompilerer uten pakken. Har koden pakkens navn i en tekststreng, avgjør mennesker: den kan være lastet ved det navnet. Er versjoner oppgitt sentralt, går `PackageVersion` ut med den siste referansen. En `packages.lock.json` som fører opp pakken, endres ikke: `dotnet restore` fornyer den.',
      'En referanse ved siden av Altinn.ApiClients.Dan 1–2 får stå: det biblioteket har selv med seg pakken, og referansen kan være der for å låse versjonen. Ved siden av Altinn.ApiClients.Dialogporten eller et correspondence-bibliotek, som kan ha den med seg, må endringen gjennomgås.',
    ],
    whenNot: [
      'Produksjon er ikke verifisert ennå: å gå tilbake til forrige utgivelse krever pakken.',
      'Pakken lastes på en måte koden ikke viser, for eksempel ved navn: behold referansen.',
    ],
  },
};
