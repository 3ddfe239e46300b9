import type { App } from '../../app/app.ts';
import type { ClientConfiguration } from '../../app/clients/configuration.ts';
import { configuringUses } from '../../app/clients/consumers/settings-uses.ts';
import { configuredPath } from '../../app/clients/identity.ts';
import { stackedWith } from '../../app/clients/stacking.ts';
import { hasUnreadSettings } from '../../app/settings/unread-settings.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import type { Reason } from '../../words/reasons.ts';
import { undecidedIdentities } from '../clients/decision-obstacles.ts';
import { sharedWithOthers } from '../shared-library.ts';
import { tooOldFor } from '../version/requirement.ts';
import { misfitOf } from './misfit.ts';
import { provisionedFile } from './provisioned-file.ts';

/** The call, with what a comment about it would say. */
export function removalOf(configuration: ClientConfiguration) {
  const path = configuredPath(configuration);
  const mentions = path === null ? [configuration.method] : [configuration.method, path];
  return { kind: 'remove-call', call: configuration.call, form: configuration.form, mentions } as const;
}

/** What a person must see to before the call can go, whatever becomes of the app's other clients. */
export function obstaclesToRemoval(app: App, configuration: ClientConfiguration): readonly Reason[] {
  const { settings } = configuration;
  const reasons: Reason[] = [...tooOldFor(app.versions, '8.3.0')];
  if (settings.kind === 'path' && settings.path.kind === 'unknown') {
    reasons.push({ code: 'path-unknown', because: settings.path.reason });
  }
  reasons.push(...undecidedIdentities(app), ...misfitOf(app, configuration));
  if (hasUnreadSettings(app)) reasons.push({ code: 'settings-unread' });
  return [...reasons, ...provisionedFile(app).obstacles];
}

export function doubtsAboutMoving(app: App, configuration: ClientConfiguration): readonly Reason[] {
  const sections = app.identities.map(({ section }) => section);
  const several: readonly Reason[] = sections.length > 1 ? [{ code: 'several-identities', sections }] : [];
  return [...several, ...doubtsAbout(app, configuration)];
}

/** How many other places say what settings the client has. */
export function configurersBeside(app: App, configuration: ClientConfiguration): number {
  return stackedWith(configuration, app.configurations).length + configuringUses(app.tokens.settingsUses).length;
}

/** What is right in the usual case, and worth a look. */
export function doubtsAbout(app: App, configuration: ClientConfiguration): readonly Reason[] {
  const reasons: Reason[] = [];
  const stacked = configurersBeside(app, configuration);
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
