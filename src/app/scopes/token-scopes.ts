import type { TokenConsumer } from '../clients/consumers/consumer.ts';
import type { TokenUses } from '../clients/consumers/token-uses.ts';
import { type LegacyIdentity, tokenDecision } from '../clients/identity.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { requestsOf } from './built-in-scopes.ts';
import { nothingAsked, type Requests, together } from './scope-request.ts';
import { requestsOfSection } from './section-scopes.ts';

export interface TokenScopeSources {
  readonly tokens: TokenUses;
  readonly identities: readonly LegacyIdentity[];
  readonly settings: readonly SettingsFile[];
}

/** What code that asks the old clients for tokens asks them for. */
export function requestsOfTokens({ tokens, identities, settings }: TokenScopeSources): Requests {
  const keeps = (client: TokenConsumer['client']) => tokenDecision({ identities, tokens }, client).startsWith('own');
  const bound = boundScopes(tokens, settings, keeps('external-service'));
  return together([
    bound,
    ...distinct(tokens.consumers).map((one) => requestsOfConsumer(one, keeps(one.client), bound.requests.length > 0)),
  ]);
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
