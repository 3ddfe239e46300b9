import fc from 'fast-check';
import {
  type AbstractMatch,
  actionId,
  app,
  appResource,
  type Category,
  endEvent,
  ignoringCase,
  integerType,
  org,
  own,
  regexpMatch,
  roleCode,
  stringEqual,
  stringType,
  task,
} from './abstract-policy.ts';
import { foreignOrg } from './naive-request.ts';

export const actions = ['read', 'write', 'Write', 'complete', 'sign', 'instantiate', 'delete'] as const;
export const tasks = ['Task_1', 'Task_2'] as const;
export const endEvents = ['EndEvent_1'] as const;

export const seldom = (weight: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

export function often<T>(usual: T, weight: number, ...others: readonly [T, ...T[]]): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

export const match = (
  category: Category,
  attribute: string,
  values: fc.Arbitrary<string>,
): fc.Arbitrary<AbstractMatch> =>
  fc.record({
    category: fc.constant(category),
    attribute: fc.constant(attribute),
    value: fc.tuple(values, seldom(250)).map(([value, isPadded]) => (isPadded ? `\n  ${value} ` : value)),
    matchId: fc.oneof(
      { weight: 400, arbitrary: fc.constantFrom(stringEqual, ignoringCase) },
      { weight: 1, arbitrary: fc.constant(regexpMatch) },
    ),
    dataType: often(stringType, 250, integerType),
    mustBePresent: seldom(250),
  });

export const ownOrgs = ['[ORG]', '[org]', own.org] as const;
const anyOrg = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...ownOrgs) },
  { weight: 1, arbitrary: fc.constantFrom(own.org.toUpperCase(), foreignOrg, 'digdir', '[Org]') },
);
const anyApp = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom('[APP]', '[app]', own.app) },
  { weight: 1, arbitrary: fc.constantFrom('Berth-Permit', 'other-app', '[App]') },
);
export const role = match('subject', roleCode, fc.constantFrom('DAGL', 'REGNA', 'dagl'));
export const orgSubject = match('subject', org, anyOrg);
export const ofOrg = match('resource', org, anyOrg);
export const ofApp = match('resource', app, anyApp);
export const inState = fc.oneof(
  { weight: 3, arbitrary: match('resource', task, fc.constantFrom(...tasks, ...tasks, 'TASK_1')) },
  { weight: 2, arbitrary: match('resource', endEvent, fc.constantFrom(...endEvents)) },
  { weight: 1, arbitrary: match('resource', appResource, fc.constant('events')) },
);
export const action = match('action', actionId, fc.constantFrom('read', 'write', ...actions));
export const anyMatch = fc.oneof(role, orgSubject, ofOrg, ofApp, inState, action);
