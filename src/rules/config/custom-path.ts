import type { App } from '../../app/app.ts';
import type { ClientConfiguration } from '../../app/clients/configuration.ts';
import {
  bindsDefault,
  configurationId,
  configuredPath,
  decisionFor,
  isDevelopmentOnly,
} from '../../app/clients/identity.ts';
import { stackedWith } from '../../app/clients/stacking.ts';
import { identityKeysIn, isDefaultSection } from '../../app/settings/section.ts';
import { filledDefaultSections, hasUnreadSettings } from '../../app/status.ts';
import type { Reason } from '../../words/reasons.ts';
import { moversOf } from '../clients/external/movers.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { sharedWithOthers } from '../shared-library.ts';
import { tooOldFor } from '../version/requirement.ts';
import { misfitOf } from './misfit.ts';
import { studioFileMissing } from './studio-file-missing.ts';

export const customPath: Rule<'config/custom-path'> = {
  id: 'config/custom-path',
  severity: 'error',
  phase: 'switch',
  fixes: ['safe', 'review', 'manual'],
  example: 'custom-path-literal',
  check: (app) =>
    app.configurations
      .filter((configuration) => configuration.settings.kind === 'path' && !bindsDefault(configuration))
      .filter((configuration) => !staysByDecision(app, configuration))
      .map((configuration) => findingFor(app, configuration)),
};

/** v9 has no other identity for the built-in client: there the decision does not fit. */
export function staysByDecision(app: App, configuration: ClientConfiguration): boolean {
  return app.target === 'v8' && decisionFor(app, configurationId(configuration)) === 'own-built-in';
}

function findingFor(app: App, configuration: ClientConfiguration): FindingOf<'config/custom-path'> {
  const { settings } = configuration;
  const developmentOnly = isDevelopmentOnly(configuration);
  return {
    rule: 'config/custom-path',
    severity: developmentOnly && app.target === 'v8' ? 'note' : 'error',
    phase: 'switch',
    at: configuration.name,
    subject: configuration.call,
    data: {
      method: configuration.method,
      path: configuredPath(configuration),
      expression: settings.kind === 'path' ? settings.expression : '',
      unknown: settings.kind === 'path' && settings.path.kind === 'unknown' ? settings.path.reason : null,
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
  return { kind: 'change', changes: [removalOf(configuration)], reasons: doubtsAboutMoving(app, configuration) };
}

export function removalOf(configuration: ClientConfiguration) {
  const path = configuredPath(configuration);
  const mentions = [configuration.method, ...(path === null ? [] : [path])];
  return { kind: 'remove-call', call: configuration.call, form: configuration.form, mentions } as const;
}

/** What a person must see to before the call can go. */
export function obstaclesTo(app: App, configuration: ClientConfiguration): readonly Reason[] {
  const { settings } = configuration;
  const reasons: Reason[] = [...tooOldFor(app.versions, '8.3.0')];
  if (settings.kind === 'path' && settings.path.kind === 'unknown') {
    reasons.push({ code: 'path-unknown', because: settings.path.reason });
  }
  if (app.identities.some(({ decision }) => decision === 'undecided')) {
    reasons.push({ code: 'undecided-identities', sections: app.identities.map(({ section }) => section) });
  }
  reasons.push(...misfitOf(app, configuration));
  for (const section of filledDefaultSections(app)) {
    reasons.push({ code: 'default-section-filled', file: section.file, keys: identityKeysIn(section) });
  }
  for (const { file, keys } of app.environmentSettings) reasons.push({ code: 'default-section-filled', file, keys });
  if (hasUnreadSettings(app)) reasons.push({ code: 'settings-unread' });
  return [...reasons, ...obstaclesToStudio(app)];
}

/** What would keep Studio's credentials from reaching the client, or whole. */
function obstaclesToStudio(app: App): readonly Reason[] {
  const moving = moversOf(app).filter(({ obstacles, registration }) => obstacles.length === 0 && registration !== null);
  const onDefault = app.externals.find(
    (one) =>
      one.section !== null && isDefaultSection(one.section) && !moving.some(({ registration }) => registration === one),
  );
  const file = onDefault?.at.file;
  return [...studioFileMissing(app), ...(file ? [{ code: 'external-on-default-section', file } as const] : [])];
}

export function doubtsAboutMoving(app: App, configuration: ClientConfiguration): readonly Reason[] {
  const sections = app.identities.map(({ section }) => section);
  const several: readonly Reason[] = sections.length > 1 ? [{ code: 'several-identities', sections }] : [];
  return [...several, ...doubtsAbout(app, configuration)];
}

/** What is right in the usual case, and worth a look. */
export function doubtsAbout(app: App, configuration: ClientConfiguration): readonly Reason[] {
  const reasons: Reason[] = [];
  const stacked = stackedWith(configuration, app.configurations).length;
  if (stacked > 0) reasons.push({ code: 'several-configurers', count: stacked + 1 });
  else if (app.configurations.length > 1) reasons.push({ code: 'other-branch' });
  if (configuration.method === 'ConfigureMaskinportenClient') {
    if (configuration.order === 'after-app-services') reasons.push({ code: 'after-app-services' });
    if (configuration.order === 'unknown') reasons.push({ code: 'order-unknown' });
  }
  if (isDevelopmentOnly(configuration)) reasons.push({ code: 'development-only' });
  for (const { environment, text } of configuration.conditions) {
    if (environment === null) reasons.push({ code: 'conditional', condition: text });
  }
  return [...reasons, ...sharedWithOthers(app, configuration.call.file)];
}
