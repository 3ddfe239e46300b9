import type { App } from '../app/app.ts';
import type { Doubt } from '../app/policy/doubt.ts';
import type { Policy, PolicyRule } from '../app/policy/policy.ts';
import type { Answer, StateRights } from '../app/policy/rights.ts';
import { lineStarts, positionAt } from '../files/lines.ts';
import type { FileRange } from '../location.ts';
import type { AnswerName } from '../words/policy.ts';
import type { Words } from '../words/words.ts';
import { redact } from './redact.ts';
import type { AppReport, PolicyAnswerReport, PolicyStateReport, RuleBehind } from './report.ts';

/** More rules than these behind one answer, and more lines for one sentence, are counted, not named. */
const mostRules = 20;
const mostLines = 5;

type Facts = Pick<App, 'workspace' | 'policy' | 'rights'>;

/** What the policy lets the service owner do; of an app without one that could be read, only that. */
export function policyReport(app: Facts, words: Words): AppReport['policy'] {
  const { policy, rights } = app;
  if (policy.kind !== 'policy' || rights === null) {
    const unread = policy.kind === 'unread' ? policy.at.file : null;
    return { org: null, file: null, actions: {}, states: [], reasons: [words.policy.nothingKnown(unread)] };
  }
  const places = new Places(app, policy.policy);
  return {
    org: rights.org,
    file: policy.policy.file,
    // An own type of a task is an action too, so these names come out of a file as much as any value.
    actions: Object.fromEntries(rights.actions.map((action) => [redact(action), inAll(rights.states, action)])),
    states: rights.states.map((one) => stateReport(one, places)),
    reasons: reasonsOf(rights.states, places, words),
  };
}

/** As bad as it is in any state. */
function inAll(states: readonly StateRights[], action: string): AnswerName {
  const kinds = new Set(states.map(({ answers }) => answers.get(action)?.kind));
  if (kinds.has('missing')) return 'missing';
  return kinds.has('inconclusive') ? 'inconclusive' : 'granted';
}

function stateReport({ state, answers }: StateRights, places: Places): PolicyStateReport {
  return {
    state: state.kind,
    id: 'id' in state ? state.id : null,
    type: 'type' in state ? state.type : null,
    actions: Object.fromEntries([...answers].map(([action, answer]) => [redact(action), answerReport(answer, places)])),
  };
}

function answerReport(answer: Answer, places: Places): PolicyAnswerReport {
  const starts = [...new Set(rangesBehind(answer).map(({ start }) => start))].sort((a, b) => a - b);
  const behind = new Map<PolicyRule | number, number>();
  for (const start of starts) {
    const around = places.ruleAround(start) ?? start;
    if (!behind.has(around)) behind.set(around, start);
  }
  const rules = [...behind].slice(0, mostRules).map(([around, start]): RuleBehind => {
    return { rule: typeof around === 'number' ? null : around.id, line: places.lineOf(start) };
  });
  return { answer: answer.kind, rules, more: behind.size - rules.length };
}

function rangesBehind(answer: Answer): readonly FileRange[] {
  switch (answer.kind) {
    case 'granted':
      return answer.by.map(({ at }) => at);
    case 'inconclusive':
      return answer.because.map(({ at }) => at);
    case 'missing':
      return [];
  }
}

/** Each sentence once, with the lines of everything it is about. */
function reasonsOf(states: readonly StateRights[], places: Places, { policy }: Words): readonly string[] {
  const linesOf = new Map<string, Set<number>>();
  for (const doubt of new Set(states.flatMap((state) => [...state.answers.values()].flatMap(doubtsOf)))) {
    const sentence = policy.doubt(doubt);
    linesOf.set(sentence, (linesOf.get(sentence) ?? new Set()).add(places.lineOf(doubt.at.start)));
  }
  return [...linesOf].map(([sentence, lines]) => {
    const inOrder = [...lines].sort((a, b) => a - b);
    return policy.at(sentence, inOrder.slice(0, mostLines), Math.max(0, inOrder.length - mostLines));
  });
}

function doubtsOf(answer: Answer): readonly Doubt[] {
  return answer.kind === 'inconclusive' ? answer.because : [];
}

/** One rule may stand behind every answer of a large process, and a policy may have many: nothing is searched for twice. */
class Places {
  readonly #lineStarts: readonly number[];

  constructor(
    { workspace }: Facts,
    private readonly policy: Policy,
  ) {
    const read = workspace.read(policy.file);
    this.#lineStarts = lineStarts(read.kind === 'text' ? read.source.text : '');
  }

  lineOf(offset: number): number {
    return positionAt(this.#lineStarts, offset).line;
  }

  /** The rule in which something stands; rules stand in the order of the file, and none in another. */
  ruleAround(offset: number): PolicyRule | null {
    const { rules } = this.policy;
    let low = 0;
    let high = rules.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rules[middle]?.at.end ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    const rule = rules[low];
    return rule !== undefined && rule.at.start <= offset ? rule : null;
  }
}
