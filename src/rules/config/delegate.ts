import type { App } from '../../app/app.ts';
import type { ClientConfiguration } from '../../app/clients/configuration.ts';
import { configurationId, configuredSection, decisionFor } from '../../app/clients/identity.ts';
import { externalNamespaces } from '../../app/clients/package-surface.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import { otherReaders } from '../clients/external/beside.ts';
import type { Change, FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { doubtsAboutMoving, removalOf } from './configuration-move.ts';
import { clearingAlong, obstaclesTo, staysByDecision } from './custom-path.ts';
import { provisionedFile } from './provisioned-file.ts';

export const delegate: Rule<'config/delegate'> = {
  id: 'config/delegate',
  severity: 'error',
  phase: 'switch',
  fixes: ['review', 'manual'],
  example: 'docs-2025-delegate-alias',
  check: (app) =>
    app.configurations.flatMap((configuration) => {
      const { settings } = configuration;
      const isFound = settings.kind === 'delegate' && !staysByDecision(app, configuration);
      return isFound ? [findingFor(app, configuration, settings)] : [];
    }),
};

type DelegateSettings = Extract<ClientConfiguration['settings'], { readonly kind: 'delegate' }>;

function findingFor(
  app: App,
  configuration: ClientConfiguration,
  settings: DelegateSettings,
): FindingOf<'config/delegate'> {
  const developmentOnly = isDevelopmentOnly(configuration);
  return {
    rule: 'config/delegate',
    severity: developmentOnly && app.target === 'v8' ? 'note' : 'error',
    phase: 'switch',
    at: configuration.name,
    subject: configuration.call,
    data: {
      method: configuration.method,
      section: configuredSection(configuration),
      decision: decisionFor(app, configurationId(configuration)),
      target: app.target,
      developmentOnly,
      vault: app.vault.kind !== 'none',
    },
    remedy: remedyFor(app, configuration, settings),
  };
}

/** Never safe: whoever sets members in code may set more of them than Studio provides. */
function remedyFor(app: App, configuration: ClientConfiguration, { copied }: DelegateSettings): Remedy {
  const obstacles = obstaclesTo(app, configuration);
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  const imports = {
    kind: 'imports',
    at: configuration.call,
    needs: [],
    mayGo: [...externalNamespaces, exceptions],
  } as const;
  const fillings: readonly Change[] = copied.filling.map((at) => {
    return { kind: 'remove-statement', at, mentions: [], keeps: [], once: copied.uses };
  });
  const [clearing, provisioned] = [clearingAlong(app), provisionedFile(app)];
  return {
    kind: 'change',
    changes: [removalOf(configuration), ...fillings, imports, ...clearing.changes, ...provisioned.changes],
    reasons: [
      { code: 'set-in-code' },
      ...otherReaders(app, copied.uses),
      ...doubtsAboutMoving(app, configuration),
      ...clearing.doubts,
      ...provisioned.doubts,
    ],
  };
}

/** What the documented delegate throws when a value is missing. */
const exceptions = {
  namespace: 'Altinn.App.Core.Features.Maskinporten.Exceptions',
  names: [
    'MaskinportenAuthenticationException',
    'MaskinportenConfigurationException',
    'MaskinportenException',
    'MaskinportenTokenExpiredException',
    'MaskinportenUnsupportedTokenException',
  ],
};
