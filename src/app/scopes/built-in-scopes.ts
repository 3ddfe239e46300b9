import type { FileRange } from '../../location.ts';
import type { UnknownReason } from '../../syntax/csharp/evaluate/evaluation.ts';
import type { UnknownAccess } from '../../words/reasons.ts';
import type { AuthorizationUse } from '../clients/authorization.ts';
import type { AskedScopes } from '../clients/built-in/asked-scopes.ts';
import type { BuiltInUse } from '../clients/built-in/read-built-in.ts';
import { isDevelopmentOnly } from '../startup/condition.ts';

import { type Requests, together } from './scope-request.ts';

/** What the built-in client is asked for where the app is deployed. */
export function requestsOfBuiltIn(
  authorizations: readonly AuthorizationUse[],
  { clients }: BuiltInUse,
  stays: boolean,
): Requests {
  const deployed = authorizations.filter((one) => !isDevelopmentOnly(one));
  return together([
    ...deployed.map(({ name, at, request }) => {
      const passedOn: AskedScopes = { scopes: [], unknown: { code: 'computed', expression: name } };
      return requestsOf(name, at, request?.asked ?? passedOn, stays);
    }),
    ...clients.flatMap(({ calls }) => calls.map(({ method, name, asked }) => requestsOf(method, name, asked, stays))),
  ]);
}

export function requestsOf(by: string, at: FileRange, { scopes, unknown }: AskedScopes, stays: boolean): Requests {
  return {
    requests: scopes.length === 0 ? [] : [{ scopes, at, implied: false, stays }],
    unresolved: unknown === null || stays ? [] : [{ by, at, because: computedBy(unknown) }],
    differing: [],
  };
}

function computedBy(because: UnknownReason): UnknownAccess {
  return { code: 'computed', expression: named(because), because };
}

/** What of the source a reason is about, as far as it says. */
function named(because: UnknownReason): string {
  if ('name' in because) return because.name;
  if ('expression' in because) return because.expression;
  return 'file' in because ? because.file : '…';
}
