import type { ReadProcess } from '../process/process.ts';
import { answerTo } from './evaluate.ts';
import { categories, endEventAttribute, orgAttribute, taskAttribute } from './identifiers.ts';
import { truthOf } from './match.ts';
import { type AppNeeds, neededIn } from './needs.ts';
import { deployedText, type OwnNames } from './own-names.ts';
import { matchesOf, type Policy, type ReadPolicy } from './policy.ts';
import type { Answer, ProcessState, ServiceOwnerRights, StateRights } from './rights.ts';
import { serviceOwnerRequest } from './service-owner.ts';

export interface PolicyFacts extends AppNeeds {
  readonly policy: ReadPolicy;
  readonly ownNames: OwnNames;
}

/** null without a policy that could be read. */
export function serviceOwnerRights(facts: PolicyFacts): ServiceOwnerRights | null {
  if (facts.policy.kind !== 'policy') return null;
  const { policy } = facts.policy;
  const answer = answers(policy, facts.ownNames);
  const states = statesOf(facts.process).map((state) => ({
    state,
    answers: new Map(neededIn(state, facts).map((action) => [action, answer(state, action)])),
  }));
  const actions = [...new Set(states.flatMap((one) => [...one.answers.keys()]))];
  return { org: spellingOfOrg(policy, states, facts.ownNames), actions, states };
}

function statesOf(process: ReadProcess): readonly ProcessState[] {
  if (process.kind !== 'process') return [{ kind: 'not-started' }, { kind: 'some-task' }, { kind: 'some-end-event' }];
  return [
    { kind: 'not-started' },
    ...process.tasks.map(({ id, type }) => ({ kind: 'task', id, type: type?.name ?? null }) as const),
    ...process.endEvents.map(({ id }) => ({ kind: 'end-event', id }) as const),
  ];
}

/** States that no rule names have the same answer: a large process is asked about once. */
function answers(policy: Policy, names: OwnNames): (state: ProcessState, action: string) => Answer {
  const named = new Set(
    policy.rules
      .flatMap(matchesOf)
      .filter(({ attribute }) => attribute.id === taskAttribute || attribute.id === endEventAttribute)
      .map(({ value }) => (deployedText(value, names) ?? value).trim().toLowerCase()),
  );
  const known = new Map<string, Answer>();
  return (state, action) => {
    const id = 'id' in state && named.has(state.id.toLowerCase()) ? state.id : '';
    const key = JSON.stringify([state.kind, id, action]);
    const answer = known.get(key) ?? answerTo(policy, serviceOwnerRequest(state, action), names);
    known.set(key, answer);
    return answer;
  };
}

/** In a rule that grants something, else in any; where nobody can tell whether it is the app's own, that. */
function spellingOfOrg(policy: Policy, states: readonly StateRights[], names: OwnNames): string | null {
  const answered = states.flatMap((state) => [...state.answers.values()]);
  const granting = new Set(answered.flatMap((answer) => (answer.kind === 'granted' ? answer.by : [])));
  const request = serviceOwnerRequest({ kind: 'not-started' }, 'read');
  const orgs = [...granting, ...policy.rules]
    .flatMap(matchesOf)
    .filter(({ attribute }) => attribute.category === categories.subject && attribute.id === orgAttribute)
    .map((match) => ({ match, holds: truthOf(match, request, names) }));
  const own = orgs.find(({ holds }) => holds === 'yes') ?? orgs.find(({ holds }) => holds !== 'no');
  return own?.match.value.trim() ?? null;
}
