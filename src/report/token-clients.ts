import type { App } from '../app/app.ts';
import type { TokenConsumer } from '../app/clients/consumers/consumer.ts';
import { type ProviderRegistration, providerIds, registeringProvider } from '../app/clients/consumers/registrations.ts';
import { consumerDecision, identitiesOf, tokenDecision } from '../app/clients/identity.ts';
import { locationOf } from './location-of.ts';
import type { ClientReport } from './report.ts';

/** What asks the old clients for tokens, and what registers the library's provider. */
export function tokenClients(app: App): readonly ClientReport[] {
  const { consumers, providerRegistrations } = app.tokens;
  const ids = providerIds(providerRegistrations, app.location.path);
  return [
    ...consumers.map((one) => consumerReport(app, one)),
    ...providerRegistrations.map((one, index) => providerReport(app, ids[index] ?? '', one)),
  ];
}

function consumerReport(app: App, consumer: TokenConsumer): ClientReport {
  const { id, client, name, at, rewrite } = consumer;
  const calls = rewrite.kind === 'known' ? rewrite.calls : [];
  const asked = calls.map(({ scope }) => scope.asked);
  const [first, ...others] = calls;
  return {
    ...commonTo(app, client),
    ...(client === 'external-service' && sectionOf(app, consumer)),
    decision: consumerDecision(app, consumer),
    id,
    kind: client,
    name,
    scopes: [...new Set(asked.flatMap((scopes) => scopes ?? []))].sort(),
    scopesKnown: calls.length > 0 && asked.every((scopes) => scopes !== null),
    exchange: first && others.every(({ exchange }) => exchange === first.exchange) ? first.exchange : null,
    location: locationOf(app, at),
    calls: calls.map(({ name: called }) => locationOf(app, { ...called, file: at.file })),
  };
}

function sectionOf(app: App, { id }: TokenConsumer) {
  const [only, ...others] = identitiesOf(app, id);
  const section = only && others.length === 0 ? only.section : null;
  return { section, sectionKnown: section !== null };
}

function providerReport(app: App, id: string, { call }: ProviderRegistration): ClientReport {
  return {
    ...commonTo(app, 'token-provider'),
    id,
    kind: 'token-provider',
    name: registeringProvider,
    scopes: [],
    scopesKnown: false,
    exchange: null,
    location: locationOf(app, call),
    calls: [],
  };
}

function commonTo(app: App, client: TokenConsumer['client']) {
  const { providerRegistrations, settingsRegistrations } = app.tokens;
  const sections = new Set(settingsRegistrations.map(({ section }) => section));
  const [only = null] = sections;
  const section = client === 'token-provider' && providerRegistrations.length > 0 && sections.size === 1 ? only : null;
  return {
    section,
    sectionKnown: section !== null,
    keyType: 'jwk' as const,
    unsupported: [],
    decision: tokenDecision(app, client),
  };
}
