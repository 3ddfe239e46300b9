import { describe, expect, test } from 'vitest';
import type { Doubt } from '../../../src/app/policy/doubt.ts';
import { extensibleRule } from '../../../src/app/policy/extension.ts';
import { readPolicy } from '../../../src/app/policy/read-policy.ts';
import { serviceOwnerRights } from '../../../src/app/policy/read-rights.ts';
import type { Answer } from '../../../src/app/policy/rights.ts';
import { readProcess } from '../../../src/app/process/read-process.ts';
import {
  action,
  actions,
  anyOf,
  atEnd,
  ignoringCase,
  inTask,
  match,
  ofApp,
  ofOrg,
  org,
  ownRule,
  policy,
  policyPath,
  process,
  processPath,
  role,
  roleRule,
  rule,
  theApp,
} from '../../rules/policy/policies.ts';
import { workspaceOf } from '../workspace-of.ts';

const names = { org: 'ttd', app: 'skjema' };
const location = { path: '.', projectFolder: 'App', projects: [], neighbours: [] };
const bpmn = process(
  [
    { id: 'Task_1', type: 'data' },
    { id: 'Task_2', type: 'data' },
  ],
  ['EndEvent_1', 'EndEvent_2'],
);

function rightsIn(rules: readonly string[], { processText = bpmn, own = names as typeof names | null } = {}) {
  const workspace = workspaceOf({ [policyPath]: policy(rules), [processPath]: processText });
  return serviceOwnerRights({
    policy: readPolicy(workspace, policyPath),
    ownNames: own,
    process: readProcess(workspace, location),
    target: 'v8',
    sendsEFormidling: false,
    autoDeletesOnProcessEnd: false,
  });
}

function nameOf(doubt: Doubt): string {
  if (doubt.code === 'evaluations-differ') return `${doubt.code} ${doubt.permittedBy}`;
  return 'name' in doubt ? `${doubt.code} ${doubt.name}` : doubt.code;
}
const told = (answer: Answer | undefined) =>
  answer?.kind === 'inconclusive' ? answer.because.map(nameOf).join(', ') : answer?.kind;

/** What is said of reading, in each state. */
function reading(rules: readonly string[], more = {}): readonly string[] {
  const states = rightsIn(rules, more)?.states ?? [];
  return states.map(({ state, answers }) => `${'id' in state ? state.id : state.kind} ${told(answers.get('read'))}`);
}

const within = (...matches: readonly string[]) =>
  rule([anyOf([org()]), anyOf([ofOrg(), ofApp(), ...matches]), actions('read')]);
const named = (value: string, attribute: string) =>
  match({ value, attribute, category: 'resource', matchId: ignoringCase });

describe('a rule that is bound to a state counts in that one alone', () => {
  test.each<[string, string, readonly string[]]>([
    ['a task', within(inTask('Task_2')), ['missing', 'missing', 'granted', 'missing', 'missing']],
    [
      'a task in another casing',
      within(named('TASK_1', 'urn:altinn:task')),
      ['missing', 'granted', 'missing', 'missing', 'missing'],
    ],
    ['an end event', within(atEnd('EndEvent_2')), ['missing', 'missing', 'missing', 'missing', 'granted']],
    [
      'an end event in another casing',
      within(named('endevent_1', 'urn:altinn:end-event')),
      ['missing', 'missing', 'missing', 'granted', 'missing'],
    ],
    [
      'a task with white space around its name',
      within(inTask(' Task_2 ')),
      ['missing', 'missing', 'white-space Task_2', 'missing', 'missing'],
    ],
    ['a task that there is not', within(inTask('Task_3')), ['missing', 'missing', 'missing', 'missing', 'missing']],
    ['none', within(), ['granted', 'granted', 'granted', 'granted', 'granted']],
  ])('%s', (_, text, answers) => {
    const states = ['not-started', 'Task_1', 'Task_2', 'EndEvent_1', 'EndEvent_2'];
    expect(reading([text])).toEqual(states.map((state, index) => `${state} ${answers[index]}`));
  });

  test('a task whose name a placeholder makes', () => {
    const processText = process([
      { id: 'ttd', type: 'data' },
      { id: 'other', type: 'data' },
    ]);
    expect(reading([within(inTask('[ORG]'))], { processText }).slice(1, 3)).toEqual(['ttd granted', 'other missing']);
  });

  test('and nobody can tell where the process could not be read', () => {
    const unclear = (text: string) => reading([text], { processText: '<a' });
    expect(unclear(within(inTask('Task_1')))).toEqual([
      'not-started missing',
      'some-task process-unknown',
      'some-end-event missing',
    ]);
    expect(unclear(within(atEnd('EndEvent_1')))).toEqual([
      'not-started missing',
      'some-task missing',
      'some-end-event process-unknown',
    ]);
  });
});

describe('why nothing is decided', () => {
  const conditioned = ownRule(['read'], { more: '    <xacml:Condition/>\n' });

  test.each<[string, readonly string[], string]>([
    ['a condition', [conditioned], 'condition xacml:Condition'],
    ['two of them, each told', [conditioned, ownRule(['read'], { effect: 'Deny' })], 'condition xacml:Condition, deny'],
    ['not what is about others', [conditioned, roleRule(['read'], { effect: 'Deny' })], 'condition xacml:Condition'],
    [
      'not what is about another action',
      [conditioned, ownRule(['sign'], { effect: 'Deny' })],
      'condition xacml:Condition',
    ],
    [
      'one of each kind',
      [ownRule(['read'], { more: '    <xacml:Condition/>\n    <xacml:Condition/>\n' })],
      'condition xacml:Condition',
    ],
    [
      'of each name, of those of a kind',
      [ownRule(['read'], { more: '    <xacml:A/>\n    <xacml:B/>\n    <xacml:A/>\n' })],
      'unknown-element xacml:A, unknown-element xacml:B',
    ],
    [
      'what neither of a request tells',
      [
        rule([
          anyOf([org(), match({ value: 'x', attribute: 'urn:own', category: 'subject' })]),
          theApp(),
          actions('read'),
        ]),
      ],
      'unknown-attribute urn:own',
    ],
    [
      'nothing, where another rule lets it through',
      [conditioned.replace('>read<', '>sign<'), ownRule(['read'])],
      'granted',
    ],
    [
      'nothing, where the subject lacks what it is asked for',
      [
        rule([
          anyOf([org(), match({ value: '[APP]', attribute: 'urn:altinn:app', category: 'subject' })]),
          theApp(),
          actions('read'),
        ]),
      ],
      'missing',
    ],
    [
      'nothing, where the resource lacks it',
      [
        rule([
          anyOf([org()]),
          theApp(
            role().replace(/Category="[^"]*"/, 'Category="urn:oasis:names:tc:xacml:3.0:attribute-category:resource"'),
          ),
          actions('read'),
        ]),
      ],
      'missing',
    ],
    [
      'the two ways of reading a target',
      [rule([anyOf([org()], [role()]), anyOf([org('skd')]), theApp(), actions('read')])],
      'evaluations-differ altinn',
    ],
    ['a part that only the standard does without', [rule([anyOf([org()]), theApp()])], 'evaluations-differ standard'],
    [
      'nothing, where one rule is for the standard and one for Altinn',
      [
        rule([anyOf([org()]), theApp()]),
        rule([anyOf([org()], [role()]), anyOf([org('skd')]), theApp(), actions('read')]),
      ],
      'granted',
    ],
    ['a target that is empty, which is for all', [rule([])], 'evaluations-differ standard'],
  ])('%s', (_, rules, expected) => {
    expect(reading(rules)[0]).toBe(`not-started ${expected}`);
  });
});

describe('a right is granted by', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'each rule that grants it',
      [ownRule(['read'], { id: 'a' }), ownRule(['sign'], { id: 'b' }), ownRule(['read', 'write'], { id: 'c' })],
      ['a', 'c'],
    ],
    [
      'those of them that grant it by both evaluations',
      [
        rule([anyOf([org()], [role()]), anyOf([org('skd')]), theApp(), actions('read')], { id: 'a' }),
        ownRule(['read'], { id: 'b' }),
      ],
      ['b'],
    ],
  ])('%s', (_, rules, ids) => {
    const answer = rightsIn(rules)?.states[0]?.answers.get('read');
    expect(answer?.kind === 'granted' && answer.by.map(({ id }) => id)).toEqual(ids);
  });
});

describe('the org is spelled', () => {
  const lower = (actionName: string) => ownRule([actionName]).replace('>[ORG]<', '>[org]<');

  test.each<[string, readonly string[], string | null]>([
    ['as a rule that grants has it', [ownRule(['sign']), lower('read')], '[org]'],
    ['as any rule has it', [lower('sign')], '[org]'],
    ['without the white space around it', [ownRule(['read']).replace('>[ORG]<', '> [ORG] <')], '[ORG]'],
    ['as another org only where there is none', [ownRule(['read']).replace('>[ORG]<', '>skd<')], null],
    [
      'as the app’s own before one that cannot be compared',
      [
        rule([
          anyOf([match({ value: 'x', attribute: 'urn:altinn:org', category: 'subject', matchId: 'urn:own' })]),
          theApp(),
          actions('sign'),
        ]),
        ownRule(['read']),
      ],
      '[ORG]',
    ],
    ['by nobody where only roles are named', [roleRule(['read'])], null],
  ])('%s', (_, rules, spelling) => {
    expect(rightsIn(rules)?.org).toBe(spelling);
  });

  test('as it stands where nobody knows the app’s own', () => {
    const rules = [ownRule(['read']).replace('>[ORG]<', '>skd<')];
    expect(rightsIn(rules, { own: null })?.org).toBe('skd');
  });
});

describe('a rule is for the service owner alone, and may be extended', () => {
  function extended(...rules: readonly string[]): string | null {
    const read = readPolicy(workspaceOf({ [policyPath]: policy(rules) }), policyPath);
    return read.kind === 'policy' ? (extensibleRule(read.policy, names)?.rule.id ?? null) : 'unread';
  }
  const subject = anyOf([org()]);

  test.each<[string, string]>([
    ['with one action', ownRule(['read'])],
    ['with several', ownRule(['read', 'write'])],
    ['with its org as a literal', ownRule(['read']).replaceAll('[ORG]', 'ttd')],
    ['with its parts in another order', rule([actions('read'), theApp(), subject])],
    ['with its org in both spellings', rule([anyOf([org()], [org('[org]')]), theApp(), actions('read')])],
    [
      'with its app in both spellings',
      rule([subject, anyOf([ofOrg(), ofApp()], [ofApp('[app]'), ofOrg()]), actions('read')]),
    ],
  ])('%s', (_, text) => {
    expect(extended(roleRule(['read'], { id: 'other' }), text)).toBe('urn:altinn:ruleid:1');
  });

  test('and the first of several is', () => {
    expect(extended(ownRule(['read'], { id: 'a' }), ownRule(['write'], { id: 'b' }))).toBe('a');
  });

  test.each<[string, string]>([
    ['denies', ownRule(['read'], { effect: 'Deny' })],
    ['has a condition', ownRule(['read'], { more: '<xacml:Condition/>' })],
    ['is for a role too', rule([anyOf([org()], [role()]), theApp(), actions('read')])],
    ['is for another org too', rule([anyOf([org()], [org('skd')]), theApp(), actions('read')])],
    ['is for the org with a role', rule([anyOf([org(), role()]), theApp(), actions('read')])],
    ['is about apps of any org', rule([subject, anyOf([ofApp()]), actions('read')])],
    ['is about any app of the org', rule([subject, anyOf([ofOrg()]), actions('read')])],
    ['is about one task', rule([subject, theApp(inTask('Task_1')), actions('read')])],
    [
      'is about the app, and one task of it',
      rule([subject, anyOf([ofOrg(), ofApp()], [ofOrg(), ofApp(), inTask('Task_1')]), actions('read')]),
    ],
    ['names no resource', rule([subject, actions('read')])],
    ['names no action', rule([subject, theApp()])],
    ['names the subject twice', rule([subject, subject, theApp(), actions('read')])],
    ['has two actions in one', rule([subject, theApp(), anyOf([action('read'), action('write')])])],
    ['mixes categories', rule([anyOf([org(), ofOrg(), ofApp()]), theApp(), actions('read')])],
    ['has an action of another kind', ownRule(['read']).replace('action:action-id', 'action:own-id')],
    [
      'compares the action by a function that nobody knows',
      rule([
        subject,
        theApp(),
        anyOf([
          match({
            value: 'read',
            attribute: 'urn:oasis:names:tc:xacml:1.0:action:action-id',
            category: 'action',
            matchId: 'urn:own',
          }),
        ]),
      ]),
    ],
    [
      'compares the action with something of no type',
      ownRule(['read']).replace(/(<xacml:AttributeValue) DataType="[^"]*"(>read<)/, '$1$2'),
    ],
    [
      'asks for something that must be there',
      ownRule(['read']).replace('MustBePresent="false"', 'MustBePresent="true"'),
    ],
  ])('but not one that %s', (_, text) => {
    expect(extended(text)).toBeNull();
  });
});
