import type { App } from '../../../app/app.ts';
import type { SettingsRegistration } from '../../../app/clients/consumers/settings-registrations.ts';
import { isDefaultSection } from '../../../app/settings/section.ts';
import type { FileRange } from '../../../location.ts';
import { contains } from '../../../syntax/csharp/node.ts';
import { type Clearing, clearingOfDefaultSection } from '../../config/default-section-clearing.ts';
import type { Change } from '../../finding.ts';

/** The settings of the package that nobody takes any more once these changes are made and the provider is gone. */
export function settingsGoing({ tokens }: App, changes: readonly Change[]): readonly SettingsRegistration[] {
  const gone = changes.flatMap((change) => (change.kind === 'replace' && change.text === '' ? [change.at] : []));
  const isGone = (place: FileRange) => gone.some((range) => range.file === place.file && contains(range, place));
  const isTaken = [tokens.legacyEformidling, tokens.directProviders, tokens.oldest].some((takers) => takers.length > 0);
  return isTaken || !tokens.settingsInjections.every(isGone) ? [] : tokens.settingsRegistrations;
}

/** What bound the default section is gone: what is left in it would only be mixed with Studio's. */
export function clearingWith(app: App, going: readonly SettingsRegistration[]): Clearing {
  const isOnDefault = going.some(({ section }) => section !== null && isDefaultSection(section));
  return isOnDefault ? clearingOfDefaultSection(app, () => false) : { obstacles: [], changes: [], doubts: [] };
}
