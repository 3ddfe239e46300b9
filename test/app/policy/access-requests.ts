import type { AccessRequest, RequestValue } from '../../../src/app/policy/access-request.ts';
import { app, type Category, endEvent, org, roleCode, task } from './abstract-policy.ts';
import { type NaiveRequest, type State, type Subject, said } from './naive-request.ts';
import { actions, endEvents, tasks } from './random-match.ts';

const subjects: readonly Subject[] = ['own org', 'other org', 'DAGL', 'REGNA', 'nobody'];

export const knownStates: readonly State[] = [
  'not started',
  ...tasks.map((id) => ({ task: id })),
  ...endEvents.map((id) => ({ endEvent: id })),
];

export const states: readonly State[] = [...knownStates, { task: 'Task_9' }, 'some task', 'some end event'];

/** Every one of them, of the states given. */
export function allRequests(among: readonly State[], asked: readonly string[] = actions): readonly NaiveRequest[] {
  return subjects.flatMap((subject) => among.flatMap((state) => asked.map((action) => ({ subject, state, action }))));
}

/** The same request as the tool takes it. */
export function accessRequest(request: NaiveRequest): AccessRequest {
  return {
    subject: valuesOf(request, 'subject', [org, roleCode]),
    resource: valuesOf(request, 'resource', [org, app, task, endEvent]),
    action: request.action,
  };
}

function valuesOf(request: NaiveRequest, category: Category, attributes: readonly string[]) {
  const values = new Map<string, RequestValue>();
  for (const attribute of attributes) {
    const value = said(request, category, attribute);
    if (value === 'nothing') continue;
    if (value === 'something') values.set(attribute, { kind: 'unknown' });
    else if ('own' in value) values.set(attribute, { kind: 'own', part: value.own });
    else values.set(attribute, { kind: 'text', text: value.text });
  }
  return values;
}
