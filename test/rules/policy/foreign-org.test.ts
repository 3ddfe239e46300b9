import { expect, test } from 'vitest';
import { auditedApp, type Files, found } from '../audited.ts';
import {
  actions,
  anyOf,
  appWithPolicy,
  ignoringCase,
  match,
  ofApp,
  ofOrg,
  org,
  ownRule,
  policy,
  role,
  rule,
  theApp,
} from './policies.ts';

async function foreign(files: Files) {
  const { settled } = await auditedApp(files);
  return settled.flatMap(({ finding }) =>
    finding.rule === 'policy/foreign-org' ? [`${finding.data.part} ${finding.data.org}`] : [],
  );
}

const both = ['read', 'write'];
const own = ownRule(both);
const second = { id: 'urn:altinn:ruleid:2' };

test.each([
  ['a rule for another org', [own, rule([anyOf([org('skd')]), theApp(), actions('read')], second)], ['subject skd']],
  [
    'another org beside the own one',
    [rule([anyOf([org()], [org('[org]')], [org('digdir')]), theApp(), actions(...both)])],
    ['subject digdir'],
  ],
  [
    'a rule about an app of another org',
    [own, rule([anyOf([role()]), anyOf([ofOrg('skd'), ofApp('skjema')]), actions('read')], second)],
    ['resource skd'],
  ],
  [
    'a rule copied from another org',
    [own, rule([anyOf([org('skd')]), anyOf([ofOrg('skd'), ofApp('skjema')]), actions('read')], second)],
    ['subject skd', 'resource skd'],
  ],
  [
    'the placeholder in another casing',
    [own, rule([anyOf([org('[Org]')]), theApp(), actions('read')], second)],
    ['subject [Org]'],
  ],
  [
    'the own org in another casing, compared as written',
    [own, rule([anyOf([org('TTD')]), theApp(), actions('read')], second)],
    ['subject TTD'],
  ],
])('tells of %s', async (_, rules, expected) => {
  expect(await foreign(appWithPolicy(policy(rules)))).toEqual(expected);
});

test('tells of it once a rule', async () => {
  const twice = rule([anyOf([org('skd')]), anyOf([ofOrg(), ofApp()], [ofOrg(), ofApp()]), actions('read')]);
  const again = rule([anyOf([org('skd')], [org('skd')]), theApp(), actions('write')], second);
  expect(await found('policy/foreign-org', appWithPolicy(policy([own, twice, again])))).toEqual([
    expect.stringMatching(/ warning prepare manual$/),
    expect.stringMatching(/ warning prepare manual$/),
  ]);
});

test.each([
  ['the own org as a literal', [rule([anyOf([org('ttd')]), theApp(), actions(...both)])]],
  [
    'the own org in another casing, which the comparison ignores',
    [
      rule([
        anyOf([match({ value: 'TTD', attribute: 'urn:altinn:org', category: 'subject', matchId: ignoringCase })]),
        theApp(),
        actions(...both),
      ]),
    ],
  ],
])('is silent about %s', async (_, rules) => {
  expect(await foreign(appWithPolicy(policy(rules)))).toEqual([]);
});

test('is silent where nobody knows the own org', async () => {
  const more = { 'App/config/applicationmetadata.json': '{}\n' };
  const text = policy([own, rule([anyOf([org('skd')]), theApp(), actions('read')], second)]);
  expect(await foreign(appWithPolicy(text, { more }))).toEqual([]);
});
