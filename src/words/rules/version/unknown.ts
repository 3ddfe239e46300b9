import type { BilingualRuleWords } from '../../bilingual.ts';

export interface UnknownVersionData {
  /** Which reference has no version, as written; null when the app library is not referenced at all. */
  readonly declared: string | null;
}

export const unknownVersion: BilingualRuleWords<UnknownVersionData> = {
  en: {
    title: 'No version of the app library was found',
    message: ({ declared }) =>
      declared === null
        ? 'No project file of this app says which version of Altinn.App it uses.'
        : `The version of Altinn.App is written as ${declared}, and from that alone it cannot be told what the library can do.`,
    why: () => 'What exists differs by version, so nothing that depends on it is offered as a patch.',
    next: () =>
      'Write the version in the project file or in Directory.Packages.props, or run the audit where the file that sets it is present.',
    about: [
      'The version is read from `PackageReference` in the project, from `Directory.Packages.props` and from `Directory.Build.props` upwards to the root of the repo, properties and simple conditions included. When it comes from elsewhere – an environment variable, a package outside the repo – it is not guessed.',
    ],
    whenNot: ['The build sets the version on purpose: findings are still reported, only patches are not.'],
  },
  nb: {
    title: 'Fant ingen versjon av appbiblioteket',
    message: ({ declared }) =>
      declared === null
        ? 'Ingen prosjektfil i appen sier hvilken versjon av Altinn.App den bruker.'
        : `Versjonen av Altinn.App er skrevet som ${declared}, og ut fra det alene lar det seg ikke si hva biblioteket kan.`,
    why: () => 'Hva som finnes, varierer med versjonen. Derfor foreslås ingen endring som avhenger av den.',
    next: () =>
      'Skriv versjonen i prosjektfilen eller i Directory.Packages.props, eller kjør kontrollen der filen som setter den, finnes.',
    about: [
      'Versjonen leses fra `PackageReference` i prosjektet, fra `Directory.Packages.props` og fra `Directory.Build.props` oppover til roten av repoet, også egenskaper og enkle betingelser. Kommer den fra et annet sted – en miljøvariabel, en pakke utenfor repoet – blir den ikke gjettet.',
    ],
    whenNot: ['Byggingen setter versjonen med vilje: funnene meldes likevel, bare endringene uteblir.'],
  },
};
