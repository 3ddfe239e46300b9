import { describe, expect, test } from 'vitest';
import { type Asked, auditedApp, type Files, found } from '../audited.ts';
import {
  actions,
  anyOf,
  appWithPolicy,
  atEnd,
  events,
  inTask,
  ofApp,
  ofOrg,
  org,
  ownRule,
  policy,
  process,
  role,
  roleRule,
  rule,
  theApp,
} from './policies.ts';

const id = 'policy/service-owner-rights';
const at = 'App/config/authorization/policy.xml';

/** What the findings say is lacking, and of whom it is asked. */
async function lacking(files: Files, asked: Asked = {}) {
  const { settled } = await auditedApp(files, asked);
  return settled.flatMap(({ finding }) => {
    if (finding.rule !== id) return [];
    const { lacking: rights, grantedBy } = finding.data;
    return rights.map(({ action, states }) => {
      const where =
        states === 'every' ? 'every' : states.map((state) => ('id' in state ? state.id : state.kind)).join(' ');
      return `${grantedBy}: ${action} in ${where}`;
    });
  });
}

describe('is silent', () => {
  test.each([
    ['where one rule grants both', [ownRule(['read', 'write'])]],
    ['where two rules grant one each', [ownRule(['read']), ownRule(['write'], { id: 'urn:altinn:ruleid:2' })]],
    [
      'where every state has a rule of its own',
      [
        rule([anyOf([org()]), theApp(), actions('read')]),
        rule([anyOf([org()]), anyOf([ofOrg(), ofApp(), inTask('Task_1')]), actions('write')]),
        rule([anyOf([org()]), anyOf([ofOrg(), ofApp(), atEnd('EndEvent_1')]), actions('write')]),
        // Not started: neither a task nor an end event.
        ownRule(['write'], { id: 'urn:altinn:ruleid:4' }),
      ],
    ],
    ['where the org stands among roles', [rule([anyOf([role()], [org()]), theApp(), actions('read', 'write')])]],
    [
      'where the org is spelled [org] and the app [app]',
      [rule([anyOf([org('[org]')]), anyOf([ofOrg('[org]'), ofApp('[app]')]), actions('read', 'write')])],
    ],
    [
      'where org and app are literals of the app',
      [rule([anyOf([org('ttd')]), anyOf([ofOrg('ttd'), ofApp('app')]), actions('read', 'write')])],
    ],
    [
      'where a Deny is for somebody else',
      [ownRule(['read', 'write']), roleRule(['write'], { id: 'urn:altinn:ruleid:2', effect: 'Deny' })],
    ],
  ])('%s', async (_, rules) => {
    expect(await found(id, appWithPolicy(policy(rules)))).toEqual([]);
  });

  test('of an app that does nothing with Maskinporten, on v8', async () => {
    const files = appWithPolicy(policy([roleRule(['read'])]), { services: '    services.AddHttpContextAccessor();' });
    expect(await found(id, files)).toEqual([]);
    expect(await found(id, files, { target: 'v9' })).toHaveLength(1);
  });

  test('but not of one that has a client in its record', async () => {
    const client = { id: 'a', section: 'a', decision: 'studio', scopes: [], exchange: null };
    const clients = [{ ...client, clientIdHashes: [], secrets: [], files: [] }];
    const more = { 'maskinflytt.migration.json': JSON.stringify({ schemaVersion: 1, clients }) };
    expect(await found(id, appWithPolicy(policy([roleRule(['read'])]), { services: '', more }))).toHaveLength(1);
  });

  test('where there is no policy at all', async () => {
    const { [at]: _, ...files } = appWithPolicy(policy([]));
    expect(await found(id, files)).toEqual([]);
  });
});

describe('what is lacking', () => {
  test.each([
    ['write is granted nowhere', [ownRule(['read'])], ['patch: write in every']],
    ['the org has no rule', [roleRule(['read', 'write'])], ['patch: read in every', 'patch: write in every']],
    ['the policy has no rule', [], ['patch: read in every', 'patch: write in every']],
    [
      'a rule is bound to a task',
      [
        ownRule(['read']),
        rule([anyOf([org()]), theApp(inTask('Task_1')), actions('write')], { id: 'urn:altinn:ruleid:2' }),
      ],
      ['patch: write in not-started EndEvent_1'],
    ],
    [
      'a rule is bound to an end event',
      [
        ownRule(['read']),
        rule([anyOf([org()]), theApp(atEnd('EndEvent_1')), actions('write')], { id: 'urn:altinn:ruleid:2' }),
      ],
      ['patch: write in not-started Task_1'],
    ],
    [
      'a rule is about events',
      [ownRule(['read']), rule([anyOf([org()]), theApp(events()), actions('write')], { id: 'urn:altinn:ruleid:2' })],
      ['patch: write in every'],
    ],
    ['the action is written with a capital', [ownRule(['read', 'Write'])], ['patch: write in every']],
    [
      'the placeholder is in a casing that is not replaced',
      [rule([anyOf([org('[Org]')]), theApp(), actions('read', 'write')])],
      ['patch: read in every', 'patch: write in every'],
    ],
    [
      'the rule is for another org',
      [rule([anyOf([org('skd')]), theApp(), actions('read', 'write')])],
      ['patch: read in every', 'patch: write in every'],
    ],
    [
      'the rule is about another app',
      [rule([anyOf([org()]), anyOf([ofOrg(), ofApp('annen-app')]), actions('read', 'write')])],
      ['patch: read in every', 'patch: write in every'],
    ],
  ])('when %s', async (_, rules, expected) => {
    expect(await lacking(appWithPolicy(policy(rules)))).toEqual(expected);
  });

  test('is asked where a process could not be read as well', async () => {
    const rules = policy([ownRule(['read'])]);
    expect(await lacking(appWithPolicy(rules, { bpmn: null }))).toEqual(['patch: write in every']);
  });
});

describe('what v9 and eFormidling need besides', () => {
  const both = policy([ownRule(['read', 'write'])]);
  const tasks = (type: string, more = {}) => process([{ id: 'Task_1', type, ...more }]);

  test('v8 needs nothing besides', async () => {
    expect(
      await lacking(appWithPolicy(both, { bpmn: tasks('confirmation', { actions: ['confirm', 'reject'] }) })),
    ).toEqual([]);
  });

  test('v9 completes at end events', async () => {
    expect(await lacking(appWithPolicy(both), { target: 'v9' })).toEqual(['patch: complete in EndEvent_1']);
  });

  test('an eFormidling task in v8 does as well', async () => {
    expect(await lacking(appWithPolicy(both, { bpmn: tasks('eFormidling') }))).toEqual([
      'patch: complete in EndEvent_1',
    ]);
  });

  test.each(['data', 'feedback', 'pdf', 'eFormidling', 'fiksArkiv', 'subformPdf', 'payment', 'signing'])(
    'a task of type %s is content with write',
    async (type) => {
      expect(await lacking(appWithPolicy(both, { bpmn: tasks(type) }), { target: 'v9' })).toEqual([
        'patch: complete in EndEvent_1',
      ]);
    },
  );

  const complete = policy([ownRule(['read', 'write', 'complete'])]);
  test.each([
    ['confirmation', {}, ['people: confirm in Task_1']],
    ['vurdering', {}, ['people: vurdering in Task_1']],
    ['data', { actions: ['write', 'reject'] }, ['people: reject in Task_1']],
    ['data', { serverActions: ['reject'] }, []],
  ])('a task of type %s with %o', async (type, more, expected) => {
    expect(await lacking(appWithPolicy(complete, { bpmn: tasks(type, more) }), { target: 'v9' })).toEqual(expected);
  });

  test('an app that deletes its instances in the end needs delete there', async () => {
    const more = {
      'App/config/applicationmetadata.json': '{ "id": "ttd/app", "org": "ttd", "autoDeleteOnProcessEnd": true }\n',
    };
    expect(await lacking(appWithPolicy(complete, { more }), { target: 'v9' })).toEqual([
      'people: delete in EndEvent_1',
    ]);
    expect(await lacking(appWithPolicy(complete, { more }))).toEqual([]);
  });
});

describe('the remedy', () => {
  test('is a patch to look at', async () => {
    expect(
      await found(id, appWithPolicy(policy([roleRule(['read']), ownRule(['read'], { id: 'urn:altinn:ruleid:2' })]))),
    ).toEqual([`${at}:37 error prepare review, rights-extended`]);
  });

  test('is a rule of its own where the only one is shared', async () => {
    const shared = rule([anyOf([role()], [org()]), theApp(), actions('read')]);
    expect(await found(id, appWithPolicy(policy([shared])))).toEqual([`${at}:2 error prepare review, rights-added`]);
  });

  test('is for people where they must decide', async () => {
    const files = appWithPolicy(policy([ownRule(['read'])]), {
      bpmn: process([{ id: 'Task_1', type: 'confirmation' }]),
    });
    expect(await found(id, files, { target: 'v9' })).toEqual([
      `${at}:2 error prepare manual, right-of-people`,
      `${at}:4 error prepare review, rights-extended`,
    ]);
  });

  /** What the patches change, and why one should look. */
  async function remedies(files: Files, asked: Asked = {}) {
    const { settled } = await auditedApp(files, asked);
    return settled.flatMap(({ finding }) => (finding.rule === id ? [finding.remedy] : []));
  }

  test('says which rights are given, and by which rule', async () => {
    const files = appWithPolicy(policy([ownRule(['read'], { id: 'urn:altinn:ruleid:7' })]));
    expect(await remedies(files)).toMatchObject([
      {
        kind: 'change',
        changes: [{ kind: 'extend-rule', actions: ['write'] }],
        reasons: [{ code: 'rights-extended', actions: ['write'], rule: 'urn:altinn:ruleid:7' }],
      },
    ]);
  });

  test('is a rule for this org on this app, spelled as in the file', async () => {
    const shared = rule([anyOf([role()], [org('[org]')]), anyOf([ofOrg('[org]'), ofApp('[app]')]), actions('read')]);
    expect(await remedies(appWithPolicy(policy([shared])))).toMatchObject([
      {
        kind: 'change',
        changes: [
          {
            kind: 'add-rule',
            id: 'urn:altinn:ruleid:2',
            subject: { attribute: 'urn:altinn:org', value: '[org]' },
            resource: [
              { attribute: 'urn:altinn:org', value: '[org]' },
              { attribute: 'urn:altinn:app', value: '[app]' },
            ],
            actions: ['write'],
          },
        ],
        reasons: [{ code: 'rights-added', actions: ['write'], rule: 'urn:altinn:ruleid:2' }],
      },
    ]);
  });

  test('names to people what only they give', async () => {
    const bpmn = process([{ id: 'Task_1', type: 'confirmation', actions: ['reject'] }]);
    const files = appWithPolicy(policy([ownRule(['read', 'write', 'complete'])]), { bpmn });
    const [remedy, ...others] = await remedies(files, { target: 'v9' });
    expect(others).toEqual([]);
    expect(remedy).toEqual({
      kind: 'manual',
      reasons: [{ code: 'right-of-people', actions: ['confirm', 'reject'] }],
    });
  });

  test('is nobody’s yet while something else is uncertain, which is said', async () => {
    const condition = '    <xacml:Condition><xacml:Apply FunctionId="urn:x"/></xacml:Condition>\n';
    const files = appWithPolicy(policy([ownRule(['read'], { more: condition }), ownRule(['complete'])]));
    expect(await lacking(files)).toEqual(['nobody-yet: write in every']);
  });

  test('is none while something else is uncertain', async () => {
    const condition = '    <xacml:Condition><xacml:Apply FunctionId="urn:x"/></xacml:Condition>\n';
    const rules = [ownRule(['read'], { more: condition }), ownRule(['complete'])];
    expect(await found(id, appWithPolicy(policy(rules)))).toEqual([
      `${at}:38 error prepare manual, policy-inconclusive`,
    ]);
  });
});
