import type { BilingualRuleWords } from '../../bilingual.ts';

export interface LibraryBringsClientData {
  readonly id: string;
  /** As declared; null when it cannot be read. */
  readonly version: string | null;
  readonly library: 'dan' | 'dialogporten' | 'correspondence';
  /** Whether id and version tell that it registers the client; if not, it may be one that does. */
  readonly certain: boolean;
  /** The method of the built-in client that authorizes an `HttpClient`, as the app's version spells it. */
  readonly method: string;
}

export const libraryBringsClient: BilingualRuleWords<LibraryBringsClientData> = {
  en: {
    title: 'A library registers the external Maskinporten client by itself',
    message: ({ id, version, library, certain }) => {
      const what = `${id}${version === null ? '' : ` ${version}`}`;
      if (certain) return `${what} brings Altinn.ApiClients.Maskinporten and calls its API through it.`;
      switch (library) {
        case 'dan':
          return `${id} ${version === null ? 'is referenced in a version that cannot be read' : `may be resolved from ${version} to a version below 3.0`}: below 3.0 it brings Altinn.ApiClients.Maskinporten and calls its API through it.`;
        case 'dialogporten':
          return `${what} registers a client of Altinn.ApiClients.Maskinporten with settings of its own, unless the app hangs another handler on it, as its newest version allows.`;
        case 'correspondence':
          return `${what} may bring Altinn.ApiClients.Maskinporten and call its API through it.`;
      }
    },
    why: ({ certain }) =>
      `What ${certain ? 'the library' : 'such a library'} calls is authorized by the old client, with its id and key, whatever the code of the app does. As long as that is so, neither the client nor its secrets can be retired.`,
    next: ({ library, method }) => {
      switch (library) {
        case 'dan':
          return `Raise the library to 3.0 or newer: it no longer depends on the external client, and its registration returns the builder of its HttpClient. Hang .${method}("altinn:dataaltinnno") on it, and remove the definition of the old client that only the library used.`;
        case 'dialogporten':
          return `Raise the library to its newest version: its registration takes an Action<IHttpClientBuilder>. Hang .${method}(…) on the builder there, with the scopes that the library asks for today, and remove its Maskinporten settings.`;
        case 'correspondence':
          return 'Look up on nuget.org whether it depends on Altinn.ApiClients.Maskinporten. If so, use the correspondence client that Altinn.App has itself, ICorrespondenceClient: it asks the built-in client for tokens (altinn:serviceowner and altinn:correspondence.write). If the library is to stay, ask those who maintain it for a way to bring your own HttpClient.';
      }
    },
    about: [
      'Some libraries register clients of `Altinn.ApiClients.Maskinporten` inside: `Altinn.ApiClients.Dan` 1 and 2, `Altinn.ApiClients.Dialogporten`, and some that help with correspondence. The code of the app shows a single call, and the settings of the client are passed through it.',
      'Nothing in the app can be rewritten for that. From 3.0 on `Altinn.ApiClients.Dan` returns the builder of its `HttpClient` and leaves the handler to the app; the newest `Altinn.ApiClients.Dialogporten` takes an action on its builder. Then the handler of the built-in client can be hung there. Where the app does that for Dialogporten already, the rule says nothing.',
    ],
    whenNot: ['The library is to keep an identity of its own: leave it, with its section and its secrets.'],
  },
  nb: {
    title: 'Et bibliotek registrerer selv den eksterne Maskinporten-klienten',
    message: ({ id, version, library, certain }) => {
      const what = `${id}${version === null ? '' : ` ${version}`}`;
      if (certain) return `${what} har med seg Altinn.ApiClients.Maskinporten og kaller API-et sitt gjennom den.`;
      switch (library) {
        case 'dan':
          return `${id} ${version === null ? 'er referert i en versjon som ikke lar seg lese' : `kan ut fra ${version} bli en versjon under 3.0`}: under 3.0 har det med seg Altinn.ApiClients.Maskinporten og kaller API-et sitt gjennom den.`;
        case 'dialogporten':
          return `${what} registrerer en klient fra Altinn.ApiClients.Maskinporten med egne innstillinger, med mindre appen henger en annen handler på den, som den nyeste versjonen åpner for.`;
        case 'correspondence':
          return `${what} kan ha med seg Altinn.ApiClients.Maskinporten og kalle API-et sitt gjennom den.`;
      }
    },
    why: ({ certain }) =>
      `Det ${certain ? 'biblioteket' : 'et slikt bibliotek'} kaller, autoriseres av den gamle klienten, med dens id og nøkkel, uansett hva koden i appen gjør. Så lenge det er slik, kan verken klienten eller hemmelighetene avvikles.`,
    next: ({ library, method }) => {
      switch (library) {
        case 'dan':
          return `Løft biblioteket til 3.0 eller nyere: det er ikke lenger avhengig av den eksterne klienten, og registreringen returnerer byggeren til sin HttpClient. Heng .${method}("altinn:dataaltinnno") på den, og fjern definisjonen av den gamle klienten som bare biblioteket brukte.`;
        case 'dialogporten':
          return `Løft biblioteket til nyeste versjon: registreringen tar en Action<IHttpClientBuilder>. Heng .${method}(…) på byggeren der, med scopene biblioteket ber om i dag, og fjern Maskinporten-innstillingene dets.`;
        case 'correspondence':
          return 'Slå opp på nuget.org om det avhenger av Altinn.ApiClients.Maskinporten. Gjør det det, bruk correspondence-klienten Altinn.App selv har, ICorrespondenceClient: den ber den innebygde klienten om tokener (altinn:serviceowner og altinn:correspondence.write). Skal biblioteket bli stående, spør dem som vedlikeholder det, om en måte å ta med sin egen HttpClient på.';
      }
    },
    about: [
      'Noen biblioteker registrerer klienter fra `Altinn.ApiClients.Maskinporten` på innsiden: `Altinn.ApiClients.Dan` 1 og 2, `Altinn.ApiClients.Dialogporten` og enkelte biblioteker som hjelper til med correspondence. Koden i appen viser ett enkelt kall, og innstillingene til klienten sendes med i det.',
      'I appen er det ikke noe å skrive om. Fra og med 3.0 returnerer `Altinn.ApiClients.Dan` byggeren til sin `HttpClient` og overlater handleren til appen; den nyeste `Altinn.ApiClients.Dialogporten` tar en handling på byggeren sin. Da kan handleren til den innebygde klienten henges på der. Gjør appen det alt for Dialogporten, sier regelen ingenting.',
    ],
    whenNot: ['Biblioteket skal beholde en egen identitet: la det være, med seksjonen og hemmelighetene sine.'],
  },
};
