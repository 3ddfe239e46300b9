import type { App } from '../app/app.ts';
import type { AuthorizationRequest, AuthorizationUse } from '../app/clients/authorization.ts';
import type { AskedScopes } from '../app/clients/built-in/asked-scopes.ts';
import type { DirectClient } from '../app/clients/built-in/direct-clients.ts';
import { clientIds } from '../app/clients/client-id.ts';
import { nameOf } from '../app/clients/external/registered-client.ts';
import { bindsDefault, configuredSection, decisionFor } from '../app/clients/identity.ts';
import { defaultSection } from '../app/settings/section.ts';
import { isDevelopmentOnly } from '../app/startup/condition.ts';
import { locationOf } from './location-of.ts';
import type { ClientReport } from './report.ts';

/** What already uses the built-in client. */
export function builtInClients(app: App): readonly ClientReport[] {
  const requests = app.authorizations.flatMap((use) => (use.request ? [{ use, request: use.request }] : []));
  const ids = clientIds(
    requests.map(({ use, request }) => textOf(app, use, request)),
    app.location.path,
  );
  return [
    ...requests.map(({ use, request }, index) => httpClientReport(app, ids[index] ?? '', use, request)),
    ...app.builtIn.clients.map((client) => directReport(app, client)),
  ];
}

/** In the spelling that lasts: the client is the same when the obsolete one goes. */
function textOf(app: App, { name, at }: AuthorizationUse, { client, call }: AuthorizationRequest) {
  const read = app.workspace.read(at.file);
  const given = read.kind === 'text' ? read.source.text.slice(at.end, call.end) : '';
  const method = name.replace('isation', 'ization');
  return { kind: 'built-in-http-client', method, file: at.file, text: `${nameOf(client) ?? ''}${given}` };
}

function httpClientReport(app: App, id: string, use: AuthorizationUse, request: AuthorizationRequest): ClientReport {
  return {
    ...commonTo(app, [request.asked]),
    id,
    kind: 'built-in-http-client',
    name: nameOf(request.client) ?? use.name,
    exchange: use.exchange,
    location: locationOf(app, request.call),
    calls: request.calls.map((call) => locationOf(app, call)),
  };
}

function directReport(app: App, { id, holder, at, calls }: DirectClient): ClientReport {
  const [first, ...others] = calls;
  return {
    ...commonTo(
      app,
      calls.map(({ asked }) => asked),
    ),
    id,
    kind: 'built-in-direct',
    name: holder,
    exchange: first && others.every(({ exchange }) => exchange === first.exchange) ? first.exchange : null,
    location: locationOf(app, at),
    calls: calls.map(({ call }) => locationOf(app, call)),
  };
}

/** Who holds a client and asks for nothing in sight asks for it somewhere else. */
function commonTo(app: App, asked: readonly AskedScopes[]) {
  return {
    ...credentialsOf(app),
    scopes: [...new Set(asked.flatMap(({ scopes }) => scopes))],
    scopesKnown: asked.length > 0 && asked.every(({ unknown }) => unknown === null),
    keyType: 'jwk' as const,
    unsupported: [],
  };
}

/** There is one built-in client: it has what a call configures for deployed apps, or what Studio provisions. */
function credentialsOf(app: App): Pick<ClientReport, 'section' | 'sectionKnown' | 'decision'> {
  const [only, ...others] = app.configurations.filter((one) => !bindsDefault(one) && !isDevelopmentOnly(one));
  if (only === undefined) return { section: defaultSection, sectionKnown: true, decision: 'studio' };
  if (others.length > 0) return { section: null, sectionKnown: false, decision: 'undecided' };
  const section = configuredSection(only);
  return { section, sectionKnown: section !== null, decision: decisionFor(app, only.id) };
}
