import type { App } from '../app/app.ts';
import type { Doubt } from '../app/policy/doubt.ts';
import type { Policy } from '../app/policy/policy.ts';
import type { Answer, StateRights } from '../app/policy/rights.ts';
import type { FileRange } from '../location.ts';
import type { AnswerName } from '../words/policy.ts';
import type { Words } from '../words/words.ts';
import { locationOf } from './location-of.ts';
import { redact } from './redact.ts';
import type { AppReport, PolicyAnswerReport, PolicyStateReport } from './report.ts';

/** More lines than these for one sentence are counted, not named. */
const mostLines = 5;

type Facts = Pick<App, 'workspace' | 'policy' | 'rights'>;

/** What the policy lets the service owner do; nothing of an app without one that could be read. */
export function policyReport(app: Facts, words: Words): AppReport['policy'] {
  const { policy, rights } = app;
  if (policy.kind !== 'policy' || rights === null) {
    return { org: null, file: null, actions: {}, states: [], reasons: [] };
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
  const found = new Map(rangesBehind(answer).map((at) => [at.start, places.at(at)]));
  const inOrder = [...found].sort(([a], [b]) => a - b).map(([, place]) => place);
  return { answer: answer.kind, rules: inOrder.map(({ rule }) => rule), lines: inOrder.map(({ line }) => line) };
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
    linesOf.set(sentence, (linesOf.get(sentence) ?? new Set()).add(places.at(doubt.at).line));
  }
  return [...linesOf].map(([sentence, lines]) => {
    const inOrder = [...lines].sort((a, b) => a - b);
    return policy.at(sentence, inOrder.slice(0, mostLines), Math.max(0, inOrder.length - mostLines));
  });
}

function doubtsOf(answer: Answer): readonly Doubt[] {
  return answer.kind === 'inconclusive' ? answer.because : [];
}

interface PlaceInPolicy {
  /** The id of the rule that it is, or stands in; null where there is none. */
  readonly rule: string | null;
  readonly line: number;
}

/** Finds each place once: one rule may stand behind every answer of a large process. */
class Places {
  readonly #known = new Map<number, PlaceInPolicy>();

  constructor(
    private readonly app: Facts,
    private readonly policy: Policy,
  ) {}

  at(range: FileRange): PlaceInPolicy {
    const known = this.#known.get(range.start);
    if (known !== undefined) return known;
    const around = this.policy.rules.find(({ at }) => at.start <= range.start && range.start < at.end);
    const place = { rule: around?.id ?? null, line: locationOf(this.app, range).line };
    this.#known.set(range.start, place);
    return place;
  }
}
