import type { App } from '../../app/app.ts';
import type { HttpClientRegistration } from '../../app/clients/external/registration.ts';
import { decisionFor } from '../../app/clients/identity.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { accessData } from './external/access-data.ts';
import { remedyFor } from './external/move-remedy.ts';
import { type Mover, moversOf, staysExternal } from './external/movers.ts';

export const externalHttpClient: Rule<'clients/external-http-client'> = {
  id: 'clients/external-http-client',
  severity: 'error',
  phase: 'switch',
  fixes: ['safe', 'review', 'manual'],
  example: 'pair-events-studio',
  check: (app) =>
    moversOf(app).flatMap((mover) => {
      const { call } = mover;
      return call.kind === 'external-http-client' && !staysExternal(app, call) ? [findingFor(app, call, mover)] : [];
    }),
};

function findingFor(app: App, call: HttpClientRegistration, mover: Mover): FindingOf<'clients/external-http-client'> {
  const { client } = call;
  return {
    rule: 'clients/external-http-client',
    severity: 'error',
    phase: 'switch',
    at: call.at,
    subject: call.call,
    data: {
      method: call.method,
      client: client === null ? null : client.kind === 'named' ? client.expression : client.types.join(', '),
      section: call.section,
      ...accessData(call.access),
      decision: decisionFor(app, call.id),
      target: app.target,
      vault: app.vault.kind !== 'none',
    },
    remedy: remedyFor(app, mover),
  };
}
