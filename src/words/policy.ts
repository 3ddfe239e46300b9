import { enumerated } from './enumerated.ts';
import { policyDoubtEn, policyDoubtNb, type SaidDoubt } from './policy-doubts.ts';

export type AnswerName = 'granted' | 'missing' | 'inconclusive';

/** Where an instance stands, as a row of the matrix is called. */
export type SaidState =
  | { readonly kind: 'task'; readonly id: string; readonly type: string | null }
  | { readonly kind: 'end-event'; readonly id: string }
  | { readonly kind: 'not-started' | 'some-task' | 'some-end-event' };

export interface AllGranted {
  /** As the policy spells it. */
  readonly org: string | null;
  /** Actions that are needed in every state, and those that only some states need. */
  readonly everywhere: readonly string[];
  readonly elsewhere: readonly string[];
  /** The rules behind it. */
  readonly rules: readonly string[];
}

/** What people read of who may do what, in every format. */
export interface PolicyWords {
  /** Above the matrix; the service owner as the policy spells it. */
  readonly title: (org: string | null) => string;
  readonly stateColumn: string;
  readonly state: (state: SaidState) => string;
  readonly answer: Readonly<Record<AnswerName, string>>;
  readonly notNeeded: string;
  /** A rule as a cell names it; its id may be missing. */
  readonly rule: (id: string | null, line: number) => string;
  /** The rules of a cell that are not named for want of room. */
  readonly moreRules: (count: number) => string;
  /** Where the rules stand. */
  readonly linesIn: (file: string) => string;
  readonly doubtsTitle: string;
  /** Why an answer is inconclusive: a sentence. */
  readonly doubt: (doubt: SaidDoubt) => string;
  /** A sentence with the lines it is about, some of which may be left out. */
  readonly at: (sentence: string, lines: readonly number[], leftOut: number) => string;
  /** A sentence about a service owner who lacks nothing. */
  readonly allGranted: (granted: AllGranted) => string;
  /** Why nothing is said of any right; null where there is no file. */
  readonly nothingKnown: (file: string | null) => string;
}

export const policyEn: PolicyWords = {
  title: (org) =>
    org === null ? 'What the policy lets the service owner do' : `What the policy lets the service owner (${org}) do`,
  stateColumn: 'State of the process',
  state: (state) => {
    switch (state.kind) {
      case 'not-started':
        return 'not started';
      case 'task':
        return `task ${state.id}${state.type === null ? '' : ` (${state.type})`}`;
      case 'end-event':
        return `end event ${state.id}`;
      case 'some-task':
        return 'any task (process not read)';
      case 'some-end-event':
        return 'any end event (process not read)';
    }
  },
  answer: { granted: 'granted', missing: 'missing', inconclusive: 'inconclusive' },
  notNeeded: 'not needed',
  rule: (id, line) => (id === null ? `line ${line}` : `rule ${id}, line ${line}`),
  moreRules: (count) => `${count} more`,
  linesIn: (file) => `Lines are those of ${file}.`,
  doubtsTitle: 'Inconclusive because',
  doubt: policyDoubtEn,
  at: (sentence, lines, leftOut) => {
    const shown = lines.join(', ');
    const place = lines.length === 1 && leftOut === 0 ? `Line ${shown}` : `Lines ${shown}`;
    return `${place}${leftOut > 0 ? ` and ${leftOut} more` : ''}: ${sentence}`;
  },
  allGranted: ({ org, everywhere, elsewhere, rules }) => {
    const whom = org === null ? 'the service owner' : `the service owner (${org})`;
    const where = elsewhere.length === 0 ? '' : `, and ${enumerated(elsewhere, 'and')} where that is needed`;
    return `The policy lets ${whom} ${enumerated(everywhere, 'and')} in every state of the process${where} (${rules.join('; ')}).`;
  },
  nothingKnown: (file) =>
    `${file === null ? 'config/authorization/policy.xml is not there' : `${file} could not be read`}, so nothing is said about rights.`,
};

export const policyNb: PolicyWords = {
  title: (org) =>
    org === null ? 'Hva tilgangsreglene lar tjenesteeier gjøre' : `Hva tilgangsreglene lar tjenesteeier (${org}) gjøre`,
  stateColumn: 'Tilstand i prosessen',
  state: (state) => {
    switch (state.kind) {
      case 'not-started':
        return 'ikke startet';
      case 'task':
        return `oppgave ${state.id}${state.type === null ? '' : ` (${state.type})`}`;
      case 'end-event':
        return `slutthendelse ${state.id}`;
      case 'some-task':
        return 'alle oppgaver (prosessen er ikke lest)';
      case 'some-end-event':
        return 'alle slutthendelser (prosessen er ikke lest)';
    }
  },
  answer: { granted: 'gitt', missing: 'mangler', inconclusive: 'uavklart' },
  notNeeded: 'trengs ikke',
  rule: (id, line) => (id === null ? `linje ${line}` : `regel ${id}, linje ${line}`),
  moreRules: (count) => `${count} til`,
  linesIn: (file) => `Linjene er i ${file}.`,
  doubtsTitle: 'Uavklart fordi',
  doubt: policyDoubtNb,
  at: (sentence, lines, leftOut) => {
    const place = `${lines.length === 1 && leftOut === 0 ? 'Linje' : 'Linjene'} ${lines.join(', ')}`;
    return `${place}${leftOut > 0 ? ` og ${leftOut} til` : ''}: ${sentence}`;
  },
  allGranted: ({ org, everywhere, elsewhere, rules }) => {
    const whom = org === null ? 'tjenesteeier' : `tjenesteeier (${org})`;
    const where = elsewhere.length === 0 ? '' : `, og ${enumerated(elsewhere, 'og')} der det trengs`;
    return `Tilgangsreglene gir ${whom} ${enumerated(everywhere, 'og')} i alle tilstander i prosessen${where} (${rules.join('; ')}).`;
  },
  nothingKnown: (file) =>
    `${file === null ? 'config/authorization/policy.xml finnes ikke' : `${file} lot seg ikke lese`}, så ingenting er sagt om rettigheter.`,
};
