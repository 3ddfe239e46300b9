import type { App } from '../../app/app.ts';
import type { ClientConfiguration } from '../../app/clients/configuration.ts';
import { isOnDefault } from '../../app/clients/external/on-default-section.ts';
import { bindsDefault, configurationId, decisionFor } from '../../app/clients/identity.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import type { Reason } from '../../words/reasons.ts';
import { moversOf, moves } from '../clients/external/movers.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { doubtsAboutMoving, obstaclesToRemoval, removalOf } from './configuration-move.ts';
import { type Clearing, clearingOfDefaultSection } from './default-section-clearing.ts';
import { provisionedFile } from './provisioned-file.ts';

export const customPath: Rule<'config/custom-path'> = {
  id: 'config/custom-path',
  severity: 'error',
  phase: 'switch',
  fixes: ['safe', 'review', 'manual'],
  example: 'custom-path-literal',
  check: (app) =>
    app.configurations.flatMap((configuration) => {
      const { settings } = configuration;
      const isCustom = settings.kind === 'path' && !bindsDefault(configuration);
      return isCustom && !staysByDecision(app, configuration) ? [findingFor(app, configuration, settings)] : [];
    }),
};

/** v9 has no other identity for the built-in client: there the decision does not fit. */
export function staysByDecision(app: App, configuration: ClientConfiguration): boolean {
  return app.target === 'v8' && decisionFor(app, configurationId(configuration)) === 'own-built-in';
}

function findingFor(
  app: App,
  configuration: ClientConfiguration,
  { path, expression }: Extract<ClientConfiguration['settings'], { readonly kind: 'path' }>,
): FindingOf<'config/custom-path'> {
  const developmentOnly = isDevelopmentOnly(configuration);
  return {
    rule: 'config/custom-path',
    severity: developmentOnly && app.target === 'v8' ? 'note' : 'error',
    phase: 'switch',
    at: configuration.name,
    subject: configuration.call,
    data: {
      method: configuration.method,
      path: path.kind === 'known' ? path.value : null,
      expression,
      unknown: path.kind === 'unknown' ? path.reason : null,
      target: app.target,
      developmentOnly,
      vault: app.vault.kind !== 'none',
      // The Fiks builder replaces the default client, wherever it stands.
      order: configuration.method === 'ConfigureMaskinportenClient' ? configuration.order : 'before-app-services',
    },
    remedy: remedyFor(app, configuration),
  };
}

function remedyFor(app: App, configuration: ClientConfiguration): Remedy {
  const obstacles = obstaclesTo(app, configuration);
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  const [clearing, provisioned] = [clearingAlong(app), provisionedFile(app)];
  return {
    kind: 'change',
    changes: [removalOf(configuration), ...clearing.changes, ...provisioned.changes],
    reasons: [...doubtsAboutMoving(app, configuration), ...clearing.doubts, ...provisioned.doubts],
  };
}

/** What a person must see to before the call can go. */
export function obstaclesTo(app: App, configuration: ClientConfiguration): readonly Reason[] {
  const clearing = clearingAlong(app).obstacles;
  const isSaid = clearing.some(({ code }) => code === 'external-on-default-section');
  return [...obstaclesToRemoval(app, configuration), ...clearing, ...(isSaid ? [] : externalOnDefault(app))];
}

/** Without the call, the client would use at once what the default section holds. */
export function clearingAlong(app: App): Clearing {
  return clearingOfDefaultSection(app, (one) => moves(app, one, moversOf(app)));
}

/** An external client that would find Studio's client id beside the app's own key. */
function externalOnDefault(app: App): readonly Reason[] {
  const file = app.externals.find((one) => isOnDefault(one) && !moves(app, one, moversOf(app)))?.at.file;
  return file ? [{ code: 'external-on-default-section', file }] : [];
}
