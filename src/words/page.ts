import { plural } from './plural.ts';
/** What stands in reports that are handed to somebody, beside what all reports say. */
export interface PageWords {
  readonly title: string;
  /** Ahead of what is said of the app: how it stands, and what flips it to the provisioned credentials. */
  readonly status: string;
  readonly trigger: string;
  readonly nextPhase: string;
  /** What people decided of credentials that stay the app's own. */
  readonly decided: string;
  readonly version: string;
  /** Above the choices that are still to be made. */
  readonly decisions: string;
  readonly whoWins: string;
  /** Above the list of sources. */
  readonly sources: string;
  /** Ahead of the keys that a source supplies. */
  readonly supplies: string;
  /** Ahead of the keys that a source supplies if it has them. */
  readonly maySupply: string;
  /** Ahead of the keys of which nobody can tell who supplies them. */
  readonly undecided: string;
  readonly precedence: string;
  readonly key: string;
  readonly winner: string;
  readonly reason: string;
  readonly policy: string;
  readonly findings: string;
  /** In place of a line of a file that holds what may be a key. */
  readonly lineHidden: string;
  readonly patches: string;
  readonly phaseNamed: (phase: string, about: string) => string;
  /** Ahead of a command. */
  readonly printedBy: string;
  readonly changed: (added: number, removed: number) => string;
  /** What the file is that remembers what was moved. */
  readonly record: string;
  readonly diffHidden: string;
  /** Ahead of a command. */
  readonly moreLines: (count: number) => string;
  /** Above the commands to type now. */
  readonly next: string;
  /** What of the repos could not be read, and the paths without an app. */
  readonly notAnalysed: string;
  readonly skip: string;
  /** The name of a list of the parts of the page. */
  readonly contents: string;
  readonly overview: string;
  readonly overviewCaption: string;
  readonly app: string;
  /** In a table, where there are no findings. */
  readonly none: string;
  readonly backToOverview: string;
}

const nonZero = (count: number, one: string, many: string) => (count === 0 ? [] : [plural(count, one, many)]);

export const pageEn: PageWords = {
  title: 'Maskinporten credentials: audit',
  status: 'Status',
  trigger: 'What makes it switch',
  nextPhase: 'Next phase',
  decided: 'Decided',
  version: 'Version',
  decisions: 'To be decided first',
  whoWins: 'Who wins',
  sources: 'Configuration sources in the order they are added; the last one that has a key wins:',
  supplies: 'supplies',
  maySupply: 'may supply',
  undecided: 'Undecided',
  precedence:
    'Who supplies each key of the default section, once scopes are added in Altinn Studio and the app is deployed',
  key: 'Key',
  winner: 'Supplied by',
  reason: 'Because',
  policy: 'Policy',
  findings: 'Findings',
  lineHidden: '(not shown: this line may hold a key)',
  patches: 'Patches',
  phaseNamed: (phase, about) => `Phase ${phase}: ${about}`,
  printedBy: 'Printed by',
  changed: (added, removed) =>
    [...nonZero(added, 'line added', 'lines added'), ...nonZero(removed, 'line removed', 'lines removed')].join(', '),
  record: 'the migration record, which remembers what the code forgets',
  diffHidden:
    'not shown, because the diff would show a key. Move the key out of the file first, or use fix --write, which shows nothing.',
  moreLines: (count) => `${plural(count, 'line', 'lines')} more; all of it is printed by`,
  next: 'What next',
  notAnalysed: 'Not analysed',
  skip: 'Skip to the content',
  contents: 'On this page',
  overview: 'Overview',
  overviewCaption: 'Every app, how it stands and what was found in it',
  app: 'App',
  none: 'none',
  backToOverview: 'Back to the overview',
};

export const pageNb: PageWords = {
  title: 'Klientdetaljer for Maskinporten: kontroll',
  status: 'Status',
  trigger: 'Hva som utløser byttet',
  nextPhase: 'Neste fase',
  decided: 'Avgjort',
  version: 'Versjon',
  decisions: 'Må avgjøres først',
  whoWins: 'Hvem som vinner',
  sources: 'Konfigurasjonskilder i den rekkefølgen de legges til; den siste som har en nøkkel, vinner:',
  supplies: 'leverer',
  maySupply: 'leverer kanskje',
  undecided: 'Ikke avgjort',
  precedence:
    'Hvem som leverer hver nøkkel i standardseksjonen når scopes er lagt til i Altinn Studio og appen er publisert',
  key: 'Nøkkel',
  winner: 'Leveres av',
  reason: 'Fordi',
  policy: 'Tilgangsregler',
  findings: 'Funn',
  lineHidden: '(vises ikke: linjen kan inneholde en nøkkel)',
  patches: 'Ferdige endringer',
  phaseNamed: (phase, about) => `Fasen ${phase}: ${about}`,
  printedBy: 'Skrives ut av',
  changed: (added, removed) =>
    [
      ...nonZero(added, 'linje lagt til', 'linjer lagt til'),
      ...nonZero(removed, 'linje fjernet', 'linjer fjernet'),
    ].join(', '),
  record: 'flytteloggen, som husker det koden glemmer',
  diffHidden:
    'vises ikke, for den ville vist en nøkkel. Flytt nøkkelen ut av filen først, eller bruk fix --write, som ikke viser noe.',
  moreLines: (count) => `${plural(count, 'linje', 'linjer')} til; alt skrives ut av`,
  next: 'Neste steg',
  notAnalysed: 'Ikke analysert',
  skip: 'Gå til innholdet',
  contents: 'På denne siden',
  overview: 'Oversikt',
  overviewCaption: 'Alle appene, hvordan de står, og hva som ble funnet i dem',
  app: 'App',
  none: 'ingen',
  backToOverview: 'Tilbake til oversikten',
};
