import type { BilingualRuleWords } from '../../bilingual.ts';

export interface DifferByEnvironmentData {
  readonly section: string;
  /** What each file says, for the environment that it is for. */
  readonly files: readonly { readonly file: string; readonly scopes: readonly string[] }[];
  /** Whether some deployed environment has none. */
  readonly unsetElsewhere: boolean;
}

export const differByEnvironment: BilingualRuleWords<DifferByEnvironmentData> = {
  en: {
    title: 'Scopes differ from one environment to another',
    message: ({ section, files, unsetElsewhere }) =>
      `${section}:Scope is not the same in every environment: ${[
        ...files.map(({ file, scopes }) => `${file} has ${scopes.join(' ')}`),
        ...(unsetElsewhere ? ['another environment has none'] : []),
      ].join('; ')}.`,
    why: () =>
      'The scopes that are chosen in Altinn Studio are built into the app, the same for every environment, and the new code names one list for all.',
    next: () =>
      'Decide which scopes the app needs. If an environment must not have one of them, ask why before the switch; else give all environments the same list and add that in Altinn Studio.',
    about: [
      'The external package takes its scopes from the section that it binds, so `appsettings.Staging.json` and `appsettings.Production.json` can give the client different ones. Altinn Studio has one list of scopes for the app, and after the switch the code names the scopes itself: one list for every environment.',
      'The files are compared as they are merged: an environment without a file of its own has what `appsettings.json` says. `appsettings.Development.json` is never loaded when the app is deployed and does not count, nor does the order of the scopes.',
    ],
    whenNot: ['One of the environments is no longer deployed to: remove its settings file.'],
  },
  nb: {
    title: 'Scopes er ulike fra miljø til miljø',
    message: ({ section, files, unsetElsewhere }) =>
      `${section}:Scope er ikke lik i alle miljøer: ${[
        ...files.map(({ file, scopes }) => `${file} har ${scopes.join(' ')}`),
        ...(unsetElsewhere ? ['et annet miljø har ingen'] : []),
      ].join('; ')}.`,
    why: () =>
      'Scopene som velges i Altinn Studio, bygges inn i appen, like for alle miljøer, og den nye koden nevner én liste for alle.',
    next: () =>
      'Avgjør hvilke scopes appen trenger. Må et miljø være uten et av dem, finn ut hvorfor før byttet; ellers gi alle miljøer samme liste og legg den til i Altinn Studio.',
    about: [
      'Den eksterne pakken tar scopene fra seksjonen den binder, så `appsettings.Staging.json` og `appsettings.Production.json` kan gi klienten ulike. Altinn Studio har én liste over scopes for appen, og etter byttet nevner koden scopene selv: én liste for alle miljøer.',
      'Filene sammenlignes slik de flettes: et miljø uten egen fil har det `appsettings.json` sier. `appsettings.Development.json` lastes aldri når appen er publisert, og teller ikke, og det gjør heller ikke rekkefølgen på scopene.',
    ],
    whenNot: ['Et av miljøene publiseres det ikke lenger til: fjern innstillingsfilen for det.'],
  },
};
