import { posix } from 'node:path';
import type { Decision } from '../../decision.ts';
import type { App } from '../app.ts';
import { clientIds } from '../clients/client-id.ts';
import type { ClientConfiguration } from '../clients/configuration.ts';
import type { TokenConsumer } from '../clients/consumers/consumer.ts';
import { providerIds } from '../clients/consumers/registrations.ts';
import { secretsOf } from '../clients/credentials/given-identities.ts';
import type { ServiceCredentials } from '../clients/credentials/service-credentials.ts';
import type { ExternalRegistration, HandlerUse } from '../clients/external/registration.ts';
import {
  bindsDefault,
  configuredSection,
  consumerDecision,
  decisionFor,
  handlerIdentity,
  identitiesOf,
  tokenDecision,
} from '../clients/identity.ts';
import { filledDefaultSections } from '../settings/default-sections.ts';
import { defaultSection, sectionsAt } from '../settings/section.ts';
import { isDevelopmentOnly } from '../startup/condition.ts';
import { maskinportenReads } from '../vault/maskinporten-reads.ts';
import type { RecordedClient } from './migration-record.ts';

/** Credentials that are not Studio's: those of a client in the code, or keys that only settings hold. */
export interface LegacyClient extends RecordedClient {
  readonly kind: 'configuration' | 'registration' | 'handler' | 'consumer' | 'provider' | 'settings';
}

/** All of them, as a record tells of each. */
export function legacyClients(app: App): readonly LegacyClient[] {
  const attached = new Set(app.handlers.flatMap(({ definitions }) => definitions));
  const found: readonly Found[] = [
    ...app.configurations.filter((one) => !bindsDefault(one)).map((one) => configured(app, one)),
    // Of a definition that a handler asks for, the handler tells.
    ...app.externals.filter((one) => !attached.has(one)).map((one) => registered(app, one)),
    ...app.handlers.map((one) => handled(app, one)),
    ...consumersWithCredentials(app).map((one) => consuming(app, one)),
    ...providers(app),
    ...filledByHand(app),
  ];
  return found.map((client) => recorded(app, client));
}

interface Found {
  readonly kind: LegacyClient['kind'];
  readonly id: string;
  readonly section: string | null;
  readonly decision: Decision | 'undecided';
  readonly scopes: readonly string[];
  readonly exchange: boolean | null;
  /** That the code names, beside those of the section. */
  readonly secrets?: readonly string[];
  /** Of the client ids that stand in the code. */
  readonly hashes?: readonly string[];
  readonly code: readonly string[];
}

/** The built-in client asks in many places, all with the one set of credentials. */
function configured(app: App, configuration: ClientConfiguration): Found {
  return {
    kind: 'configuration',
    id: configuration.id,
    section: configuredSection(configuration),
    decision: isDevelopmentOnly(configuration) ? 'studio' : decisionFor(app, configuration.id),
    ...askedOfBuiltIn(app),
    code: [configuration.call.file],
  };
}

function registered(app: App, registration: ExternalRegistration): Found {
  const { id, section, call } = registration;
  return {
    kind: 'registration',
    id,
    section,
    decision: decisionFor(app, id),
    ...accessOf(registration),
    code: [call.file],
  };
}

function handled(app: App, handler: HandlerUse): Found {
  const { id, definitions, call } = handler;
  return {
    kind: 'handler',
    id,
    section: definitions[0]?.section ?? null,
    decision: decisionFor(app, handlerIdentity(handler)),
    ...accessOf(handler),
    code: [call.file, ...definitions.map((definition) => definition.call.file)],
  };
}

function accessOf({ access: { scopes, exchange } }: Pick<HandlerUse, 'access'>) {
  return {
    scopes: scopes.kind === 'known' ? scopes.scopes : [],
    exchange: exchange.kind === 'known' ? exchange.value : null,
  };
}

/** The library's own provider asks the built-in client; only one that the app registers has credentials of its own. */
function consumersWithCredentials({ tokens }: App): readonly TokenConsumer[] {
  const registersProvider = tokens.providerRegistrations.length > 0;
  return tokens.consumers.filter(({ client }) => client === 'external-service' || registersProvider);
}

function consuming(app: App, consumer: TokenConsumer): Found {
  const { id, at, rewrite, credentials } = consumer;
  const calls = rewrite.kind === 'known' ? rewrite.calls : [];
  return {
    kind: 'consumer',
    id,
    section: credentials === null ? sectionOfTokens(app) : onlyOne(identitiesOf(app, id).map(({ section }) => section)),
    decision: consumerDecision(app, consumer),
    scopes: calls.flatMap(({ scope }) => scope.asked ?? []),
    exchange: agreed(calls.map(({ exchange }) => exchange)),
    ...(credentials !== null && givenBy(app, at.file, credentials)),
    code: [at.file, ...(credentials === null ? [] : registeredFor(app))],
  };
}

/** The package's service is given id and key by whoever calls it. */
function givenBy(app: App, file: string, { ids, keys }: ServiceCredentials) {
  return {
    secrets: [...secretsOf([...ids, ...keys]), ...secretsReadIn(app, file)],
    hashes: ids.flatMap((source) => (source.kind === 'written' ? [source.hash] : [])),
  };
}

/** Where the app registers the service, and the settings that it is given. */
function registeredFor({ tokens }: App): readonly string[] {
  const services = tokens.clientRegistrations.filter(({ client }) => client === 'external-service');
  return [...services, ...tokens.settingsRegistrations].map(({ at }) => at.file);
}

/** Where it cannot be followed, a secret that the same code reads is what it gives. */
function secretsReadIn(app: App, file: string): readonly string[] {
  return maskinportenReads(app).flatMap(({ name, at }) => (name !== null && at.file === file ? [name] : []));
}

/** The provider that the app registers: libraries ask it too, and they stand in no code of the app. */
function providers(app: App): readonly Found[] {
  const { providerRegistrations, consumers } = app.tokens;
  const ids = providerIds(providerRegistrations, app.location.path);
  const asking = consumers.filter(({ client }) => client === 'token-provider');
  const calls = asking.flatMap(({ rewrite }) => (rewrite.kind === 'known' ? rewrite.calls : []));
  return providerRegistrations.map(({ call, secret }, index) => ({
    kind: 'provider',
    id: ids[index] ?? '',
    section: sectionOfTokens(app),
    decision: tokenDecision(app, 'token-provider'),
    scopes: [...calls.flatMap(({ scope }) => scope.asked ?? []), ...app.scopes.byLibraries],
    exchange: agreed(calls.map(({ exchange }) => exchange)),
    secrets: secret === null ? [] : [secret],
    code: [call.file],
  }));
}

/** Where the settings come from that the app configures for the package, or its only credentials. */
function sectionOfTokens({ tokens, identities }: App): string | null {
  const configured = tokens.settingsRegistrations.map(({ section }) => section);
  return onlyOne(configured.length > 0 ? configured : identities.map(({ section }) => section));
}

function onlyOne(sections: readonly (string | null)[]): string | null {
  const [only = null, ...others] = new Set(sections);
  return others.length === 0 ? only : null;
}

/** Credentials in the default section, which mix with those that Studio provisions: they belong to no call. */
function filledByHand(app: App): readonly Found[] {
  const filled = filledDefaultSections(app);
  const [id = ''] = clientIds(
    [{ kind: 'settings', method: '', file: app.location.path, text: defaultSection }],
    app.location.path,
  );
  if (filled.length === 0) return [];
  return [{ kind: 'settings', id, section: defaultSection, decision: 'studio', ...askedOfBuiltIn(app), code: [] }];
}

function askedOfBuiltIn({ authorizations, builtIn, tokens, scopes: { byLibraries } }: App) {
  const requests = authorizations.flatMap(({ exchange, request }) => (request ? [{ exchange, ...request.asked }] : []));
  const calls = builtIn.clients
    .flatMap((client) => client.calls)
    .map(({ exchange, asked }) => ({ exchange, ...asked }));
  const shims = tokens.providerRegistrations.length > 0 ? [] : tokens.consumers;
  const provided = shims.flatMap(({ client, rewrite }) =>
    client === 'token-provider' && rewrite.kind === 'known' ? rewrite.calls : [],
  );
  const asked = [
    ...requests,
    ...calls,
    ...provided.map(({ exchange, scope }) => ({ exchange, scopes: scope.asked ?? [] })),
  ];
  return {
    scopes: [...asked.flatMap(({ scopes }) => scopes), ...byLibraries],
    exchange: agreed(asked.map(({ exchange }) => exchange)),
  };
}

function agreed(values: readonly boolean[]): boolean | null {
  const [first, ...others] = values;
  return first === undefined || others.some((value) => value !== first) ? null : first;
}

function recorded(app: App, { code, decision, secrets = [], hashes = [], ...client }: Found): LegacyClient {
  const { section } = client;
  const isOfSection = (other: string | null) => section !== null && other?.toLowerCase() === section.toLowerCase();
  const settings = section === null ? [] : sectionsAt(section, app.settings).map(({ file }) => file);
  return {
    ...client,
    // What nobody had to decide on moves as the tool proposed.
    decision: decision === 'undecided' ? 'studio' : decision,
    clientIdHashes: [
      ...hashes,
      ...app.clientIdentities.filter((one) => isOfSection(one.section)).map(({ hash }) => hash),
    ],
    secrets: [...secrets, ...app.secretNames.filter((one) => isOfSection(one.section)).map(({ name }) => name)],
    files: [...code, ...settings].map((file) => posix.relative(app.location.path, file)),
  };
}
