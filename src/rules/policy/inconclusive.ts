import type { Doubt } from '../../app/policy/doubt.ts';
import type { Policy } from '../../app/policy/policy.ts';
import type { ServiceOwnerRights } from '../../app/policy/rights.ts';
import type { FileRange } from '../../location.ts';
import type { SaidDoubt } from '../../words/policy-doubts.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { concernedPolicy } from './concerned.ts';

export const inconclusivePolicy: Rule<'policy/inconclusive'> = {
  id: 'policy/inconclusive',
  severity: 'warning',
  phase: 'prepare',
  fixes: ['manual'],
  example: 'policy-inconclusive',
  check: (app) => {
    const concerned = concernedPolicy(app);
    return concerned === null
      ? []
      : [...openQuestions(concerned.rights), ...unreadLevels(concerned.policy)].map((one) =>
          findingFor(concerned.policy, one),
        );
  },
};

interface OpenQuestion {
  readonly doubt: SaidDoubt;
  readonly at: FileRange;
  /** What nobody can tell the service owner may do. */
  readonly actions: readonly string[];
}

/** One for each place and kind of doubt. */
function openQuestions({ actions, states }: ServiceOwnerRights): readonly OpenQuestion[] {
  const open = new Map<string, { readonly doubt: Doubt; readonly actions: Set<string> }>();
  for (const action of actions) {
    for (const { answers } of states) {
      const answer = answers.get(action);
      for (const doubt of answer?.kind === 'inconclusive' ? answer.because : []) {
        const key = JSON.stringify([doubt.code, doubt.at.start]);
        const one = open.get(key) ?? { doubt, actions: new Set() };
        one.actions.add(action);
        open.set(key, one);
      }
    }
  }
  return [...open.values()].map(({ doubt: { at, ...doubt }, actions: about }) => ({ doubt, at, actions: [...about] }));
}

/** A level that is no number refuses somebody, or nobody. */
function unreadLevels({ levels }: Policy): readonly OpenQuestion[] {
  return levels
    .filter(({ level }) => level === null)
    .map(({ at }) => ({ doubt: { code: 'level-unclear' }, at, actions: [] }));
}

function findingFor({ file }: Policy, { doubt, at, actions }: OpenQuestion): FindingOf<'policy/inconclusive'> {
  return {
    rule: 'policy/inconclusive',
    severity: 'warning',
    phase: 'prepare',
    at,
    subject: at,
    data: { file, doubt, actions },
    remedy: { kind: 'manual', reasons: [] },
  };
}
