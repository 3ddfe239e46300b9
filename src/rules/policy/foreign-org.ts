import { type ForeignOrg, foreignOrgs } from '../../app/policy/foreign-orgs.ts';
import { ownNamesOf } from '../../app/policy/own-names.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { concernedPolicy } from './concerned.ts';

export const foreignOrg: Rule<'policy/foreign-org'> = {
  id: 'policy/foreign-org',
  severity: 'warning',
  phase: 'prepare',
  fixes: ['manual'],
  example: 'policy-foreign-org',
  check: (app) => {
    const concerned = concernedPolicy(app);
    const names = ownNamesOf(app.metadata);
    if (concerned === null || names === null) return [];
    return foreignOrgs(concerned.policy, names).map((one) => findingFor(one, names.org));
  },
};

function findingFor({ rule, org, part, at }: ForeignOrg, own: string): FindingOf<'policy/foreign-org'> {
  return {
    rule: 'policy/foreign-org',
    severity: 'warning',
    phase: 'prepare',
    at,
    subject: at,
    data: { file: at.file, rule: rule.id, org, own, part },
    remedy: { kind: 'manual', reasons: [] },
  };
}
