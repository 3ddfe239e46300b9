/** What stands in a SARIF log beside what all reports say. */
export interface SarifWords {
  /** `is` tells what the tier means; `others` is how many findings more the change takes away. */
  readonly fix: (tier: string, is: string, phase: string, others: number) => string;
  readonly suppressed: (reason: string, expires: string | null) => string;
  readonly rootOfRepo: string;
  readonly rootOfRun: string;
  readonly resultsLeftOut: (count: number) => string;
  readonly fixesLeftOut: string;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const sarifEn: SarifWords = {
  fix: (tier, is, phase, others) =>
    [
      `${sentence(tier)} – ${is}.`,
      ...(others === 0
        ? []
        : [`It takes away ${others} more ${others === 1 ? 'finding' : 'findings'}, which cannot go one by one.`]),
      `Verified as part of phase ${phase}: maskinflytt fix --phase ${phase} makes it${phase === 'prepare' ? '' : ', and keeps the migration record up to date'}.`,
    ].join(' '),
  suppressed: (reason, expires) => (expires === null ? reason : `${reason} (until ${expires})`),
  rootOfRepo: 'The root of the repo.',
  rootOfRun: 'The path that was given, or the current folder where several were: the run went over several repos.',
  resultsLeftOut: (count) =>
    `${count} ${count === 1 ? 'result is' : 'results are'} left out, the least severe, because GitHub would refuse the file. The other formats of audit have them.`,
  fixesLeftOut: 'Fixes are left out, because GitHub would refuse the file. maskinflytt fix makes them.',
};

export const sarifNb: SarifWords = {
  fix: (tier, is, phase, others) =>
    [
      `${sentence(tier)} – ${is}.`,
      ...(others === 0 ? [] : [`Den fjerner ${others} funn til, som ikke kan tas ett for ett.`]),
      `Verifisert som en del av fasen ${phase}: maskinflytt fix --phase ${phase} gjør endringen${phase === 'prepare' ? '' : ' og holder flytteloggen oppdatert'}.`,
    ].join(' '),
  suppressed: (reason, expires) => (expires === null ? reason : `${reason} (til og med ${expires})`),
  rootOfRepo: 'Roten av repoet.',
  rootOfRun:
    'Stien som ble gitt, eller mappen kommandoen ble kjørt i når det var flere: kjøringen gjaldt flere repoer.',
  resultsLeftOut: (count) =>
    `${count} funn er utelatt, de minst alvorlige, fordi GitHub ellers ville avvist filen. De andre formatene til audit har dem med.`,
  fixesLeftOut: 'Endringer er utelatt, fordi GitHub ellers ville avvist filen. maskinflytt fix gjør dem.',
};
