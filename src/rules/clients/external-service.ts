import type { App } from '../../app/app.ts';
import { consumerDecision } from '../../app/clients/identity.ts';
import type { FileRange } from '../../location.ts';
import type { ExternalServiceData } from '../../words/rules/clients/external-service.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { sharedWithOthers } from '../shared-library.ts';
import { consumerStays, staysWithOldClient } from './decision-obstacles.ts';
import { asked } from './tokens/asked.ts';
import { remedyOf } from './tokens/remedy.ts';
import { registeredForNobody, registrationsGoing, serviceMoves, takenByLibrary } from './tokens/service-moves.ts';

type Found = FindingOf<'clients/external-service'>;
type How = ExternalServiceData['how'];

export const externalService: Rule<'clients/external-service'> = {
  id: 'clients/external-service',
  severity: 'error',
  phase: 'switch',
  fixes: ['review', 'manual'],
  example: 'external-service-exchange',
  check: (app) => {
    if (staysWithOldClient(app, 'external-service')) return [];
    return [...consumers(app), ...own(app), ...byLibrary(app), ...unused(app), ...oldest(app)];
  },
};

function consumers(app: App): readonly Found[] {
  return app.tokens.consumers
    .filter((one) => one.client === 'external-service' && !consumerStays(app, one))
    .map((consumer) => {
      const found = findingAt(app, consumer.at, consumer.name, consumer.how, remedyOf(serviceMoves(app).get(consumer)));
      return { ...found, data: { ...found.data, decision: consumerDecision(app, consumer) } };
    });
}

function own(app: App): readonly Found[] {
  return app.tokens.implementations
    .filter(({ client }) => client === 'external-service')
    .map(({ at }) => findingAt(app, at, 'IMaskinportenService', 'implemented', manual({ code: 'own-provider' })));
}

function byLibrary(app: App): readonly Found[] {
  return takenByLibrary(app).map((at) =>
    findingAt(app, at, 'IMaskinportenService', 'library', manual({ code: 'legacy-eformidling', file: at.file })),
  );
}

function unused(app: App): readonly Found[] {
  return registeredForNobody(app).map(({ at }) => {
    const reasons = [{ code: 'registered-for-nobody' } as const, ...sharedWithOthers(app, at.file)];
    const remedy: Remedy = { kind: 'change', changes: registrationsGoing(app, []), reasons };
    return findingAt(app, at, 'IMaskinportenService', 'registered', remedy);
  });
}

function oldest(app: App): readonly Found[] {
  return app.tokens.oldest.map(({ at, name }) => findingAt(app, at, name, 'oldest', manual({ code: 'oldest-api' })));
}

function manual(reason: Extract<Remedy, { kind: 'manual' }>['reasons'][number]): Remedy {
  return { kind: 'manual', reasons: [reason] };
}

function findingAt(app: App, at: FileRange, name: string, how: How, remedy: Remedy): Found {
  return {
    rule: 'clients/external-service',
    severity: 'error',
    phase: 'switch',
    at,
    subject: at,
    data: { name, how, target: app.target, ...asked(app, 'external-service') },
    remedy,
  };
}
