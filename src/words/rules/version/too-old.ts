import type { BilingualRuleWords } from '../../bilingual.ts';

export interface TooOldData {
  /** As the project declares it. */
  readonly version: string;
  /** What the version lacks. */
  readonly missing: 'provisioned-file' | 'exchange';
  /** The oldest release that can take the move, and the one to go to. */
  readonly needed: string;
  readonly advised: string;
  /** Whether the app has anything of Maskinporten to move. */
  readonly hasSomethingToMove: boolean;
}

export const tooOld: BilingualRuleWords<TooOldData> = {
  en: {
    title: 'The app library is too old for credentials managed by Altinn Studio',
    message: ({ version, needed, missing }) =>
      missing === 'exchange'
        ? `The built-in client of Altinn.App ${version} does not exchange tokens, and a client of this app does; ${needed} is the first that can.`
        : `Altinn.App ${version} does not read provisioned credentials; ${needed} is the first that can.`,
    why: ({ hasSomethingToMove, missing }) =>
      missing === 'exchange'
        ? 'Clients that need an Altinn token cannot move before the upgrade.'
        : hasSomethingToMove
          ? 'Nothing of what the app does with Maskinporten can move before the upgrade.'
          : 'The app does not use Maskinporten, so nothing has to move; should it ever, the upgrade comes first.',
    next: ({ advised }) =>
      `Upgrade Altinn.App.Api and Altinn.App.Core to ${advised} or newer, best the newest release of version 8, in a pull request of its own; then audit again.`,
    about: [
      'From 8.3 the app reads the `maskinporten-settings.json` that Altinn Studio mounts, and has a client of its own for it. Older versions have neither, so no change in the app can make them use it.',
      'Only from 8.5 does the built-in client exchange its token for an Altinn token: an app on 8.3 with a client that needs one has to be upgraded as well.',
      'Go to 8.7 or newer, not to 8.5–8.6: those two know only the British spelling of the methods that the rest of v8 and v9 spell the American way.',
    ],
    whenNot: ['The app is about to be retired: leave it as it is, and keep its client until then.'],
  },
  nb: {
    title: 'Appbiblioteket er for gammelt for klientdetaljer styrt av Altinn Studio',
    message: ({ version, needed, missing }) =>
      missing === 'exchange'
        ? `Den innebygde klienten i Altinn.App ${version} veksler ikke inn tokener, og en klient i denne appen gjør det; ${needed} er den første som kan.`
        : `Altinn.App ${version} leser ikke klientdetaljene fra Studio; ${needed} er den første som kan.`,
    why: ({ hasSomethingToMove, missing }) =>
      missing === 'exchange'
        ? 'Klienter som trenger et Altinn-token, kan ikke flyttes før oppgraderingen.'
        : hasSomethingToMove
          ? 'Ingenting av det appen gjør med Maskinporten, kan flyttes før oppgraderingen.'
          : 'Appen bruker ikke Maskinporten, så ingenting må flyttes; skulle den få bruk for det, kommer oppgraderingen først.',
    next: ({ advised }) =>
      `Oppgrader Altinn.App.Api og Altinn.App.Core til ${advised} eller nyere, helst den nyeste utgivelsen av versjon 8, i et eget endringsforslag, og kjør kontrollen på nytt.`,
    about: [
      'Fra og med 8.3 leser appen `maskinporten-settings.json` som Altinn Studio legger inn, og har en egen klient for den. Eldre versjoner har ingen av delene, så ingen endring i appen kan få dem til å bruke den.',
      'Først fra og med 8.5 veksler den innebygde klienten tokenet sitt inn i et Altinn-token: en app på 8.3 med en klient som trenger det, må også oppgraderes.',
      'Gå til 8.7 eller nyere, ikke til 8.5–8.6: de to kjenner bare den britiske skrivemåten av metodene som resten av v8 og v9 skriver på amerikansk.',
    ],
    whenNot: ['Appen skal snart avvikles: la den være, og behold klienten så lenge.'],
  },
};
