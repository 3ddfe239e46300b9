import type { App } from '../../app/app.ts';
import type { Policy } from '../../app/policy/policy.ts';
import { unclearLevels } from '../../app/policy/refusing-levels.ts';
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
    if (concerned === null) return [];
    const { policy, rights } = concerned;
    const open = openQuestions(rights);
    const isAboutProcess = open.some(({ doubt }) => doubt.code === 'process-unknown');
    const others = [...aboutLevels(policy), ...(isAboutProcess ? [] : aboutTaskTypes(app, policy))];
    return [...open, ...others].map((one) => findingFor(policy, one));
  },
};

interface OpenQuestion {
  readonly doubt: SaidDoubt;
  /** Where it first stands. */
  readonly at: FileRange;
  /** In how many other places it stands as well. */
  readonly elsewhere: number;
  /** What nobody can tell the service owner may do. */
  readonly actions: readonly string[];
}

/** One for each kind of doubt about the same thing: a person answers it once. */
function openQuestions({ actions, states }: ServiceOwnerRights): readonly OpenQuestion[] {
  const open = new Map<
    string,
    { readonly said: SaidDoubt; readonly at: Map<number, FileRange>; readonly about: Set<string> }
  >();
  for (const action of actions) {
    for (const { answers } of states) {
      const answer = answers.get(action);
      for (const { at, ...said } of answer?.kind === 'inconclusive' ? answer.because : []) {
        const one = open.get(JSON.stringify(said)) ?? { said, at: new Map(), about: new Set() };
        one.at.set(at.start, at);
        one.about.add(action);
        open.set(JSON.stringify(said), one);
      }
    }
  }
  return [...open.values()].flatMap(({ said, at, about }) => {
    const [first, ...others] = [...at.values()].sort((a, b) => a.start - b.start);
    return first ? [{ doubt: said, at: first, elsewhere: others.length, actions: [...about] }] : [];
  });
}

function aboutLevels(policy: Policy): readonly OpenQuestion[] {
  const [first, ...others] = unclearLevels(policy);
  return first ? [{ doubt: { code: 'level-unclear' }, at: first.at, elsewhere: others.length, actions: [] }] : [];
}

/** v9 asks for more in some types of tasks. */
function aboutTaskTypes({ target, process }: App, { startTag }: Policy): readonly OpenQuestion[] {
  if (target !== 'v9' || process.kind === 'process') return [];
  return [{ doubt: { code: 'task-types-unknown' }, at: startTag, elsewhere: 0, actions: [] }];
}

function findingFor({ file }: Policy, { at, ...data }: OpenQuestion): FindingOf<'policy/inconclusive'> {
  return {
    rule: 'policy/inconclusive',
    severity: 'warning',
    phase: 'prepare',
    at,
    subject: at,
    data: { file, ...data },
    remedy: { kind: 'manual', reasons: [] },
  };
}
