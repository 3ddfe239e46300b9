import type { App } from '../app/app.ts';
import { statusOf } from '../app/status.ts';
import type { UncheckedKind } from '../words/words.ts';

/** What an app has yet to move and no rule looks at: without findings about it, an app could seem done. */
export function uncheckedIn(app: App): readonly UncheckedKind[] {
  if (!['legacy', 'mixed', 'blocked'].includes(statusOf(app))) return [];
  const { settingsRegistrations, settingsInjections, providerRegistrations } = app.tokens;
  // With a token provider, its rule tells of the settings too.
  const isOpen =
    settingsInjections.length > 0 || (settingsRegistrations.length > 0 && providerRegistrations.length === 0);
  return isOpen ? ['settings'] : [];
}
