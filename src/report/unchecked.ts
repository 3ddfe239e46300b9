import type { App } from '../app/app.ts';
import { configurationId, decisionFor, isDevelopmentOnly, registrationId } from '../app/clients/identity.ts';
import { statusOf } from '../app/status.ts';
import type { UncheckedKind } from '../words/words.ts';

/** What an app has yet to move and no rule looks at: without findings about it, an app could seem done. */
export function uncheckedIn(app: App): readonly UncheckedKind[] {
  if (!['legacy', 'mixed', 'blocked'].includes(statusOf(app))) return [];
  const isOpen = (id: string) => !decisionFor(app, id).startsWith('own');
  const external =
    app.externals.some((one) => isOpen(registrationId(one))) ||
    app.clientTypes.some(({ kind }) => kind === 'external-service' || kind === 'external-settings');
  const delegate = app.configurations.some(
    (one) => one.settings.kind === 'delegate' && !isDevelopmentOnly(one) && isOpen(configurationId(one)),
  );
  const tokenProvider = app.clientTypes.some(({ kind }) => kind === 'token-provider');
  return [
    ...(external ? (['external'] as const) : []),
    ...(delegate ? (['delegate'] as const) : []),
    ...(tokenProvider ? (['token-provider'] as const) : []),
  ];
}
