import { describe, expect, test } from 'vitest';
import { deployedText, isPlaceholder } from '../../../src/app/policy/own-names.ts';

describe('a placeholder is one in exactly these spellings', () => {
  test.each([
    ['[ORG]', 'org', true],
    ['[org]', 'org', true],
    ['[Org]', 'org', false],
    ['[APP]', 'org', false],
    ['[APP]', 'app', true],
    ['[app]', 'app', true],
    ['[App]', 'app', false],
    ['[org]', 'app', false],
    ['org', 'org', false],
  ] as const)('%s as %s: %s', (value, part, expected) => {
    expect(isPlaceholder(value, part)).toBe(expected);
  });
});

describe('a value is read as it stands once the app is deployed', () => {
  const names = { org: 'ttd', app: 'skjema' };

  test.each([
    ['[ORG]', 'ttd', null],
    ['[org]', 'ttd', null],
    ['[APP]', 'skjema', null],
    ['[app]', 'skjema', null],
    ['[ORG]/[app]', 'ttd/skjema', null],
    ['[org][org]', 'ttdttd', null],
    ['[Org]', '[Org]', '[Org]'],
    ['[App]', '[App]', '[App]'],
    ['digdir', 'digdir', 'digdir'],
    ['', '', ''],
  ])('%j: %j, without metadata %j', (value, deployed, without) => {
    expect(deployedText(value, names)).toBe(deployed);
    expect(deployedText(value, null)).toBe(without);
  });
});
