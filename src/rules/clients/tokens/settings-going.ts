import type { App } from '../../../app/app.ts';
import type { SettingsRegistration } from '../../../app/clients/consumers/settings-registrations.ts';
import type { FileRange } from '../../../location.ts';
import { contains } from '../../../syntax/csharp/node.ts';
import type { Change } from '../../finding.ts';

/** The settings of the package that nobody takes any more once these changes are made and the provider is gone. */
export function settingsGoing({ tokens }: App, changes: readonly Change[]): readonly SettingsRegistration[] {
  const gone = changes.flatMap((change) => (change.kind === 'replace' && change.text === '' ? [change.at] : []));
  const isGone = (place: FileRange) => gone.some((range) => range.file === place.file && contains(range, place));
  const isTaken = [tokens.legacyEformidling, tokens.directProviders, tokens.oldest].some((takers) => takers.length > 0);
  return isTaken || !tokens.settingsInjections.every(isGone) ? [] : tokens.settingsRegistrations;
}
