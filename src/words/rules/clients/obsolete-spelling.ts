import type { BilingualRuleWords } from '../../bilingual.ts';

export interface ObsoleteSpellingData {
  readonly from: string;
  readonly to: string;
  readonly target: 'v8' | 'v9';
}

export const obsoleteSpelling: BilingualRuleWords<ObsoleteSpellingData> = {
  en: {
    title: 'British spelling of a method that has an American one',
    message: ({ from, to }) => `${from} is obsolete: the same method is called ${to}.`,
    why: ({ target }) =>
      target === 'v9'
        ? 'The British spelling is gone in v9: the app does not compile with it.'
        : 'Both spellings do the same from 8.7 on, the British one with a compiler warning. v9 has only the American one.',
    next: ({ to }) => `Rename the call to ${to}; its arguments stay as they are.`,
    about: [
      'Altinn.App 8.5 and 8.6 know only `UseMaskinportenAuthorisation` and `UseMaskinportenAltinnAuthorisation`. From 8.7 the American `…Authorization` exists and the British names are obsolete; v9 removed them.',
      'The fix renames the method and touches nothing else. On 8.5–8.6 the British names are the right ones, and the rule is silent.',
    ],
    whenNot: ['The app is on 8.5 or 8.6: upgrade to 8.7 or newer first.'],
  },
  nb: {
    title: 'Britisk skrivemåte av en metode som har en amerikansk',
    message: ({ from, to }) => `${from} er utdatert: den samme metoden heter ${to}.`,
    why: ({ target }) =>
      target === 'v9'
        ? 'Den britiske skrivemåten er borte i v9: appen kompilerer ikke med den.'
        : 'Begge skrivemåtene gjør det samme fra og med 8.7, den britiske med en advarsel fra kompilatoren. v9 har bare den amerikanske.',
    next: ({ to }) => `Endre navnet til ${to}; argumentene blir som de er.`,
    about: [
      'Altinn.App 8.5 og 8.6 kjenner bare `UseMaskinportenAuthorisation` og `UseMaskinportenAltinnAuthorisation`. Fra og med 8.7 finnes den amerikanske `…Authorization`, og de britiske navnene er utdatert; i v9 er de fjernet.',
      'Endringen bytter navnet på metoden og rører ikke noe annet. På 8.5–8.6 er de britiske navnene de riktige, og da sier regelen ingenting.',
    ],
    whenNot: ['Appen er på 8.5 eller 8.6: oppgrader til 8.7 eller nyere først.'],
  },
};
