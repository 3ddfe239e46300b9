import { describe, expect, test } from 'vitest';
import { auditedApp, type Files } from '../audited.ts';
import {
  action,
  actions,
  anyOf,
  appWithPolicy,
  inTask,
  level,
  match,
  obligations,
  ofApp,
  ofOrg,
  org,
  ownRule,
  policy,
  policyPath,
  processPath,
  role,
  roleRule,
  rule,
  theApp,
} from './policies.ts';

/** What stays open, and why. */
async function open(files: Files, asked = {}) {
  const { settled } = await auditedApp(files, asked);
  return settled.flatMap(({ finding }) => {
    if (finding.rule !== 'policy/inconclusive') return [];
    const { doubt, actions: about } = finding.data;
    return [`${doubt.code}: ${about.join(' ')}`];
  });
}

const second = { id: 'urn:altinn:ruleid:2' };
const both = ['read', 'write'];
const orgBy = (more: object) => match({ value: '[ORG]', attribute: 'urn:altinn:org', category: 'subject', ...more });
const condition = '    <xacml:Condition><xacml:Apply FunctionId="urn:x"/></xacml:Condition>\n';
const own =
  '    <xacml:ObligationExpressions><xacml:ObligationExpression ObligationId="o" FulfillOn="Permit"/></xacml:ObligationExpressions>\n';

describe('leaves open', () => {
  test.each([
    ['what a Deny may refuse', [ownRule(both), ownRule(['write'], { ...second, effect: 'Deny' })], ['deny: write']],
    [
      'a rule with a Condition',
      [ownRule(['read']), ownRule(['write'], { ...second, more: condition })],
      ['condition: write'],
    ],
    ['a rule with obligations', [ownRule(both, { more: own })], ['obligations: read write']],
    [
      'a rule with a Condition beside one that grants the same',
      [ownRule(both), ownRule(['write'], { ...second, more: condition })],
      ['condition: write'],
    ],
    ['an effect that is none', [ownRule(both, { effect: 'permit' })], ['unknown-effect: read write']],
    [
      'everything, for a function that nobody knows',
      [
        ownRule(both),
        rule(
          [
            anyOf([
              match({
                value: 'DAGL',
                attribute: 'urn:altinn:rolecode',
                category: 'subject',
                matchId: 'urn:skd:function:role',
              }),
            ]),
            theApp(),
            actions('sign'),
          ],
          second,
        ),
      ],
      ['unknown-function: read write'],
    ],
    [
      'a comparison of other types',
      [rule([anyOf([orgBy({ type: 'http://www.w3.org/2001/XMLSchema#anyURI' })]), theApp(), actions(...both)])],
      ['unknown-data-type: read write'],
    ],
    [
      'everything, where a request lacks what must be present',
      [
        ownRule(both),
        rule(
          [
            anyOf([
              match({ value: 'DAGL', attribute: 'urn:altinn:rolecode', category: 'subject', mustBePresent: true }),
            ]),
            theApp(),
            actions('sign'),
          ],
          second,
        ),
      ],
      ['must-be-present: read write'],
    ],
    [
      'a task in an AnyOf of its own, which Altinn takes for an alternative',
      [ownRule(['read']), rule([anyOf([org()]), theApp(), anyOf([inTask('Task_1')]), actions('write')], second)],
      ['evaluations-differ: write'],
    ],
    ['a rule without a target', [ownRule(['read']), rule([], second)], ['evaluations-differ: write']],
    [
      'a rule for everybody, by the standard',
      [ownRule(['read']), rule([theApp(), actions('write')], second)],
      ['evaluations-differ: write'],
    ],
    [
      'a value with white space around it',
      [rule([anyOf([org('\n  [ORG]\n')]), theApp(), actions(...both)])],
      ['white-space: read write'],
    ],
  ])('%s', async (_, rules, expected) => {
    expect(await open(appWithPolicy(policy(rules)))).toEqual(expected);
  });

  test.each([
    ['another algorithm', { algorithm: 'permit-overrides' }, 'combining-algorithm'],
    ['a target of the policy', { target: `<xacml:Target>${anyOf([role()])}</xacml:Target>` }, 'policy-target'],
  ])('everything, for %s', async (_, more, code) => {
    expect(await open(appWithPolicy(policy([ownRule(both)], more)))).toEqual([`${code}: read write`]);
  });

  test('everything in a PolicySet', async () => {
    const set = policy([])
      .replaceAll('xacml:Policy ', 'xacml:PolicySet ')
      .replaceAll('/xacml:Policy>', '/xacml:PolicySet>');
    expect(await open(appWithPolicy(set))).toEqual(['policy-set: read write']);
  });

  test('what a rule grants in a task of a process that is not there', async () => {
    const rules = policy([
      ownRule(['read']),
      rule([anyOf([org()]), theApp(inTask('Task_1')), actions('write')], second),
    ]);
    expect(await open(appWithPolicy(rules, { bpmn: null }))).toEqual(['process-unknown: write']);
    expect(await open(appWithPolicy(rules, { bpmn: '<bpmn:definitions>' }))).toEqual(['process-unknown: write']);
    expect(await open(appWithPolicy(rules))).toEqual([]);
  });

  test('literal names of an app without metadata', async () => {
    const literal = policy([rule([anyOf([org('ttd')]), anyOf([ofOrg('ttd'), ofApp('app')]), actions(...both)])]);
    const more = { 'App/config/applicationmetadata.json': '{}\n' };
    expect(await open(appWithPolicy(literal, { more }))).toEqual([
      'own-name-unknown: read write',
      'own-name-unknown: read write',
    ]);
    expect(await open(appWithPolicy(policy([ownRule(both)]), { more }))).toEqual([]);
  });

  test('an authentication level that is no number', async () => {
    const text = policy([ownRule(both)], { obligations: obligations(level('minimum-authenticationlevel', 'three')) });
    expect(await open(appWithPolicy(text))).toEqual(['level-unclear: ']);
  });
});

describe('what nobody can read', () => {
  const bare = '          <xacml:Match/>\n';
  test.each([
    ['a match without anything', [roleRule(['sign'], { ...second }).replace(action('sign'), bare)], 'malformed'],
    ['an effect in another casing', [roleRule(['sign'], { ...second, effect: 'permit' })], 'unknown-effect'],
    ['an AnyOf without alternatives', [rule([anyOf(), theApp(), actions('sign')], second)], 'malformed'],
  ])('leaves everything open, also in a rule for others: %s', async (_, rules, code) => {
    expect(await open(appWithPolicy(policy([ownRule(both), ...rules])))).toEqual([`${code}: read write`]);
  });
});

describe('an attribute that nobody knows of', () => {
  const scoped = match({ value: 'altinn:serviceowner', attribute: 'urn:scope', category: 'subject' });

  test('leaves open what a rule grants that asks for it', async () => {
    const rules = [rule([anyOf([org(), scoped]), theApp(), actions(...both)])];
    expect(await open(appWithPolicy(policy(rules)))).toEqual(['unknown-attribute: read write']);
  });

  test('leaves open what a Deny for it refuses', async () => {
    const rules = [ownRule(both), rule([anyOf([scoped]), theApp(), actions('read')], { ...second, effect: 'Deny' })];
    expect(await open(appWithPolicy(policy(rules)))).toEqual(['deny: read']);
  });

  test('stops everything where it must be present', async () => {
    const needed = match({ value: '3', attribute: 'urn:altinn:authlevel', category: 'subject', mustBePresent: true });
    const rules = [ownRule(both), rule([anyOf([needed]), theApp(), actions('sign')], second)];
    expect(await open(appWithPolicy(policy(rules)))).toEqual(['must-be-present: read write']);
  });

  test.each(['urn:altinn:rolecode', 'urn:altinn:accesspackage', 'urn:altinn:userid', 'urn:altinn:person:uuid'])(
    'no service owner has %s',
    async (attribute) => {
      const person = match({ value: 'x', attribute, category: 'subject' });
      const rules = [ownRule(['read']), rule([anyOf([person]), theApp(), actions('write')], second)];
      expect(await open(appWithPolicy(policy(rules)))).toEqual([]);
    },
  );
});

describe('in v9', () => {
  test('a process that is not there leaves open what its tasks need', async () => {
    const text = policy([ownRule(['read', 'write', 'complete'])]);
    expect(await open(appWithPolicy(text, { bpmn: null }), { target: 'v9' })).toEqual(['task-types-unknown: ']);
    expect(await open(appWithPolicy(text, { bpmn: null }))).toEqual([]);
    expect(await open(appWithPolicy(text), { target: 'v9' })).toEqual([]);
  });

  test('a process that is not there is told once, where a rule is bound to one of its tasks', async () => {
    const text = policy([
      ownRule(['read', 'complete']),
      rule([anyOf([org()]), theApp(inTask('Task_1')), actions('write')], second),
    ]);
    expect(await open(appWithPolicy(text, { bpmn: null }), { target: 'v9' })).toEqual(['process-unknown: write']);
  });

  test('a level that is no number is told beside it', async () => {
    const levels = { obligations: obligations(level('minimum-authenticationlevel', 'three')) };
    const text = policy([ownRule(['read', 'write', 'complete'])], levels);
    expect(await open(appWithPolicy(text, { bpmn: null }), { target: 'v9' })).toEqual([
      'task-types-unknown: ',
      'level-unclear: ',
    ]);
  });
});

test('what stands in several places is told once', async () => {
  const late = (id: string) => rule([anyOf([org()]), theApp(), actions('write')], { id, more: condition });
  const { settled } = await auditedApp(appWithPolicy(policy([ownRule(['read']), late('2'), late('3'), late('4')])));
  const found = settled.flatMap(({ finding }) => (finding.rule === 'policy/inconclusive' ? [finding.data] : []));
  expect(found).toMatchObject([{ doubt: { code: 'condition' }, elsewhere: 2, actions: ['write'] }]);
});

test('is told where it first stands in the file, whatever is asked first', async () => {
  const rules = [ownRule(['write'], { more: condition }), ownRule(['read'], { ...second, more: condition })];
  const files = appWithPolicy(policy(rules));
  const first = String(files[policyPath]).indexOf('<xacml:Condition>');
  const { settled } = await auditedApp(files);
  const found = settled.flatMap(({ finding }) => (finding.rule === 'policy/inconclusive' ? [finding] : []));
  expect(found.map(({ at }) => at.start)).toEqual([first]);
  expect(found[0]?.data).toMatchObject({ doubt: { code: 'condition' }, elsewhere: 1, actions: ['read', 'write'] });
});

describe('decides', () => {
  test.each([
    ['where a rule with a Condition is for others', [ownRule(both), roleRule(both, { ...second, more: condition })]],
    ['where a Deny is for others', [ownRule(both), roleRule(both, { ...second, effect: 'Deny' })]],
    ['where a Deny is about another action', [ownRule(both), ownRule(['delete'], { ...second, effect: 'Deny' })]],
    ['where what must be present is', [rule([anyOf([orgBy({ mustBePresent: true })]), theApp(), actions(...both)])]],
    [
      'where subject, resource and action stand in one AllOf',
      [rule([anyOf([org(), ofOrg(), ofApp(), action('read')], [org(), ofOrg(), ofApp(), action('write')])])],
    ],
    [
      'where org and app stand in an AnyOf each',
      [rule([anyOf([org()]), anyOf([ofOrg()]), anyOf([ofApp()]), actions(...both)])],
    ],
  ])('%s', async (_, rules) => {
    expect(await open(appWithPolicy(policy(rules)))).toEqual([]);
  });

  test('nothing of an app that does nothing with Maskinporten', async () => {
    const files = appWithPolicy(policy([], { algorithm: 'first-applicable' }), { services: '' });
    expect(await open(files)).toEqual([]);
  });

  test('nothing of a policy or process that is no XML: that is told otherwise', async () => {
    expect(await open(appWithPolicy('{}', { more: { [policyPath]: '{ "a": 1 }' } }))).toEqual([]);
    expect(await open(appWithPolicy(policy([ownRule(both)]), { more: { [processPath]: 'x' } }))).toEqual([]);
  });
});
