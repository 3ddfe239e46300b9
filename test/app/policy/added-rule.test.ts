import { describe, expect, test } from 'vitest';
import { addedRule } from '../../../src/app/policy/added-rule.ts';
import { readPolicy } from '../../../src/app/policy/read-policy.ts';
import {
  actions,
  anyOf,
  ofApp,
  ofOrg,
  ownRule,
  policy,
  policyPath,
  role,
  roleRule,
  rule,
} from '../../rules/policy/policies.ts';
import { workspaceOf } from '../workspace-of.ts';

function added(rules: readonly string[], names = { org: 'ttd', app: 'skjema' }) {
  const read = readPolicy(workspaceOf({ [policyPath]: policy(rules) }), policyPath);
  if (read.kind !== 'policy') throw new Error(read.kind);
  return addedRule(read.policy, names, ['write']);
}

const idAfter = (...ids: readonly string[]) => added(ids.map((id) => roleRule(['read'], { id }))).id;

describe('the id of an added rule', () => {
  test.each([
    ['is the next of the series', ['urn:altinn:ruleid:1', 'urn:altinn:ruleid:2'], 'urn:altinn:ruleid:3'],
    ['is above a gap', ['r:1', 'r:7', 'r:3'], 'r:8'],
    ['keeps leading zeros', ['rule-08', 'rule-09'], 'rule-10'],
    ['keeps as many digits', ['rule-001', 'rule-2'], 'rule-003'],
    ['counts from nothing', ['r:0'], 'r:1'],
    ['is of the series that most belong to', ['r:1', 'r:2', 'r:read-Task_1'], 'r:3'],
    ['also where another name ends in a year', ['r:1', 'r:2', 'events2024'], 'r:3'],
    ['is of the later one of equal series', ['a:1', 'b:1'], 'b:2'],
    [
      'has a prefix as long as the others',
      ['urn:altinn:resource:app_[ORG]_[APP]:policyid:1:ruleid:1'],
      'urn:altinn:resource:app_[ORG]_[APP]:policyid:1:ruleid:2',
    ],
    ['says what it is for where ids are names', ['urn:skd:read-org', 'urn:skd:roles'], 'urn:skd:service-owner-1'],
    ['is like the last of several names', ['urn:a:x', 'urn:b:y', 'urn:c:z'], 'urn:c:service-owner-1'],
    ['stands behind a slash where the last does', ['rules/read', 'rules/roles'], 'rules/service-owner-1'],
    ['is short where the last name is', ['read', 'roles'], 'service-owner-1'],
    ['does not count white space', [' r:1 ', ' r:2'], 'r:3'],
    ['does not count numbers that are too long to be one', ['r:1', 'R99999999999999999999'], 'r:2'],
    ['of a file without ids is the usual one', ['', ''], 'urn:altinn:ruleid:1'],
    ['of a file without rules is the usual one', [], 'urn:altinn:ruleid:1'],
  ])('%s', (_, ids, expected) => {
    expect(idAfter(...ids)).toBe(expected);
  });

  test.each(['', 'urn:uuid:'])('is a guid among guids, the same each time: %s', (prefix) => {
    const ids = [`${prefix}0b9f2c1e-6f0a-4c58-9f7e-1d2f3a4b5c6d`, `${prefix}{7c9f2c1e-6f0a-4c58-9f7e-1d2f3a4b5c6d}`];
    expect(idAfter(...ids)).toMatch(/^(urn:uuid:)?\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/);
    expect(idAfter(...ids)).toBe(idAfter(...ids));
    expect(ids).not.toContain(idAfter(...ids));
  });
});

describe('its description', () => {
  test.each([
    ['Lesetilgang for DAGL', 'Tjenesteeieren har'],
    ['Rettighet for rolle REGNA', 'Tjenesteeieren har'],
    ['En regel som gir rollene tilgang til å lese', 'Tjenesteeieren har'],
    ['A rule giving user with role DAGL the right to read', 'The service owner has'],
    ['DAGL', 'Tjenesteeieren har'],
    ['Ein regel som gjev rollene rett til å lesa', 'Tenesteeigaren har'],
  ])('is in the language of %s', (description, begins) => {
    expect(added([roleRule(['read'], { description })]).description).toMatch(new RegExp(`^${begins} .*write`));
  });

  test('is none where no rule has one', () => {
    const rules = [roleRule(['read']).replace(/ *<xacml:Description>.*\n/, '')];
    expect(added(rules).description).toBeNull();
  });
});

describe('org and app', () => {
  test.each([
    ['are the placeholders that the file uses', [ownRule(['read']).replaceAll('[ORG]', '[org]')], '[org]', '[APP]'],
    [
      'are literals where the file has them alone',
      [ownRule(['read']).replaceAll('[ORG]', 'ttd').replaceAll('[APP]', 'skjema')],
      'ttd',
      'skjema',
    ],
    [
      'are literals where only something else has a placeholder',
      [rule([anyOf([role()]), anyOf([ofOrg('ttd'), ofApp('skjema')]), actions('[ORG]', '[APP]')])],
      'ttd',
      'skjema',
    ],
    [
      'are placeholders where the literals are another’s',
      [ownRule(['read']).replaceAll('[ORG]', 'skd').replaceAll('[APP]', 'x')],
      '[ORG]',
      '[APP]',
    ],
  ])('%s', (_, rules, org, app) => {
    expect(added(rules)).toMatchObject({ org, app });
  });
});
