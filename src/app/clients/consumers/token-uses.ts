import type { FileRange } from '../../../location.ts';
import { clientIds } from '../client-id.ts';
import type { NameSources } from '../external/package-names.ts';
import type { OldClient, TokenConsumer } from './consumer.ts';
import { readConsumers } from './read-consumers.ts';
import {
  type ClientRegistration,
  type ProviderRegistration,
  readClientRegistrations,
  readProviderRegistrations,
} from './registrations.ts';
import {
  type OldestUse,
  type OwnImplementation,
  readDirectProviders,
  readExceptions,
  readLegacyEformidling,
  readOldestUses,
  readOwnImplementations,
} from './relatives.ts';

import {
  readSettingsInjections,
  readSettingsRegistrations,
  type SettingsRegistration,
} from './settings-registrations.ts';
import { readSettingsUses, type SettingsUse } from './settings-uses.ts';

/** Code that asks for tokens itself, and what it rests on. */
export interface TokenUses {
  readonly consumers: readonly TokenConsumer[];
  readonly implementations: readonly OwnImplementation[];
  readonly clientRegistrations: readonly ClientRegistration[];
  readonly providerRegistrations: readonly ProviderRegistration[];
  /** Where `MaskinportenJwkTokenProvider` is named. */
  readonly directProviders: readonly FileRange[];
  readonly settingsRegistrations: readonly SettingsRegistration[];
  readonly settingsInjections: readonly FileRange[];
  /** Every place that handles the settings of a client itself. */
  readonly settingsUses: readonly SettingsUse[];
  readonly oldest: readonly OldestUse[];
  /** Where the package's exception is named, which the built-in client does not throw. */
  readonly exceptions: readonly FileRange[];
  /** `AddEFormidlingServices<TMetadata, TReceivers>`, which takes the package's service and its settings. */
  readonly legacyEformidling: readonly FileRange[];
}

export const noTokenUses: TokenUses = {
  consumers: [],
  implementations: [],
  clientRegistrations: [],
  providerRegistrations: [],
  directProviders: [],
  settingsRegistrations: [],
  settingsInjections: [],
  settingsUses: [],
  oldest: [],
  exceptions: [],
  legacyEformidling: [],
};

export function readTokenUses(sources: NameSources, appPath: string): TokenUses {
  const clients: readonly OldClient[] = ['token-provider', 'external-service'];
  return {
    consumers: withIds(
      clients.flatMap((client) => readConsumers(client, sources)),
      appPath,
    ),
    implementations: clients.flatMap((client) => readOwnImplementations(client, sources)),
    clientRegistrations: clients.flatMap((client) => readClientRegistrations(client, sources)),
    providerRegistrations: readProviderRegistrations(sources),
    directProviders: readDirectProviders(sources),
    settingsRegistrations: readSettingsRegistrations(sources, appPath),
    settingsInjections: readSettingsInjections(sources),
    settingsUses: readSettingsUses(sources),
    oldest: readOldestUses(sources),
    exceptions: readExceptions(sources),
    legacyEformidling: readLegacyEformidling(sources),
  };
}

function withIds(consumers: readonly TokenConsumer[], appPath: string): readonly TokenConsumer[] {
  const ids = clientIds(
    consumers.map(({ client, name, how, at }) => ({ kind: client, method: name, file: at.file, text: how })),
    appPath,
  );
  return consumers.map((consumer, index) => ({ ...consumer, id: ids[index] ?? '' }));
}
