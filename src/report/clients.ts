import type { App } from '../app/app.ts';
import type { ClientConfiguration } from '../app/clients/configuration.ts';
import { nameOf } from '../app/clients/external/registered-client.ts';
import type { HandlerUse, HttpClientRegistration } from '../app/clients/external/registration.ts';
import type { RequestedAccess } from '../app/clients/external/requested-access.ts';
import { configurationId, configuredSection, decisionFor, handlerIdentity } from '../app/clients/identity.ts';
import { builtInClients } from './built-in-clients.ts';
import { locationOf } from './location-of.ts';
import type { ClientReport } from './report.ts';
import { tokenClients } from './token-clients.ts';

/** Everything in the app that has to do with a Maskinporten client, in the order of the files. */
export function clientReports(app: App): readonly ClientReport[] {
  const attached = new Set(app.handlers.flatMap(({ definitions }) => definitions));
  const definitions = app.externals.filter((one) => one.kind === 'external-handler' && !attached.has(one));
  return [
    ...app.configurations.map((one) => configurationReport(app, one)),
    ...app.externals.flatMap((one) => (one.kind === 'external-http-client' ? [httpClientReport(app, one)] : [])),
    ...app.handlers.map((one) => handlerReport(app, one)),
    // Of a definition that a handler asks for, the handler's client tells.
    ...definitions.map((one) => ({
      ...externalReport(app, one.id, one.id, one),
      kind: 'external-handler' as const,
      name: one.key.kind === 'known' ? one.key.value : one.method,
      calls: [],
    })),
    ...tokenClients(app),
    ...builtInClients(app),
  ].sort(byPlace);
}

function byPlace(a: ClientReport, b: ClientReport): number {
  if (a.location.file !== b.location.file) return a.location.file < b.location.file ? -1 : 1;
  return a.location.line - b.location.line || a.location.column - b.location.column;
}

function configurationReport(app: App, configuration: ClientConfiguration): ClientReport {
  const section = configuredSection(configuration);
  return {
    id: configurationId(configuration),
    kind: 'built-in-configuration',
    name: configuration.method,
    section,
    sectionKnown: section !== null,
    scopes: [],
    scopesKnown: false,
    exchange: null,
    keyType: 'jwk',
    unsupported: [],
    decision: decisionFor(app, configurationId(configuration)),
    location: locationOf(app, configuration.call),
    calls: [],
  };
}

function httpClientReport(app: App, registration: HttpClientRegistration): ClientReport {
  const { client, calls } = registration;
  return {
    ...externalReport(app, registration.id, registration.id, registration),
    kind: 'external-http-client',
    name: nameOf(client) ?? registration.method,
    calls: calls.map((call) => locationOf(app, call)),
  };
}

function handlerReport(app: App, handler: HandlerUse): ClientReport {
  const [definition] = handler.definitions;
  const section = definition?.section ?? null;
  return {
    ...externalReport(app, handler.id, handlerIdentity(handler), { ...handler, section }),
    kind: 'external-handler',
    name: handler.key.kind === 'known' ? handler.key.value : handler.method,
    calls: handler.definitions.map(({ call }) => locationOf(app, call)),
  };
}

interface ExternalPart {
  readonly section: string | null;
  readonly access: RequestedAccess;
  readonly definition: HandlerUse['definition'];
  readonly call: HandlerUse['call'];
}

function externalReport(app: App, id: string, identity: string, part: ExternalPart) {
  const { section, access, definition, call } = part;
  const { scopes, exchange, unsupported } = access;
  return {
    id,
    section,
    sectionKnown: section !== null,
    scopes: scopes.kind === 'known' ? scopes.scopes : [],
    scopesKnown: scopes.kind === 'known',
    exchange: exchange.kind === 'known' ? exchange.value : null,
    keyType: definition.keyType,
    unsupported: [...new Set(unsupported.map(({ name }) => name))],
    decision: decisionFor(app, identity),
    location: locationOf(app, call),
  };
}
