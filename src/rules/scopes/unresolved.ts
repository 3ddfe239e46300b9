import type { Rule } from '../rule.ts';

export const unresolvedScopes: Rule<'scopes/unresolved'> = {
  id: 'scopes/unresolved',
  severity: 'warning',
  phase: 'switch',
  fixes: ['manual'],
  example: 'scopes-unresolved',
  check: (app) =>
    app.scopes.unresolved.map(({ by, at, because }) => ({
      rule: 'scopes/unresolved',
      severity: 'warning',
      phase: 'switch',
      at,
      subject: at,
      data: { by, because },
      remedy: { kind: 'manual', reasons: [{ code: 'scopes-unknown', because }] },
    })),
};
