import { describe, expect, test } from 'vitest';
import { collectNames } from '../../../src/app/vault/collected-names.ts';
import { isMaskinportenSecret, maskinportenSectionOf, pathOf, secretOf } from '../../../src/app/vault/name-parts.ts';

test('two dashes in a name stand for the colon of a path', () => {
  expect(pathOf('a--b-c--d')).toBe('a:b-c:d');
  expect(secretOf('a:b-c:d')).toBe('a--b-c--d');
});

describe('a secret feeds the section', () => {
  test.each<[string, readonly string[], string | null]>([
    ['MaskinportenSettings--ClientId', [], 'MaskinportenSettings'],
    ['maskinportensettings--Jwk--kid', [], 'maskinportensettings'],
    ['skog--MaskinportenSettings--ClientId', [], 'skog:MaskinportenSettings'],
    ['a--b--MaskinportenSettings--ClientId', [], 'a:b:MaskinportenSettings'],
    ['MaskinportenSettings--MaskinportenSettings--A', [], 'MaskinportenSettings:MaskinportenSettings'],
    ['Register--ClientId', ['register'], 'Register'],
    ['Register--Nokler--Jwk', ['Register', 'Register:Nokler'], 'Register:Nokler'],
    ['Register--Nokler--Jwk', ['Register:Nokler', 'Register'], 'Register:Nokler'],
    ['Register--MaskinportenSettings--Jwk', ['Register'], 'Register'],
    ['Registeret--ClientId', ['Register'], null],
    ['Register', ['Register'], null],
    ['skog--MaskinportenSettings', [], null],
    ['MaskinportenSettings', [], null],
    ['MaskinportenSettings--', [], null],
    ['--MaskinportenSettings--ClientId', [], null],
    ['skog----MaskinportenSettings--ClientId', [], null],
    ['MaskinportenSettings-ClientId', [], null],
    ['MaskinportenSettingsInternal--ClientId', [], null],
    ['skog--Annet--ClientId', [], null],
  ])('%s, of %j: %s', (name, sections, expected) => {
    expect(maskinportenSectionOf(name, sections)).toBe(expected);
  });
});

test.each([
  ['maskinporten-jwk', true],
  ['TT02-Maskinporten', true],
  ['skog-EncodedJwk', true],
  ['jwkbase64', true],
  ['Register--ClientId', true],
  ['Annet--ClientId', false],
  ['Jwk', false],
  ['betaling', false],
])('the secret %s is for Maskinporten: %s', (name, expected) => {
  expect(isMaskinportenSecret(name, ['Register'])).toBe(expected);
});

describe('names are collected', () => {
  const at = (file: string, start: number) => ({ file, start, end: start + 1 });

  test('as one in whatever casing, as the surest source writes it, with all the evidence', () => {
    const names = collectNames();
    names.add('a--ID', 'seen', [at('x', 1)]);
    names.add('A--Id', 'inferred', [at('x', 2)]);
    expect(names.all()).toEqual([{ name: 'a--ID', certainty: 'seen', evidence: [at('x', 1), at('x', 2)] }]);
    names.add('A--id', 'listed', []);
    expect(names.all()).toEqual([{ name: 'A--id', certainty: 'listed', evidence: [at('x', 1), at('x', 2)] }]);
  });

  test('as the first writes it where others are no surer', () => {
    const names = collectNames();
    names.add('A', 'inferred', []);
    names.add('a', 'inferred', []);
    expect(names.all().map(({ name }) => name)).toEqual(['A']);
  });

  test('with each place once, and in the order of the alphabet', () => {
    const names = collectNames();
    names.add('b', 'seen', [at('x', 1), at('x', 1), at('y', 1)]);
    names.add('A', 'seen', []);
    names.add('b', 'seen', [at('x', 1), at('x', 2)]);
    expect(names.all()).toEqual([
      { name: 'A', certainty: 'seen', evidence: [] },
      { name: 'b', certainty: 'seen', evidence: [at('x', 1), at('y', 1), at('x', 2)] },
    ]);
  });

  test('and known by any casing', () => {
    const names = collectNames();
    names.add('A--b', 'seen', []);
    expect([names.has('a--B'), names.has('a')]).toEqual([true, false]);
  });
});
