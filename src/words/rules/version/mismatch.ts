import type { BilingualRuleWords } from '../../bilingual.ts';

export interface MismatchData {
  readonly api: string;
  readonly core: string;
}

export const mismatch: BilingualRuleWords<MismatchData> = {
  en: {
    title: 'Altinn.App.Api and Altinn.App.Core have different versions',
    message: ({ api, core }) => `Altinn.App.Api is ${api}, Altinn.App.Core is ${core}.`,
    why: () =>
      'The two are released together and call into each other. With different versions a build may succeed and a method be missing when the app runs; and which Maskinporten features exist depends on both.',
    next: () => 'Give both the same version, the newer of the two, and build.',
    about: [
      '`Altinn.App.Api` needs `Altinn.App.Core` of its own version. When a project names both with different versions, NuGet takes what it is told, and the combination is one that nobody has tested.',
    ],
    whenNot: ['You are testing a preview of one of them on purpose.'],
  },
  nb: {
    title: 'Altinn.App.Api og Altinn.App.Core har ulike versjoner',
    message: ({ api, core }) => `Altinn.App.Api er ${api}, Altinn.App.Core er ${core}.`,
    why: () =>
      'De to gis ut sammen og kaller hverandre. Med ulike versjoner kan byggingen lykkes og en metode likevel mangle når appen kjører; og hvilke Maskinporten-funksjoner som finnes, avhenger av begge.',
    next: () => 'Gi begge samme versjon, den nyeste av de to, og bygg.',
    about: [
      '`Altinn.App.Api` trenger `Altinn.App.Core` i sin egen versjon. Når et prosjekt nevner begge med ulike versjoner, tar NuGet det den får beskjed om, og kombinasjonen er det ingen som har testet.',
    ],
    whenNot: ['Du prøver en forhåndsversjon av en av dem med vilje.'],
  },
};
