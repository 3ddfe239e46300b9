/** Why a comment that was to let a finding stand does not. */
export type CommentFault =
  | { readonly code: 'malformed' | 'no-reason' | 'committed-key' | 'not-read' }
  | { readonly code: 'unknown-rule'; readonly rule: string }
  | { readonly code: 'bad-date'; readonly date: string };

/** Why a line of a baseline is no entry. */
export type EntryFault =
  | { readonly code: 'not-an-entry' | 'no-fingerprint' | 'committed-key' }
  | { readonly code: 'unknown-key' | 'no-text'; readonly key: string }
  | { readonly code: 'unknown-rule'; readonly rule: string };

/** About what lets findings stand, in the configuration or in a comment, and about what a baseline knows. */
export interface SuppressionWords {
  readonly expired: (rule: string, path: string, date: string) => string;
  readonly unused: (rule: string, path: string) => string;
  readonly commentExpired: (place: string, rule: string, date: string) => string;
  readonly commentUnused: (place: string, rule: string) => string;
  /** `place` is a file, with the line in one that could be read. */
  readonly commentFaulty: (place: string, fault: CommentFault) => string;
  /** In place of a reason. */
  readonly inBaseline: string;
  readonly known: (count: number) => string;
  readonly baselineExpected: string;
  readonly baselineFaulty: (place: string, fault: EntryFault) => string;
  readonly baselineLeft: (file: string, count: number, isRewritten: boolean) => string;
  readonly baselineEntry: (rule: string, app: string, path: string) => string;
  readonly baselineWritten: (file: string, count: number) => string;
  readonly baselineUnread: (file: string, count: number) => string;
  readonly baselineKeys: (file: string, count: number) => string;
}

export const suppressionsEn: SuppressionWords = {
  expired: (rule, path, date) =>
    `The suppression of ${rule} in ${path} expired on ${date}, and no longer suppresses anything.`,
  unused: (rule, path) => `The suppression of ${rule} in ${path} fits no finding; it can go.`,
  commentExpired: (place, rule, date) =>
    `${place}: the comment that suppresses ${rule} expired on ${date}, and no longer suppresses anything.`,
  commentUnused: (place, rule) => `${place}: the comment that suppresses ${rule} fits no finding; it can go.`,
  commentFaulty: (place, fault) => `${place}: the comment suppresses nothing: ${faultEn(fault)}`,
  inBaseline: 'In the baseline.',
  known: (count) => `${count === 1 ? '1 finding is' : `${count} findings are`} in the baseline, and not counted.`,
  baselineExpected: 'the lines that "audit --write-baseline" writes, or a report by "audit --format json"',
  baselineFaulty: (place, fault) => `${place} is no entry of a baseline: ${entryFaultEn(fault)}`,
  baselineLeft: (file, count, isRewritten) => {
    const entries = count === 1 ? '1 entry fits no finding any more' : `${count} entries fit no finding any more`;
    return `${file}: ${entries}${isRewritten ? ', and no longer stands there.' : '; --write-baseline leaves such out.'}`;
  },
  baselineEntry: (rule, app, path) => `${rule} in ${path} of ${app}`,
  baselineWritten: (file, count) => `${file} knows ${count === 1 ? '1 finding' : `${count} findings`} now.`,
  baselineUnread: (file, count) =>
    `${count === 1 ? '1 file' : `${count} files`} could not be read as usual: what is in them is not in ${file}.`,
  baselineKeys: (file, count) =>
    `${count === 1 ? '1 private key is' : `${count} private keys are`} left out of ${file}: a key must be changed, or be allowed in maskinflytt.config.json.`,
};

export const suppressionsNb: SuppressionWords = {
  expired: (rule, path, date) => `Unntaket for ${rule} i ${path} gikk ut ${date} og gjelder ikke lenger.`,
  unused: (rule, path) => `Unntaket for ${rule} i ${path} passer ikke på noe funn; det kan fjernes.`,
  commentExpired: (place, rule, date) =>
    `${place}: Kommentaren med unntak for ${rule} gikk ut ${date} og gjelder ikke lenger.`,
  commentUnused: (place, rule) =>
    `${place}: Kommentaren med unntak for ${rule} passer ikke på noe funn; den kan fjernes.`,
  commentFaulty: (place, fault) => `${place}: Kommentaren gir ikke noe unntak: ${faultNb(fault)}`,
  inBaseline: 'Står i grunnlinjen.',
  known: (count) => `${count} funn står i grunnlinjen og telles ikke.`,
  baselineExpected: 'linjene som «audit --write-baseline» skriver, eller en rapport fra «audit --format json»',
  baselineFaulty: (place, fault) => `${place} er ikke en linje i en grunnlinje: ${entryFaultNb(fault)}`,
  baselineLeft: (file, count, isRewritten) => {
    const entries = `${count === 1 ? '1 linje' : `${count} linjer`} passer ikke lenger på noe funn`;
    return `${file}: ${entries}${isRewritten ? ' og er tatt bort.' : '; --write-baseline tar slike bort.'}`;
  },
  baselineEntry: (rule, app, path) => `${rule} i ${path} i ${app}`,
  baselineWritten: (file, count) => `${file} har nå ${count} funn.`,
  baselineUnread: (file, count) =>
    `${count === 1 ? '1 fil' : `${count} filer`} kunne ikke leses som vanlig: Det som står i dem, er ikke med i ${file}.`,
  baselineKeys: (file, count) =>
    `${count === 1 ? '1 privat nøkkel er' : `${count} private nøkler er`} ikke med i ${file}: En nøkkel må byttes, eller tillates i maskinflytt.config.json.`,
};

const forms = 'maskinflytt-ignore <rule>: <reason>';
const formsNb = 'maskinflytt-ignore <regel>: <begrunnelse>';

function faultEn(fault: CommentFault): string {
  switch (fault.code) {
    case 'malformed':
      return `write "${forms}", with "until YYYY-MM-DD" before the colon if it is to expire.`;
    case 'no-reason':
      return `it gives no reason; write "${forms}".`;
    case 'committed-key':
      return 'a private key may stand only where maskinflytt.config.json says so.';
    case 'not-read':
      return 'the file could not be parsed.';
    case 'unknown-rule':
      return `there is no rule "${fault.rule}".`;
    case 'bad-date':
      return `"until" wants a date as YYYY-MM-DD, and "${fault.date}" is none.`;
  }
}

function faultNb(fault: CommentFault): string {
  switch (fault.code) {
    case 'malformed':
      return `skriv «${formsNb}», med «until ÅÅÅÅ-MM-DD» foran kolonet hvis unntaket skal gå ut.`;
    case 'no-reason':
      return `den har ingen begrunnelse; skriv «${formsNb}».`;
    case 'committed-key':
      return 'en privat nøkkel kan bare stå når maskinflytt.config.json sier det.';
    case 'not-read':
      return 'filen kunne ikke tolkes.';
    case 'unknown-rule':
      return `det finnes ingen regel «${fault.rule}».`;
    case 'bad-date':
      return `«until» skal ha en dato som ÅÅÅÅ-MM-DD, og «${fault.date}» er ingen.`;
  }
}

function entryFaultEn(fault: EntryFault): string {
  switch (fault.code) {
    case 'not-an-entry':
      return 'it is not one object of JSON.';
    case 'no-fingerprint':
      return '"fingerprint" must be 32 hexadecimal digits in lower case.';
    case 'committed-key':
      return 'a private key may stand only where maskinflytt.config.json says so.';
    case 'unknown-key':
      return `unknown key "${fault.key}".`;
    case 'no-text':
      return `"${fault.key}" must be a text.`;
    case 'unknown-rule':
      return `there is no rule "${fault.rule}".`;
  }
}

function entryFaultNb(fault: EntryFault): string {
  switch (fault.code) {
    case 'not-an-entry':
      return 'den er ikke ett JSON-objekt.';
    case 'no-fingerprint':
      return '«fingerprint» skal være 32 heksadesimale siffer med små bokstaver.';
    case 'committed-key':
      return 'en privat nøkkel kan bare stå når maskinflytt.config.json sier det.';
    case 'unknown-key':
      return `ukjent nøkkel «${fault.key}».`;
    case 'no-text':
      return `«${fault.key}» skal være en tekst.`;
    case 'unknown-rule':
      return `det finnes ingen regel «${fault.rule}».`;
  }
}
