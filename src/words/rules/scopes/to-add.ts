import type { BilingualRuleWords } from '../../bilingual.ts';
import { aboutScopes } from '../../scopes.ts';

export interface ToAddData {
  /** What the app asks for, but for clients that keep credentials of their own. */
  readonly scopes: readonly string[];
  /** Those of them that only libraries ask for, which the app uses. */
  readonly implied: readonly string[];
  /** Whether there are no others that cannot be told. */
  readonly complete: boolean;
  /** Whether they are all among the three that one button adds. */
  readonly buttonEnough: boolean;
  readonly target: 'v8' | 'v9';
  /** What must be done before the scopes are added, or looked up; null for nothing. */
  readonly first: 'upgrade' | 'mend' | 'look-up' | null;
  /** What the client in the portal has and no code asks for; null when nobody told. */
  readonly registeredOnly: readonly string[] | null;
  /** What the app asks for and the client in the portal does not have; null when nobody told. */
  readonly notRegistered: readonly string[] | null;
}

export const toAdd: BilingualRuleWords<ToAddData> = {
  en: {
    title: 'Scopes to add in Altinn Studio',
    message: ({ scopes, complete }) =>
      [
        `The app asks Maskinporten for ${scopes.join(', ')}.`,
        ...(complete ? [] : ['It asks for others that cannot be told from the repo: see scopes/unresolved.']),
      ].join(' '),
    why: ({ scopes, implied }) =>
      [
        'The client that Altinn Studio provisions has the scopes that are chosen there and no others; for any other, Maskinporten refuses the token.',
        ...aboutScopes(scopes, 'en'),
        ...(implied.length === 0
          ? []
          : [`Only libraries ask for ${implied.join(', ')}: the app's own code does not say so.`]),
      ].join(' '),
    next: (data) =>
      [
        ...before.en(data),
        ...adding.en(data),
        ...comparing.en(data),
        'The scopes take effect the next time the app is built and deployed. To add them you need access through Ansattporten; if you see no scopes there, ask whoever administers the clients of the organisation, or Altinn servicedesk.',
      ].join(' '),
    about: [
      "Altinn Studio provisions a Maskinporten client for the app with the scopes that are chosen in the app settings, and with no others. This is the list: what the clients in the code ask for, what stands under `Scope` in the settings that they bind, and what libraries ask for without the app naming it, such as `ks:fiks` for Fiks Arkiv. What only local runs ask for is left out, and so is what is asked for with credentials that stay the app's own by decision. Scopes that the code does not show can be named in the configuration file, under `scopes`.",
      'Three scopes are the defaults of a service owner: `altinn:serviceowner`, `altinn:serviceowner/instances.read` and `altinn:serviceowner/instances.write`. From Altinn.App 8.3 on one button in the Maskinporten tab adds them; an app of v9 always has them, because Studio adds them where they are missing. When the app asks for nothing else, the button is enough.',
      'Give `--registered-scopes` a file with the scopes of the old client in the portal, and the finding tells what the client has and the code does not ask for, and what the code asks for and the client does not have. Scopes are compared exactly, casing included.',
    ],
    whenNot: [
      'The scopes are in Altinn Studio already: nothing in the repo can show that.',
      'The app keeps its own client: decide `own-external` or `own-built-in` for it, and its scopes leave the list.',
    ],
  },
  nb: {
    title: 'Scopes som skal legges til i Altinn Studio',
    message: ({ scopes, complete }) =>
      [
        `Appen ber Maskinporten om ${scopes.join(', ')}.`,
        ...(complete ? [] : ['Den ber om flere som ikke lar seg lese ut av repoet: se scopes/unresolved.']),
      ].join(' '),
    why: ({ scopes, implied }) =>
      [
        'Klienten som Altinn Studio oppretter, har de scopene som er valgt der, og ingen andre; for alle andre avviser Maskinporten forespørselen om token.',
        ...aboutScopes(scopes, 'nb'),
        ...(implied.length === 0
          ? []
          : [`Bare biblioteker ber om ${implied.join(', ')}: det står ikke i appens egen kode.`]),
      ].join(' '),
    next: (data) =>
      [
        ...before.nb(data),
        ...adding.nb(data),
        ...comparing.nb(data),
        'Scopene trer i kraft neste gang appen bygges og publiseres. For å legge dem til trenger du tilgang gjennom Ansattporten; ser du ingen scopes der, spør den som administrerer klientene til virksomheten, eller Altinn servicedesk.',
      ].join(' '),
    about: [
      'Altinn Studio oppretter en Maskinporten-klient for appen med de scopene som er valgt i appens innstillinger, og ingen andre. Dette er listen: det klientene i koden ber om, det som står under `Scope` i innstillingene de binder, og det bibliotekene ber om uten at appen nevner det, for eksempel `ks:fiks` for Fiks Arkiv. Det bare lokale kjøringer ber om, er ikke med, og heller ikke det som hentes med klientdetaljer appen skal beholde selv. Scopes som ikke vises i koden, kan oppgis i konfigurasjonsfilen under `scopes`.',
      'Tre scopes er standard for en tjenesteeier: `altinn:serviceowner`, `altinn:serviceowner/instances.read` og `altinn:serviceowner/instances.write`. Fra og med Altinn.App 8.3 legger én knapp i Maskinporten-fanen dem til; en app på v9 har dem alltid, for Studio legger dem til der de mangler. Ber ikke appen om noe annet, er knappen nok.',
      'Gi `--registered-scopes` en fil med scopene til den gamle klienten i portalen, så forteller funnet hva klienten har som koden ikke ber om, og hva koden ber om som klienten ikke har. Scopes sammenlignes nøyaktig, også store og små bokstaver.',
    ],
    whenNot: [
      'Scopene ligger allerede i Altinn Studio: det kan ingenting i repoet vise.',
      'Appen beholder sin egen klient: velg `own-external` eller `own-built-in` for den, så er scopene dens ikke lenger på listen.',
    ],
  },
};

type Sentences = Readonly<Record<'en' | 'nb', (data: ToAddData) => readonly string[]>>;

const before: Sentences = {
  en: ({ first, buttonEnough, target }) => {
    switch (first) {
      case 'upgrade':
        return ['Upgrade Altinn.App to 8.7 or newer first: before 8.3 the app does not read what Studio provisions.'];
      case 'mend':
        return [
          'Do not add them yet: as the app stands, it breaks at the first deploy after that. Mend the errors found first.',
        ];
      case 'look-up':
        // v9 has the three in any case.
        if (buttonEnough && target === 'v9') return [];
        return ['The app is managed by Altinn Studio, so it may well have them: see there which are missing.'];
      case null:
        return [];
    }
  },
  nb: ({ first, buttonEnough, target }) => {
    switch (first) {
      case 'upgrade':
        return ['Oppgrader Altinn.App til 8.7 eller nyere først: før 8.3 leser ikke appen det Studio leverer.'];
      case 'mend':
        return [
          'Ikke legg dem til ennå: slik appen står nå, slutter den å virke ved første publisering etter det. Rett først feilene som er funnet.',
        ];
      case 'look-up':
        if (buttonEnough && target === 'v9') return [];
        return ['Appen styres av Altinn Studio og har dem gjerne alt: se der om noen mangler.'];
      case null:
        return [];
    }
  },
};

const adding: Sentences = {
  en: ({ scopes, buttonEnough, complete, target }) => {
    if (buttonEnough && target === 'v9') {
      return [
        'These are the default scopes, which every app of v9 has: Altinn Studio adds them by itself where they are missing.',
      ];
    }
    if (buttonEnough) {
      return [
        'The default button in the Maskinporten tab of Altinn Studio is enough: it adds the three default service owner scopes.',
      ];
    }
    return [
      `Add them in the scopes view of the app settings in Altinn Studio: ${scopes.join(', ')}.`,
      ...(target === 'v9' ? ['The three default scopes Studio adds to an app of v9 by itself.'] : []),
      ...(complete ? [] : ['Find out which scopes the unresolved places ask for, and add those too.']),
    ];
  },
  nb: ({ scopes, buttonEnough, complete, target }) => {
    if (buttonEnough && target === 'v9') {
      return [
        'Dette er standardscopene, som alle apper på v9 har: Altinn Studio legger dem til av seg selv der de mangler.',
      ];
    }
    if (buttonEnough) {
      return [
        'Standardknappen i Maskinporten-fanen i Altinn Studio er nok: den legger til de tre standardscopene for tjenesteeiere.',
      ];
    }
    return [
      `Legg dem til i scope-visningen under appens innstillinger i Altinn Studio: ${scopes.join(', ')}.`,
      ...(target === 'v9' ? ['De tre standardscopene legger Studio til av seg selv i en app på v9.'] : []),
      ...(complete ? [] : ['Finn ut hvilke scopes de uavklarte stedene ber om, og legg til dem også.']),
    ];
  },
};

const comparing: Sentences = {
  en: ({ registeredOnly, notRegistered }) => [
    ...(registeredOnly?.length
      ? [
          `The client in the portal also has ${registeredOnly.join(', ')}, which no code here asks for: find out who uses that before leaving it out.`,
        ]
      : []),
    ...(notRegistered?.length
      ? [
          `The client in the portal does not have ${notRegistered.join(', ')}: make sure that the organisation has been given access to it.`,
        ]
      : []),
  ],
  nb: ({ registeredOnly, notRegistered }) => [
    ...(registeredOnly?.length
      ? [
          `Klienten i portalen har også ${registeredOnly.join(', ')}, som ingen kode her ber om: finn ut hvem som bruker det, før det utelates.`,
        ]
      : []),
    ...(notRegistered?.length
      ? [`Klienten i portalen har ikke ${notRegistered.join(', ')}: kontroller at virksomheten har fått tilgang.`]
      : []),
  ],
};
