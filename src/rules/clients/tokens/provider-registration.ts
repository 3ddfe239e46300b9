import type { App } from '../../../app/app.ts';
import type { ProviderRegistration } from '../../../app/clients/consumers/registrations.ts';
import type { ServicesCall } from '../../../app/clients/consumers/services-call.ts';
import type { FileRange } from '../../../location.ts';
import type { Reason } from '../../../words/reasons.ts';
import { provisionedFile } from '../../config/provisioned-file.ts';
import type { Change } from '../../finding.ts';
import { sharedWithOthers } from '../../shared-library.ts';
import { assumedFor } from '../../version/requirement.ts';
import { importsOf } from './changes.ts';
import type { Move } from './consumer-remedy.ts';
import { obstaclesToProvider, registeredByLibrary } from './provider-obstacles.ts';
import { clearingWith, settingsGoing } from './settings-going.ts';

/** `AddMaskinportenJwkTokenProvider` goes where the library provides what it did. */
export function moveOfRegistration(app: App, registration: ProviderRegistration): Move {
  const provisioned = provisionedFile(app);
  const settings = settingsGoing(app, []);
  const clearing = clearingWith(app, settings);
  const obstacles = [...obstaclesToProvider(app), ...clearing.obstacles];
  if (obstacles.length > 0) return { kind: 'stay', obstacles };
  const isLast = app.tokens.providerRegistrations.at(-1) === registration;
  const removed = [registration, ...settings];
  return {
    kind: 'move',
    changes: [
      ...removed.map((call) => removalOf(call, registration.secret)),
      ...importsAround(removed),
      ...provisioned.changes,
      ...clearing.changes,
    ],
    doubts: [
      whoGivesTokens(app),
      ...(isLast ? whySettingsStay(app, settings) : []),
      ...assumedFor(app.versions, registeredByLibrary),
      ...sharedWithOthers(app, registration.at.file),
      ...provisioned.doubts,
      ...clearing.doubts,
    ],
  };
}

/** From v9 on there is no provider that anything could ask for. */
function whoGivesTokens({ versions }: App): Reason {
  const isGone = versions.capabilities.tokenProviderRegistered === 'removed';
  return { code: isGone ? 'token-source-changes' : 'provider-of-library' };
}

function removalOf({ call, form }: ServicesCall, secret: string | null): Change {
  const mentions = [
    'AddMaskinportenJwkTokenProvider',
    'IMaskinportenTokenProvider',
    ...(secret === null ? [] : [secret]),
  ];
  return { kind: 'remove-call', call, form, mentions };
}

/** Once for each file. */
export function importsAround(calls: readonly { readonly call: FileRange }[]): readonly Change[] {
  return [...new Map(calls.map(({ call }) => [call.file, call])).values()].map((at) => importsOf(at, []));
}

function whySettingsStay({ tokens }: App, going: readonly ServicesCall[]): readonly Reason[] {
  if (tokens.settingsRegistrations.length === going.length) return [];
  const [eformidling] = tokens.legacyEformidling;
  if (eformidling) return [{ code: 'legacy-eformidling', file: eformidling.file }];
  const [injection] = [...tokens.settingsInjections, ...tokens.directProviders, ...tokens.oldest.map(({ at }) => at)];
  return injection ? [{ code: 'settings-still-taken', file: injection.file }] : [];
}
