/** Why a comment that was to let a finding stand does not. */
export type CommentFault =
  | { readonly code: 'malformed' | 'no-reason' | 'committed-key' | 'not-read' }
  | { readonly code: 'unknown-rule'; readonly rule: string }
  | { readonly code: 'bad-date'; readonly date: string };

/** About what lets findings stand, in the configuration or in a comment, and about what a baseline knows. */
export interface SuppressionWords {
  readonly expired: (rule: string, path: string, date: string) => string;
  readonly unused: (rule: string, path: string) => string;
  readonly commentExpired: (place: string, rule: string, date: string) => string;
  readonly commentUnused: (place: string, rule: string) => string;
  /** `place` is a file, with the line in one that could be read. */
  readonly commentFaulty: (place: string, fault: CommentFault) => string;
}

export const suppressionsEn: SuppressionWords = {
  expired: (rule, path, date) =>
    `The suppression of ${rule} in ${path} expired on ${date}, and no longer suppresses anything.`,
  unused: (rule, path) => `The suppression of ${rule} in ${path} fits no finding; it can go.`,
  commentExpired: (place, rule, date) =>
    `${place}: the comment that suppresses ${rule} expired on ${date}, and no longer suppresses anything.`,
  commentUnused: (place, rule) => `${place}: the comment that suppresses ${rule} fits no finding; it can go.`,
  commentFaulty: (place, fault) => `${place}: the comment suppresses nothing: ${faultEn(fault)}`,
};

export const suppressionsNb: SuppressionWords = {
  expired: (rule, path, date) => `Unntaket for ${rule} i ${path} gikk ut ${date} og gjelder ikke lenger.`,
  unused: (rule, path) => `Unntaket for ${rule} i ${path} passer ikke på noe funn; det kan fjernes.`,
  commentExpired: (place, rule, date) =>
    `${place}: Kommentaren med unntak for ${rule} gikk ut ${date} og gjelder ikke lenger.`,
  commentUnused: (place, rule) =>
    `${place}: Kommentaren med unntak for ${rule} passer ikke på noe funn; den kan fjernes.`,
  commentFaulty: (place, fault) => `${place}: Kommentaren gir ikke noe unntak: ${faultNb(fault)}`,
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
