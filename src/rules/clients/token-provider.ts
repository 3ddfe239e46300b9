import type { App } from '../../app/app.ts';
import type { FileRange } from '../../location.ts';
import type { TokenProviderData } from '../../words/rules/clients/token-provider.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { staysWithOldClient } from './decision-obstacles.ts';
import { asked } from './tokens/asked.ts';
import { moveOf, ownRegistrations } from './tokens/consumer-remedy.ts';
import { remedyOf } from './tokens/remedy.ts';
import { serviceMoves } from './tokens/service-moves.ts';

type Found = FindingOf<'clients/token-provider'>;
type How = TokenProviderData['how'];

export const tokenProvider: Rule<'clients/token-provider'> = {
  id: 'clients/token-provider',
  severity: 'warning',
  phase: 'switch',
  fixes: ['review', 'manual'],
  example: 'token-provider-field',
  check: (app) => {
    if (staysWithOldClient(app, 'token-provider')) return [];
    return [...consumers(app), ...registrations(app), ...own(app)];
  },
};

function consumers(app: App): readonly Found[] {
  return app.tokens.consumers
    .filter(({ client }) => client === 'token-provider')
    .map((consumer) => findingAt(app, consumer.at, consumer.name, consumer.how, remedyOf(moveOf(app, consumer))));
}

function registrations(app: App): readonly Found[] {
  return app.tokens.providerRegistrations.map((registration) =>
    findingAt(
      app,
      registration.at,
      'AddMaskinportenJwkTokenProvider',
      'registered',
      remedyOf(serviceMoves(app).get(registration)),
    ),
  );
}

/** Providers that the app makes itself: what becomes of them is for people. */
function own(app: App): readonly Found[] {
  const { implementations, directProviders } = app.tokens;
  const classes = implementations.filter(({ client }) => client === 'token-provider');
  const made = ownRegistrations(app.tokens, 'token-provider').filter(
    ({ implementation }) => !classes.some(({ name }) => name === implementation?.split('.').at(-1)),
  );
  const byHand: Remedy = { kind: 'manual', reasons: [{ code: 'own-provider' }] };
  return [
    ...classes.map(({ at }) => findingAt(app, at, 'IMaskinportenTokenProvider', 'implemented', byHand)),
    ...directProviders.map((at) => findingAt(app, at, 'MaskinportenJwkTokenProvider', 'made', byHand)),
    ...(directProviders.length > 0 ? [] : made).map(({ at }) =>
      findingAt(app, at, 'IMaskinportenTokenProvider', 'made', byHand),
    ),
  ];
}

function findingAt(app: App, at: FileRange, name: string, how: How, remedy: Remedy): Found {
  return {
    rule: 'clients/token-provider',
    severity: app.target === 'v9' ? 'error' : 'warning',
    phase: 'switch',
    at,
    subject: at,
    data: { name, how, target: app.target, ...asked(app, 'token-provider') },
    remedy,
  };
}
