import type { BilingualRuleWords } from '../../bilingual.ts';

export interface DefaultPathData {
  readonly method: string;
  /** The default path as the app writes it, in whatever casing. */
  readonly path: string;
  readonly target: 'v8' | 'v9';
  /** Whether no other call configures the client in the same start. */
  readonly alone: boolean;
  readonly order: 'before-app-services' | 'after-app-services' | 'unknown';
}

export const defaultPath: BilingualRuleWords<DefaultPathData> = {
  en: {
    title: 'The default path is bound by hand',
    message: ({ method, path }) => `${method}("${path}") binds the path that the built-in client reads anyway.`,
    why: ({ target, method }) =>
      target === 'v9'
        ? `In v9 ${method} does not exist: the app does not compile until the call is gone.`
        : 'Configuration keys ignore case, so this is the default section. Bound first and alone, the call changes nothing in v8; in v9 it does not compile.',
    next: ({ alone, order }) => {
      if (!alone) {
        return 'Other calls configure the client as well, and each lays its section over those before it. Find out which keys the client is left with when this call is gone, then remove it.';
      }
      return order === 'before-app-services'
        ? 'Remove the call. Which credentials the app uses does not change by it.'
        : 'Remove the call, and verify in TT02 that the app still gets its tokens with the same credentials.';
    },
    about: [
      'The built-in client binds `MaskinportenSettings` by itself when nothing configured it before `AddAltinnAppServices`. A call that names the same path, in any casing, does by hand what would happen anyway.',
      'Several such calls stack: each binds its section on top of the one before. So removing one is safe only when it is the only one and stands before `AddAltinnAppServices`; otherwise the patch asks for a look.',
    ],
    whenNot: ['The app stays on v8 and you prefer to see the path in the code: the call does no harm there.'],
  },
  nb: {
    title: 'Standardstien er bundet for hånd',
    message: ({ method, path }) => `${method}("${path}") binder stien den innebygde klienten leser uansett.`,
    why: ({ target, method }) =>
      target === 'v9'
        ? `I v9 finnes ikke ${method}: appen kompilerer ikke før kallet er borte.`
        : 'Konfigurasjonsnøkler skiller ikke mellom store og små bokstaver, så dette er standardstien. Står kallet først og alene, endrer det ingenting i v8; i v9 kompilerer det ikke.',
    next: ({ alone, order }) => {
      if (!alone) {
        return 'Andre kall konfigurerer også klienten, og hvert av dem legger seksjonen sin over de forrige. Finn ut hvilke nøkler klienten står igjen med når dette kallet er borte, og fjern det så.';
      }
      return order === 'before-app-services'
        ? 'Fjern kallet. Hvilke klientdetaljer appen bruker, endres ikke av det.'
        : 'Fjern kallet, og verifiser i TT02 at appen fortsatt får tokener med de samme klientdetaljene.';
    },
    about: [
      'Den innebygde klienten binder `MaskinportenSettings` selv når ingenting har konfigurert den før `AddAltinnAppServices`. Et kall som nevner den samme stien, med store eller små bokstaver, gjør for hånd det som ville skjedd uansett.',
      'Flere slike kall legges oppå hverandre: hvert av dem binder sin seksjon over den forrige. Å fjerne ett er derfor trygt bare når det er det eneste og står før `AddAltinnAppServices`; ellers bør noen se på endringen.',
    ],
    whenNot: ['Appen blir på v8, og du vil helst se stien i koden: der gjør kallet ingen skade.'],
  },
};
