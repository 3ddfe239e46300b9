import type { App } from '../../app/app.ts';
import { clientLibrariesOf } from '../../app/packages/client-libraries.ts';
import type { Rule } from '../rule.ts';

export const libraryBringsClient: Rule<'clients/library-brings-client'> = {
  id: 'clients/library-brings-client',
  severity: 'warning',
  phase: 'switch',
  fixes: ['manual'],
  example: 'libraries-bring-client',
  check: (app) =>
    clientLibrariesOf(app.projects).map(({ kind, id, version, certain, at }) => ({
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
