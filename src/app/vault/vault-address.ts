import type { CSharpFile } from '../../syntax/csharp/file.ts';
import type { App } from '../app.ts';
import { isDeployed } from '../settings/environment-variables.ts';
import { isWithin } from '../settings/section.ts';
import { isForDevelopment } from '../settings/settings-file.ts';

/** The section with the vault's address and the credentials for it. */
const section = 'kvSetting';

/** Code that names it in a text, in whatever casing. */
export function filesNamingAddress({ sources }: Pick<App, 'sources'>): readonly CSharpFile[] {
  return sources.filesMentioning('etting', /"kvSetting\b/i);
}

/** Whether what makes the vault a source looks there for it: the library's helper does, and what the app writes itself may. */
export function looksForAddress(app: Pick<App, 'sources' | 'wirings'>): boolean {
  return app.wirings.some(({ kind }) => kind === 'helper') || filesNamingAddress(app).length > 0;
}

/** Whether a deployed app gets any of it from elsewhere than the secret that the platform provides. */
export function hasAddressElsewhere({ settings, environmentVariables }: App): boolean {
  const inSettings = settings
    .filter((one) => !isForDevelopment(one))
    .flatMap(({ entries }) => entries)
    .some(({ path, filled }) => filled && isWithin(section, path));
  return inSettings || environmentVariables.some((one) => isDeployed(one) && isWithin(section, one.section));
}
