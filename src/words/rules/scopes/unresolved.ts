import type { BilingualRuleWords } from '../../bilingual.ts';
import type { UnknownAccess } from '../../reasons.ts';

export interface UnresolvedScopesData {
  /** The method or type that asks. */
  readonly by: string;
  readonly because: UnknownAccess;
}

export const unresolvedScopes: BilingualRuleWords<UnresolvedScopesData> = {
  en: {
    title: 'Scopes that cannot be told from the repo',
    message: ({ by }) => `${by} asks for scopes that cannot be told from the repo.`,
    why: () =>
      'The client that Altinn Studio provisions has only the scopes that are chosen there. One that is missed is first seen when Maskinporten refuses the token.',
    next: ({ because }) => `${wayOut.en(because)} Then add those scopes in Altinn Studio too.`,
    about: [
      'Scopes are read from literals, constants, lists and settings files. Some cannot be: the code computes them when it runs, they come from a parameter that callers give different values, from Key Vault, from an environment variable of a deployment, or from a client definition that decides elsewhere. Each such place is one finding, with the reason.',
      'While there is one, `scopes/to-add` may lack something. Scopes that people have found out can be named in the configuration file, under `scopes`; a suppression of this finding then says that it has been looked into.',
    ],
    whenNot: [
      'The value has been looked up and its scopes are in Altinn Studio: suppress the finding with that as the reason.',
    ],
  },
  nb: {
    title: 'Scopes som ikke lar seg lese ut av repoet',
    message: ({ by }) => `${by} ber om scopes som ikke lar seg lese ut av repoet.`,
    why: () =>
      'Klienten som Altinn Studio oppretter, har bare de scopene som er valgt der. Et som er glemt, merkes først når Maskinporten avviser forespørselen om token.',
    next: ({ because }) => `${wayOut.nb(because)} Legg så til de scopene også i Altinn Studio.`,
    about: [
      'Scopes leses fra literaler, konstanter, lister og innstillingsfiler. Noen lar seg ikke lese: koden regner dem ut når den kjører, de kommer fra en parameter som får ulike verdier, fra Key Vault, fra en miljøvariabel i en publisering, eller fra en klientdefinisjon som avgjør det et annet sted. Hvert slikt sted er ett funn, med grunnen.',
      'Så lenge det er ett igjen, kan `scopes/to-add` mangle noe. Scopes som er funnet ut av, kan oppgis i konfigurasjonsfilen under `scopes`; et unntak for dette funnet sier da at det er undersøkt.',
    ],
    whenNot: ['Verdien er slått opp, og scopene ligger i Altinn Studio: gjør unntak for funnet med det som grunn.'],
  },
};

const wayOut: Readonly<Record<'en' | 'nb', (because: UnknownAccess) => string>> = {
  en: (because) => {
    switch (because.code) {
      case 'only-in-vault':
        return `Look up ${because.section.replaceAll(':', '--')}--Scope in Key Vault, in each environment.`;
      case 'set-in-deployment':
        return `Look up what ${because.file} sets ${because.section}:Scope to, in each environment.`;
      case 'differs-by-environment':
        return `Compare ${because.section}:Scope in ${because.files.join(' and ')}.`;
      case 'not-set':
      case 'section-unknown':
      case 'emptied':
        return 'Find out which scopes the old client has in the portal, and which of them this code needs.';
      case 'computed':
      case 'not-followed':
        return 'Follow the code from here to where the scopes are decided.';
    }
  },
  nb: (because) => {
    switch (because.code) {
      case 'only-in-vault':
        return `Slå opp ${because.section.replaceAll(':', '--')}--Scope i Key Vault, i hvert miljø.`;
      case 'set-in-deployment':
        return `Slå opp hva ${because.file} setter ${because.section}:Scope til, i hvert miljø.`;
      case 'differs-by-environment':
        return `Sammenlign ${because.section}:Scope i ${because.files.join(' og ')}.`;
      case 'not-set':
      case 'section-unknown':
      case 'emptied':
        return 'Finn ut hvilke scopes den gamle klienten har i portalen, og hvilke av dem denne koden trenger.';
      case 'computed':
      case 'not-followed':
        return 'Følg koden herfra til der scopene blir bestemt.';
    }
  },
};
