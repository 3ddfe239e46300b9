import type { App } from '../../app/app.ts';
import { addedRule } from '../../app/policy/added-rule.ts';
import { extensibleRule } from '../../app/policy/extension.ts';
import { appAttribute, orgAttribute } from '../../app/policy/identifiers.ts';
import { ownNamesOf } from '../../app/policy/own-names.ts';
import type { Policy } from '../../app/policy/policy.ts';
import type { ProcessState, ServiceOwnerRights } from '../../app/policy/rights.ts';
import type { SaidState } from '../../words/policy.ts';
import type { LackingRight } from '../../words/rules/policy/service-owner-rights.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { concernedPolicy } from './concerned.ts';

export const serviceOwnerRights: Rule<'policy/service-owner-rights'> = {
  id: 'policy/service-owner-rights',
  severity: 'error',
  phase: 'prepare',
  fixes: ['review', 'manual'],
  example: 'policy-service-owner-rights',
  check: (app) => {
    const concerned = concernedPolicy(app);
    if (concerned === null) return [];
    const { policy, rights } = concerned;
    const lacking = lackingIn(rights);
    const [granted, byPeople] = [true, false].map((isGranted) =>
      lacking.filter(({ action }) => grantedByPatch.includes(action) === isGranted),
    );
    return [
      ...(granted?.length ? [findingFor(app, policy, rights, granted)] : []),
      ...(byPeople?.length ? [findingForPeople(policy, rights, byPeople)] : []),
    ];
  },
};

/** What any other action lets the service owner do is done in somebody's place, or cannot be undone. */
const grantedByPatch: readonly string[] = ['read', 'write', 'complete'];

function lackingIn({ actions, states }: ServiceOwnerRights): readonly LackingRight[] {
  return actions.flatMap((action) => {
    const without = states.filter(({ answers }) => answers.get(action)?.kind === 'missing');
    if (without.length === 0) return [];
    return [{ action, states: without.length === states.length ? 'every' : without.map(({ state }) => said(state)) }];
  });
}

function said(state: ProcessState): SaidState {
  return {
    state: state.kind,
    id: 'id' in state ? state.id : null,
    type: state.kind === 'task' ? state.type : null,
  };
}

function findingFor(
  app: App,
  policy: Policy,
  rights: ServiceOwnerRights,
  lacking: readonly LackingRight[],
): FindingOf<'policy/service-owner-rights'> {
  const extended = extensibleRule(policy, ownNamesOf(app.metadata));
  const at = extended?.rule.startTag ?? policy.startTag;
  return {
    rule: 'policy/service-owner-rights',
    severity: 'error',
    phase: 'prepare',
    at,
    subject: at,
    data: { file: policy.file, org: rights.org, lacking, grantedBy: 'patch' },
    remedy: remedyFor(
      app,
      policy,
      rights,
      lacking.map(({ action }) => action),
    ),
  };
}

function remedyFor(app: App, policy: Policy, rights: ServiceOwnerRights, actions: readonly string[]): Remedy {
  const answers = rights.states.flatMap((state) => [...state.answers.values()]);
  if (answers.some(({ kind }) => kind === 'inconclusive')) {
    return { kind: 'manual', reasons: [{ code: 'policy-inconclusive' }] };
  }
  const names = ownNamesOf(app.metadata);
  const extended = extensibleRule(policy, names);
  if (extended !== null) {
    const { rule, lastAction } = extended;
    return {
      kind: 'change',
      changes: [{ kind: 'extend-rule', at: lastAction.at, actions }],
      reasons: [{ code: 'rights-extended', actions, rule: rule.id }],
    };
  }
  const { id, description, org, app: name } = addedRule(policy, names, actions);
  const resource = [
    { attribute: orgAttribute, value: org },
    { attribute: appAttribute, value: name },
  ];
  return {
    kind: 'change',
    changes: [
      {
        kind: 'add-rule',
        at: policy.at,
        id,
        description,
        subject: { attribute: orgAttribute, value: org },
        resource,
        actions,
      },
    ],
    reasons: [{ code: 'rights-added', actions, rule: id }],
  };
}

function findingForPeople(
  policy: Policy,
  rights: ServiceOwnerRights,
  lacking: readonly LackingRight[],
): FindingOf<'policy/service-owner-rights'> {
  return {
    rule: 'policy/service-owner-rights',
    severity: 'error',
    phase: 'prepare',
    at: policy.startTag,
    subject: policy.startTag,
    data: { file: policy.file, org: rights.org, lacking, grantedBy: 'people' },
    remedy: { kind: 'manual', reasons: [{ code: 'right-of-people', actions: lacking.map(({ action }) => action) }] },
  };
}
