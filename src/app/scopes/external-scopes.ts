import type { ExternalRegistration, HandlerUse } from '../clients/external/registration.ts';
import type { RequestedScopes } from '../clients/external/requested-access.ts';
import { decisionFor, handlerIdentity, type LegacyIdentity } from '../clients/identity.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { isDevelopmentOnly } from '../startup/condition.ts';
import { nothingAsked, type Requests, together } from './scope-request.ts';
import { requestsOfSection } from './section-scopes.ts';

export interface ExternalScopeSources {
  readonly externals: readonly ExternalRegistration[];
  readonly handlers: readonly HandlerUse[];
  readonly identities: readonly LegacyIdentity[];
  readonly settings: readonly SettingsFile[];
}

/** What clients of the external package ask for where the app is deployed. */
export function requestsOfExternals({ externals, handlers, identities, settings }: ExternalScopeSources): Requests {
  const attached = new Set(handlers.flatMap(({ definitions }) => definitions));
  const keeps = (id: string) => decisionFor({ identities }, id).startsWith('own');
  const clients = externals.filter((one) => !attached.has(one) && !isDevelopmentOnly(one));
  const deployed = handlers.filter((one) => !isDevelopmentOnly(one));
  return together([
    ...clients.map((one) => {
      const asked = requestsOf({ ...one, scopes: one.access.scopes, stays: keeps(one.id), settings });
      // By itself, a definition asks for nothing.
      return one.kind === 'external-handler' ? { ...asked, unresolved: [] } : asked;
    }),
    ...deployed.map((one) => {
      const section = one.definitions[0]?.section ?? null;
      return requestsOf({ ...one, section, scopes: one.access.scopes, stays: keeps(handlerIdentity(one)), settings });
    }),
  ]);
}

interface Asking {
  readonly method: string;
  readonly at: HandlerUse['at'];
  readonly section: string | null;
  readonly scopes: RequestedScopes;
  readonly stays: boolean;
  readonly settings: readonly SettingsFile[];
}

function requestsOf({ method, at, section, scopes, stays, settings }: Asking): Requests {
  const inSettings = section === null ? nothingAsked : requestsOfSection(section, settings, stays);
  if (scopes.kind === 'known') {
    if (scopes.from === 'settings' && inSettings.requests.length > 0) return inSettings;
    return { ...nothingAsked, requests: [{ scopes: scopes.scopes, at, implied: false, stays }] };
  }
  const { because } = scopes;
  if (because.code === 'differs-by-environment') return inSettings;
  return { ...nothingAsked, unresolved: stays ? [] : [{ by: method, at, because }] };
}
