import type { App } from '../../app/app.ts';
import { bringingLibraries } from '../../app/packages/bringing-libraries.ts';
import type { Rule } from '../rule.ts';

export const libraryBringsClient: Rule<'clients/library-brings-client'> = {
  id: 'clients/library-brings-client',
  severity: 'warning',
  phase: 'switch',
  fixes: ['manual'],
  example: 'libraries-bring-client',
  check: (app) =>
    bringingLibraries(app).map(({ kind, id, version, certain, at }) => ({
      rule: 'clients/library-brings-client',
      severity: 'warning',
      phase: 'switch',
      at,
      subject: at,
      data: { id, version, library: kind, certain, method: authorizingMethod(app) },
      remedy: { kind: 'manual', reasons: [] },
    })),
};

function authorizingMethod({ versions }: App): string {
  return versions.capabilities.spelling === 'british' ? 'UseMaskinportenAuthorisation' : 'UseMaskinportenAuthorization';
}
