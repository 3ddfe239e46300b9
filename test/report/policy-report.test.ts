import { describe, expect, test } from 'vitest';
import type { ReadPolicy } from '../../src/app/policy/policy.ts';
import { policyReport } from '../../src/report/policy-report.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';
import type { Words } from '../../src/words/words.ts';
import { workspaceOf } from '../app/workspace-of.ts';
import {
  conditionAt,
  granted,
  inconclusive,
  missing,
  policyFile,
  reportOf,
  ruleAt,
  stateWith,
} from './policy-facts.ts';

const reads = ruleAt(10, 'urn:altinn:ruleid:1');
const writes = ruleAt(30, null);
const notStarted = { kind: 'not-started' } as const;
const task = { kind: 'task', id: 'Task_1', type: 'data' } as const;
const end = { kind: 'end-event', id: 'EndEvent_1' } as const;

test('each answer names the rules behind it by id and line, in the order of the file', () => {
  const { org, file, states } = reportOf(
    [reads, writes],
    [stateWith(task, { read: granted(writes, reads), write: missing })],
    en,
  );
  expect([org, file]).toEqual(['[ORG]', policyFile]);
  expect(states).toEqual([
    {
      state: 'task',
      id: 'Task_1',
      type: 'data',
      actions: {
        read: {
          answer: 'granted',
          rules: [
            { rule: 'urn:altinn:ruleid:1', line: 10 },
            { rule: null, line: 30 },
          ],
          more: 0,
        },
        write: { answer: 'missing', rules: [], more: 0 },
      },
    },
  ]);
});

test('an answer that cannot be told names the place of the doubt, and the rule around it', () => {
  const doubts = [conditionAt(14), conditionAt(3), { code: 'policy-target', at: conditionAt(2).at } as const];
  const { states } = reportOf([reads], [stateWith(notStarted, { read: inconclusive(...doubts) })], en);
  expect(states[0]?.actions.read).toEqual({
    answer: 'inconclusive',
    rules: [
      { rule: null, line: 2 },
      { rule: null, line: 3 },
      { rule: 'urn:altinn:ruleid:1', line: 14 },
    ],
    more: 0,
  });
});

test('a rule is named once, where its first doubt stands, however many it has', () => {
  const doubts = [conditionAt(16), conditionAt(14), conditionAt(35), conditionAt(33)];
  const { states } = reportOf([reads, writes], [stateWith(notStarted, { read: inconclusive(...doubts) })], en);
  expect(states[0]?.actions.read).toEqual({
    answer: 'inconclusive',
    rules: [
      { rule: 'urn:altinn:ruleid:1', line: 14 },
      { rule: null, line: 33 },
    ],
    more: 0,
  });
});

test('of many rules the first are named, and the others counted', () => {
  const many = Array.from({ length: 33 }, (_, index) => ruleAt(10 * index + 1, `r:${index}`));
  const { states } = reportOf(many, [stateWith(notStarted, { read: granted(...many.toReversed()) })], en);
  const { rules = [], more } = states[0]?.actions.read ?? {};
  expect(rules.map(({ rule }) => rule)).toEqual(Array.from({ length: 20 }, (_, index) => `r:${index}`));
  expect(more).toBe(13);
});

test('an action is as bad as it is in any state that needs it', () => {
  const doubt = inconclusive(conditionAt(14));
  const { actions } = reportOf(
    [reads],
    [
      stateWith(notStarted, { read: granted(reads), write: doubt, sign: granted(reads) }),
      stateWith(task, { read: granted(reads), write: missing, sign: doubt }),
      stateWith(end, { read: granted(reads), write: granted(reads), complete: granted(reads) }),
    ],
    en,
  );
  expect(actions).toEqual({ read: 'granted', write: 'missing', sign: 'inconclusive', complete: 'granted' });
});

test('a reason is told once, with its lines, in the language of the report', () => {
  const states = [
    stateWith(notStarted, { read: inconclusive(conditionAt(40), conditionAt(14)) }),
    stateWith(task, {
      read: inconclusive(conditionAt(14)),
      write: inconclusive({ code: 'deny', at: conditionAt(9).at }),
    }),
  ];
  const [first = '', second = '', ...others] = reportOf([reads], states, en).reasons;
  expect(others).toEqual([]);
  expect(first).toMatch(/^Lines 14, 40: .*Condition/);
  expect(second).toMatch(/^Line 9: .*Deny/);
  expect(reportOf([reads], states, nb).reasons[0]).toMatch(/^Linjene 14, 40: .*tilgangsregel.*Condition/);
});

test('of many lines the first are named, and the others counted', () => {
  const doubts = Array.from({ length: 9 }, (_, index) => conditionAt(100 + index));
  const { reasons } = reportOf([], [stateWith(notStarted, { read: inconclusive(...doubts) })], en);
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toMatch(/^Lines 100, 101, 102, 103, 104 and 4 more: /);
});

test('what looks like a key is not told, not even as the name of an action', () => {
  const key = `eyJ${'hbGciOiJSUzI1NiIsImQiOiJ4'.repeat(4)}`;
  const { actions, states } = reportOf([], [stateWith(task, { [key]: missing })], en);
  expect(Object.keys(actions)).toEqual(['•••']);
  expect(Object.keys(states[0]?.actions ?? {})).toEqual(['•••']);
});

test('an action called like something of JavaScript is an action like any other', () => {
  const { actions } = reportOf([], [stateWith(task, Object.fromEntries([['__proto__', missing]]))], en);
  expect(JSON.stringify(actions)).toBe('{"__proto__":"missing"}');
});

describe('without a policy there is nothing to tell but that', () => {
  const nothing = { org: null, file: null, actions: {}, states: [] };
  const without = (policy: ReadPolicy, words: Words) =>
    policyReport({ workspace: workspaceOf({ 'a.txt': '' }), policy, rights: null }, words);

  test('where there is no file', () => {
    expect(without({ kind: 'missing' }, en)).toEqual({
      ...nothing,
      reasons: ['config/authorization/policy.xml is not there, so nothing is said about rights.'],
    });
    expect(without({ kind: 'missing' }, nb).reasons).toEqual([
      'config/authorization/policy.xml finnes ikke, så ingenting er sagt om rettigheter.',
    ]);
  });

  test('where it could not be read', () => {
    const at = { file: policyFile, start: 0, end: 0 };
    const unread = { kind: 'unread', at, reason: { code: 'binary' } } as const;
    expect(without(unread, en)).toEqual({
      ...nothing,
      reasons: [`${policyFile} could not be read, so nothing is said about rights.`],
    });
  });
});
