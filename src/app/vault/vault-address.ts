import type { App } from '../app.ts';
import { isDeployed, readEnvironmentVariables } from '../settings/environment-variables.ts';
import { isWithin } from './name-parts.ts';

/** The section with the vault's address and the credentials for it. */
const section = 'kvSetting';

/** Whether what makes the vault a source looks there for it: the library's helper does, and what the app writes itself may. */
export function looksForAddress({ sources, wirings }: App): boolean {
  return wirings.some(({ kind }) => kind === 'helper') || sources.filesMentioning(section).length > 0;
}

/** Whether a deployed app gets any of it from elsewhere than the secret that the platform provides. */
export function hasAddressElsewhere({ settings, workspace, location }: App): boolean {
  const inSettings = settings
    .filter(({ environment }) => environment.toLowerCase() !== 'development')
    .flatMap(({ entries }) => entries)
    .some(({ path, filled }) => filled && isWithin(section, path));
  const variables = readEnvironmentVariables(workspace, location);
  return inSettings || variables.some((one) => isDeployed(one) && isWithin(section, one.section));
}
