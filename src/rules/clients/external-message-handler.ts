import type { App } from '../../app/app.ts';
import type { DefinitionRegistration, HandlerUse } from '../../app/clients/external/registration.ts';
import { decisionFor } from '../../app/clients/identity.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { accessData } from './external/access-data.ts';
import { definitionRemedy } from './external/definition-remedy.ts';
import { remedyFor } from './external/move-remedy.ts';
import { type Mover, moversOf, staysExternal } from './external/movers.ts';

type Handlers = FindingOf<'clients/external-message-handler'>;

export const externalMessageHandler: Rule<'clients/external-message-handler'> = {
  id: 'clients/external-message-handler',
  severity: 'error',
  phase: 'switch',
  fixes: ['safe', 'review', 'manual'],
  example: 'pair-dan-studio',
  check: (app) => [
    ...app.externals.flatMap((one) =>
      one.kind === 'external-handler' && !staysExternal(app, one) ? [definitionFinding(app, one)] : [],
    ),
    ...moversOf(app).flatMap((mover) => {
      const { call } = mover;
      return call.kind === 'handler' && !staysExternal(app, mover.registration)
        ? [handlerFinding(app, call, mover)]
        : [];
    }),
  ],
};

function definitionFinding(app: App, definition: DefinitionRegistration): Handlers {
  const data = { part: 'definition', section: definition.section, ...accessData(definition.access) } as const;
  return finding(app, definition, data, definition.id, definitionRemedy(app, definition));
}

function handlerFinding(app: App, handler: HandlerUse, mover: Mover): Handlers {
  const section = mover.registration?.section ?? null;
  const data = { part: 'handler', section, ...accessData(handler.access) } as const;
  return finding(app, handler, data, mover.registration?.id ?? '', remedyFor(app, mover));
}

function finding(
  app: App,
  call: DefinitionRegistration | HandlerUse,
  data: Pick<Handlers['data'], 'part' | 'section' | 'scopes' | 'exchange'>,
  identity: string,
  remedy: Remedy,
): Handlers {
  const key = call.key.kind === 'known' ? call.key.value : null;
  return {
    rule: 'clients/external-message-handler',
    severity: 'error',
    phase: 'switch',
    at: call.at,
    subject: call.call,
    data: {
      method: call.method,
      key,
      ...data,
      decision: decisionFor(app, identity),
      target: app.target,
      vault: app.vault.kind !== 'none',
    },
    remedy,
  };
}
