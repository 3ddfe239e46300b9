import type { AnswerName, SaidState } from '../words/policy.ts';
import type { Words } from '../words/words.ts';
import type { AppReport, PolicyAnswerReport, PolicyStateReport } from './report.ts';

/** What the policy lets the service owner do, as a table of words: a row for each state, a column for each action. */
export interface PolicyMatrix {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly state: string; readonly cells: readonly PolicyCell[] }[];
  /** Where the lines in the cells are. */
  readonly legend: string | null;
  readonly reasons: readonly string[];
}

export interface PolicyCell {
  readonly answer: AnswerName | 'not-needed';
  readonly word: string;
  /** The rules behind the answer, each with its line. */
  readonly rules: readonly string[];
}

/** What a cell has room for. */
export const mostRules = 3;
const longestId = 24;

/** null where there is nothing to show. */
export function policyMatrix({ org, file, actions, states, reasons }: AppReport['policy'], words: Words) {
  if (file === null || states.length === 0) return null;
  const { policy } = words;
  const columns = Object.keys(actions);
  const rows = states.map((state) => {
    const answers = new Map(Object.entries(state.actions));
    return {
      state: policy.state(saidState(state)),
      cells: columns.map((action) => cellOf(answers.get(action), words)),
    };
  });
  const namesLine = rows.some(({ cells }) => cells.some(({ rules }) => rules.length > 0));
  const matrix: PolicyMatrix = {
    title: policy.title(org),
    columns: [policy.stateColumn, ...columns],
    rows,
    legend: namesLine ? policy.linesIn(file) : null,
    reasons,
  };
  return matrix;
}

function cellOf(answered: PolicyAnswerReport | undefined, { policy }: Words): PolicyCell {
  if (answered === undefined) return { answer: 'not-needed', word: policy.notNeeded, rules: [] };
  return { answer: answered.answer, word: policy.answer[answered.answer], rules: namedRules(answered, policy) };
}

/** As many as there is room for; the others are counted. */
export function namedRules(
  { rules, more }: Pick<PolicyAnswerReport, 'rules' | 'more'>,
  policy: Words['policy'],
): readonly string[] {
  const shown = rules.slice(0, mostRules);
  const left = rules.length - shown.length + more;
  const named = shown.map(({ rule, line }) => policy.rule(rule === null ? null : shortId(rule), line));
  return left > 0 ? [...named, policy.moreRules(left)] : named;
}

/** In JSON every state has the same fields. */
function saidState({ state, id, type }: PolicyStateReport): SaidState {
  switch (state) {
    case 'task':
      return { kind: state, id: id ?? '', type };
    case 'end-event':
      return { kind: state, id: id ?? '' };
    default:
      return { kind: state };
  }
}

/** What tells the rules of a file apart stands at the end of their ids; the line tells the rest. */
function shortId(id: string): string | null {
  const last =
    id
      .split(/[:/#]/)
      .findLast((part) => part.trim() !== '')
      ?.trim() ?? '';
  if (last === '') return null;
  const characters = [...last];
  return characters.length <= longestId ? last : `${characters.slice(0, longestId - 1).join('')}…`;
}
