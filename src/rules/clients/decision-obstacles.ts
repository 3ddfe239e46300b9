import type { App } from '../../app/app.ts';
import type { OldClient, TokenConsumer } from '../../app/clients/consumers/consumer.ts';
import { consumerDecision, decisionFor, tokenDecision } from '../../app/clients/identity.ts';
import { isDefaultSection } from '../../app/settings/section.ts';
import type { Decision } from '../../decision.ts';
import type { Reason } from '../../words/reasons.ts';

/** Nothing of several identities is edited until each is decided. */
export function undecidedIdentities({ identities }: App): readonly Reason[] {
  if (!identities.some(({ decision }) => decision === 'undecided')) return [];
  return [{ code: 'undecided-identities', sections: identities.map(({ section }) => section) }];
}

/** Why what was decided for the credentials of a client cannot be carried out. */
export function obstaclesOfDecision(app: App, client: string): readonly Reason[] {
  const undecided = undecidedIdentities(app);
  if (undecided.length > 0) return undecided;
  const decision: Decision | 'undecided' = decisionFor(app, client);
  if (decision === 'studio') return besideBuiltIn(app);
  if (decision !== 'own-built-in') return [];
  const own = app.identities.filter((identity) => identity.decision === 'own-built-in');
  if (app.target === 'v9') return [{ code: 'decision-does-not-fit', decision, fitting: ['studio', 'own-external'] }];
  if (own.length > 1) return [{ code: 'several-built-in', sections: own.flatMap(({ section }) => section ?? []) }];
  const section = own[0]?.section ?? null;
  if (section === null) return [{ code: 'own-section-unknown' }];
  return isDefaultSection(section) ? [{ code: 'own-on-default-section' }] : [];
}

/** The same for the library's token provider, and for classes that ask it. */
export function obstaclesOfProvider(app: App): readonly Reason[] {
  const undecided = undecidedIdentities(app);
  switch (tokenDecision(app, 'token-provider')) {
    case 'studio':
      // The provider of the library asks the built-in client: it has that one's identity before and after.
      return app.tokens.providerRegistrations.length > 0 ? besideBuiltIn(app) : [];
    case 'own-built-in':
      return [{ code: 'own-built-in-by-hand' }];
    case 'own-external':
      return [{ code: app.target === 'v9' ? 'shim-removed' : 'kept-by-decision' }];
    case 'undecided':
      return undecided.length > 0 ? undecided : [{ code: 'service-shared' }];
  }
}

/** The same for one class that asks them. */
export function obstaclesOfConsumer(app: App, consumer: TokenConsumer): readonly Reason[] {
  if (consumer.client === 'token-provider') return obstaclesOfProvider(app);
  const undecided = undecidedIdentities(app);
  if (undecided.length > 0) return undecided;
  switch (consumerDecision(app, consumer)) {
    case 'studio':
      return besideBuiltIn(app);
    case 'own-built-in':
      return [{ code: 'own-built-in-by-hand' }];
    case 'own-external':
      return [{ code: 'kept-by-decision' }];
    case 'undecided':
      return [{ code: 'service-shared' }];
  }
}

/** The built-in client has one identity: bound to a section of the app's own, it has not Studio's. */
function besideBuiltIn({ identities }: App): readonly Reason[] {
  return identities.some(({ decision }) => decision === 'own-built-in') ? [{ code: 'mixed-decisions' }] : [];
}

/** Whether there is nothing to say: v9 has no shims, whatever was decided. */
export function staysWithOldClient(app: App, client: OldClient): boolean {
  return tokenDecision(app, client) === 'own-external' && (client === 'external-service' || app.target === 'v8');
}

/** The same of one class. */
export function consumerStays(app: App, consumer: TokenConsumer): boolean {
  return consumerDecision(app, consumer) === 'own-external';
}
