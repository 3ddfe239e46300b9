import type { App } from '../../app/app.ts';
import { expectsExchange } from '../../app/clients/altinn-scopes.ts';
import type { FileRange } from '../../location.ts';
import type { ExchangeExpectedData } from '../../words/rules/clients/exchange-expected.ts';
import type { Rule } from '../rule.ts';

export const exchangeExpected: Rule<'clients/exchange-expected'> = {
  id: 'clients/exchange-expected',
  severity: 'warning',
  phase: null,
  fixes: ['manual'],
  example: 'exchange-expected',
  check: (app) =>
    [...ofHttpClients(app), ...ofTokenCalls(app)].flatMap(({ method, scopes, at, subject }) => {
      const expecting = scopes.filter(expectsExchange);
      if (expecting.length === 0) return [];
      return [
        {
          rule: 'clients/exchange-expected',
          severity: 'warning',
          phase: null,
          at,
          subject,
          data: { method, scopes: expecting, instead: exchangingInstead(method, app) },
          remedy: { kind: 'manual', reasons: [] },
        },
      ];
    }),
};

interface PlainRequest {
  readonly method: string;
  readonly scopes: readonly string[];
  readonly at: FileRange;
  readonly subject: FileRange;
}

function ofHttpClients({ authorizations }: App): readonly PlainRequest[] {
  return authorizations.flatMap(({ name, exchange, at, request }) => {
    if (exchange || request === null) return [];
    return [{ method: name, scopes: request.asked.scopes, at, subject: { ...at, end: request.call.end } }];
  });
}

function ofTokenCalls({ builtIn }: App): readonly PlainRequest[] {
  return builtIn.clients
    .flatMap(({ calls }) => calls)
    .filter(({ exchange, exchangedByHand }) => !exchange && !exchangedByHand)
    .map(({ method, asked, name, call }) => {
      return { method, scopes: asked.scopes, at: name, subject: { ...name, end: call.end } };
    });
}

/** What the app's own version has; null where it takes an upgrade first. */
function exchangingInstead(method: string, { versions, target }: App): ExchangeExpectedData['instead'] {
  const { exchange, exchangeSpelling } = versions.capabilities;
  if (exchange === 'no' && target === 'v8') return null;
  if (method === 'GetAccessToken') return 'GetAltinnExchangedToken';
  const isBritish = exchangeSpelling === 'british' && target === 'v8';
  return isBritish ? 'UseMaskinportenAltinnAuthorisation' : 'UseMaskinportenAltinnAuthorization';
}
