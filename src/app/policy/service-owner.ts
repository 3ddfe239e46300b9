import type { AccessRequest, RequestValue } from './access-request.ts';
import { appAttribute, endEventAttribute, orgAttribute, taskAttribute } from './identifiers.ts';
import type { ProcessState } from './rights.ts';

const own = (part: 'org' | 'app'): RequestValue => ({ kind: 'own', part });
const unknown: RequestValue = { kind: 'unknown' };

/** The service owner asks to do something with an instance of the app. */
export function serviceOwnerRequest(state: ProcessState, action: string): AccessRequest {
  return {
    subject: new Map([[orgAttribute, own('org')]]),
    resource: new Map([[orgAttribute, own('org')], [appAttribute, own('app')], ...stateAttribute(state)]),
    action,
  };
}

function stateAttribute(state: ProcessState): readonly (readonly [string, RequestValue])[] {
  switch (state.kind) {
    case 'not-started':
      return [];
    case 'task':
      return [[taskAttribute, { kind: 'text', text: state.id }]];
    case 'end-event':
      return [[endEventAttribute, { kind: 'text', text: state.id }]];
    case 'some-task':
      return [[taskAttribute, unknown]];
    case 'some-end-event':
      return [[endEventAttribute, unknown]];
  }
}
