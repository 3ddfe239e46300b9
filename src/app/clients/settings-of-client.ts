import { contains } from '../../syntax/csharp/node.ts';
import type { ClientConfiguration } from './configuration.ts';
import type { SettingsUse } from './consumers/settings-uses.ts';
import type { ExternalRegistration, HandlerUse } from './external/registration.ts';

interface Clients {
  readonly externals: readonly ExternalRegistration[];
  readonly handlers: readonly HandlerUse[];
  readonly configurations: readonly ClientConfiguration[];
}

/** Whether code handles settings for a client that is known: the settings object of a registration, wherever it is made. */
export function isOfClient(
  { externals, handlers, configurations }: Clients,
  { at, local, within }: Pick<SettingsUse, 'at' | 'local' | 'within'>,
): boolean {
  const calls = [...externals, ...handlers, ...configurations].map(({ call }) => call);
  if (calls.some((call) => call.file === at.file && contains(call, at))) return true;
  const isHeld = (names: readonly string[]) => local !== null && names.includes(local);
  return (
    externals.some(
      (one) =>
        (one.at.file === at.file && isHeld(one.settingsNames)) ||
        (within !== null && new RegExp(`(?<!\\w)${within}\\s*\\(`).test(one.expression)),
    ) ||
    configurations.some(
      ({ settings, call }) => call.file === at.file && settings.kind === 'delegate' && isHeld(settings.copied.names),
    )
  );
}
