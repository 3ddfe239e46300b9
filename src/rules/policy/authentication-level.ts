import type { AuthenticationLevel } from '../../app/policy/policy.ts';
import { refusingLevels } from '../../app/policy/refusing-levels.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { concernedPolicy } from './concerned.ts';

export const authenticationLevel: Rule<'policy/authentication-level'> = {
  id: 'policy/authentication-level',
  severity: 'warning',
  phase: 'prepare',
  fixes: ['manual'],
  example: 'policy-authentication-level',
  check: (app) => {
    const concerned = concernedPolicy(app);
    return concerned === null ? [] : refusingLevels(concerned.policy).map(findingFor);
  },
};

function findingFor({
  at,
  of,
  level,
}: AuthenticationLevel & { level: number }): FindingOf<'policy/authentication-level'> {
  return {
    rule: 'policy/authentication-level',
    severity: 'warning',
    phase: 'prepare',
    at,
    subject: at,
    data: { file: at.file, level, of },
    remedy: { kind: 'manual', reasons: [] },
  };
}
