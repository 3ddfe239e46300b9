import type { App } from '../../app/app.ts';
import { ownNamesOf } from '../../app/policy/own-names.ts';
import type { Policy } from '../../app/policy/policy.ts';
import type { ServiceOwnerRights } from '../../app/policy/rights.ts';
import type { LackingRight } from '../../words/rules/policy/service-owner-rights.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { concernedPolicy } from './concerned.ts';
import { grantOf } from './granting.ts';

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
    const byPatch = lacking.filter(({ action }) => grantedByPatch.includes(action));
    const byPeople = lacking.filter(({ action }) => !grantedByPatch.includes(action));
    return [
      ...(byPatch.length > 0 ? [findingFor(app, policy, rights, byPatch)] : []),
      ...(byPeople.length > 0 ? [findingForPeople(policy, rights, byPeople)] : []),
    ];
  },
};

/** What any other action lets the service owner do is done in somebody's place, or cannot be undone. */
const grantedByPatch: readonly string[] = ['read', 'write', 'complete'];

function lackingIn({ actions, states }: ServiceOwnerRights): readonly LackingRight[] {
  return actions.flatMap((action) => {
    const without = states.filter(({ answers }) => answers.get(action)?.kind === 'missing');
    if (without.length === 0) return [];
    return [{ action, states: without.length === states.length ? 'every' : without.map(({ state }) => state) }];
  });
}

function findingFor(
  app: App,
  policy: Policy,
  rights: ServiceOwnerRights,
  lacking: readonly LackingRight[],
): FindingOf<'policy/service-owner-rights'> {
  const { at, remedy } = grantOf(
    policy,
    rights,
    ownNamesOf(app.metadata),
    lacking.map(({ action }) => action),
  );
  const grantedBy = remedy.kind === 'change' ? 'patch' : 'nobody-yet';
  return {
    rule: 'policy/service-owner-rights',
    severity: 'error',
    phase: 'prepare',
    at,
    subject: at,
    data: { file: policy.file, org: rights.org, lacking, grantedBy },
    remedy,
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
