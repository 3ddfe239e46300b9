import type { App } from '../../app/app.ts';
import type { ClientConfiguration } from '../../app/clients/configuration.ts';
import { configurationId, decisionFor } from '../../app/clients/identity.ts';
import type { Reason } from '../../words/reasons.ts';

/** Why what was decided cannot be carried out for a configuration of the built-in client. */
export function misfitOf(app: App, configuration: ClientConfiguration): readonly Reason[] {
  const decision = decisionFor(app, configurationId(configuration));
  if (decision === 'own-external') {
    return app.target === 'v8'
      ? [{ code: 'decision-does-not-fit', decision, fitting: ['studio', 'own-built-in'] }]
      : [{ code: 'to-be-external' }];
  }
  if (decision === 'own-built-in') {
    return [{ code: 'decision-does-not-fit', decision, fitting: ['studio', 'own-external'] }];
  }
  return decision === 'studio' && sharesClientWithOwn(app) ? [{ code: 'mixed-decisions' }] : [];
}

/** All calls configure one client: it cannot be Studio's and the app's own. */
function sharesClientWithOwn({ identities }: App): boolean {
  return identities.some(({ decision }) => decision === 'own-built-in');
}
