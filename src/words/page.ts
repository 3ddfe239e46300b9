/** What stands in reports that are handed to somebody, beside what all reports say. */
export interface PageWords {
  readonly title: string;
  /** Ahead of what is said of the app: how it stands, and what flips it to the provisioned credentials. */
  readonly status: string;
  readonly trigger: string;
  readonly whoWins: string;
  /** Above the list of sources. */
  readonly sources: string;
  readonly precedence: string;
  readonly key: string;
  readonly winner: string;
  readonly reason: string;
  readonly policy: string;
  readonly findings: string;
  /** Above the commands to type now. */
  readonly next: string;
  /** What of the repos could not be read, and the paths without an app. */
  readonly notAnalysed: string;
}

export const pageEn: PageWords = {
  title: 'Maskinporten credentials: audit',
  status: 'Status',
  trigger: 'What makes it switch',
  whoWins: 'Who wins',
  sources: 'Configuration sources in the order they are added; the last one that has a key wins:',
  precedence:
    'Who supplies each key of the default section, once scopes are added in Altinn Studio and the app is deployed',
  key: 'Key',
  winner: 'Supplied by',
  reason: 'Because',
  policy: 'Policy',
  findings: 'Findings',
  next: 'What next',
  notAnalysed: 'Not analysed',
};

export const pageNb: PageWords = {
  title: 'Klientdetaljer for Maskinporten: kontroll',
  status: 'Status',
  trigger: 'Hva som utløser byttet',
  whoWins: 'Hvem som vinner',
  sources: 'Konfigurasjonskilder i den rekkefølgen de legges til; den siste som har en nøkkel, vinner:',
  precedence:
    'Hvem som leverer hver nøkkel i standardseksjonen når scopes er lagt til i Altinn Studio og appen er publisert',
  key: 'Nøkkel',
  winner: 'Leveres av',
  reason: 'Fordi',
  policy: 'Tilgangsregler',
  findings: 'Funn',
  next: 'Neste steg',
  notAnalysed: 'Ikke analysert',
};
