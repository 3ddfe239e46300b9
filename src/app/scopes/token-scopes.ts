import type { ClientConfiguration } from '../clients/configuration.ts';
import type { TokenConsumer } from '../clients/consumers/consumer.ts';
import type { SettingsUse } from '../clients/consumers/settings-uses.ts';
import type { TokenUses } from '../clients/consumers/token-uses.ts';
import type { ExternalRegistration, HandlerUse } from '../clients/external/registration.ts';
import { consumerDecision, type LegacyIdentity, tokenDecision } from '../clients/identity.ts';
import { isOfClient } from '../clients/settings-of-client.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { requestsOf } from './built-in-scopes.ts';
import { nothingAsked, type Requests, together } from './scope-request.ts';
import { requestsOfSection } from './section-scopes.ts';

export interface TokenScopeSources {
  readonly configurations: readonly ClientConfiguration[];
  readonly externals: readonly ExternalRegistration[];
  readonly handlers: readonly HandlerUse[];
  readonly tokens: TokenUses;
  readonly identities: readonly LegacyIdentity[];
  readonly settings: readonly SettingsFile[];
}

/** What code that asks the old clients for tokens asks them for. */
export function requestsOfTokens(sources: TokenScopeSources): Requests {
  const { tokens, identities, settings } = sources;
  const isKept = tokenDecision({ identities, tokens }, 'external-service').startsWith('own');
  const keeps = (one: TokenConsumer) => consumerDecision({ identities, tokens }, one).startsWith('own');
  const bound = boundScopes(tokens, settings, isKept);
  return together([
    bound,
    ...tokens.settingsUses.filter((use) => !isOfClient(sources, use)).map((use) => requestsOfMade(use, sources)),
    ...distinct(tokens.consumers).map((one) => requestsOfConsumer(one, keeps(one), bound.requests.length > 0)),
  ]);
}

/** Of settings that code makes, for a library to ask with. */
function requestsOfMade({ of, scope }: SettingsUse, { identities, settings }: TokenScopeSources): Requests {
  if (of !== 'package' || scope === null) return nothingAsked;
  const stays = identities.length > 0 && identities.every(({ decision }) => decision === 'own-external');
  const inSettings = scope.section === null ? nothingAsked : requestsOfSection(scope.section, settings, stays);
  if (inSettings.requests.length > 0) return inSettings;
  return requestsOf('MaskinportenSettings', scope.at, scope.asked, stays);
}

/** Of settings that the app binds for itself, and whose `Scope` it hands to the service. */
function boundScopes(
  { settingsRegistrations }: TokenUses,
  settings: readonly SettingsFile[],
  stays: boolean,
): Requests {
  const sections = new Map(
    settingsRegistrations.flatMap(({ section }) => (section ? [[section.toLowerCase(), section]] : [])),
  );
  return together([...sections.values()].map((section) => requestsOfSection(section, settings, stays)));
}

/** A class that is given the client in several places asks for one list of scopes. */
function distinct(consumers: readonly TokenConsumer[]): readonly TokenConsumer[] {
  return [...new Map(consumers.map((one) => [one.requests, one])).values()];
}

function requestsOfConsumer({ name, at, requests }: TokenConsumer, stays: boolean, boundScope: boolean): Requests {
  return together(
    requests.map((request) => {
      if (request.kind === 'not-followed') {
        const because = { code: 'not-followed', use: request.use } as const;
        return { ...nothingAsked, unresolved: stays ? [] : [{ by: name, at: request.at, because }] };
      }
      const { asked, expression } = request;
      if (boundScope && asked.unknown !== null && /\.Scope$/.test(expression)) return nothingAsked;
      return requestsOf(name, request.at ?? at, asked, stays);
    }),
  );
}
