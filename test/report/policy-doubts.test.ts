import { describe, expect, test } from 'vitest';
import { policyDoubtEn, policyDoubtNb, type SaidDoubt } from '../../src/words/policy-doubts.ts';

const plain = [
  'policy-set',
  'policy-target',
  'deny',
  'condition',
  'obligations',
  'unknown-effect',
  'malformed',
  'process-unknown',
  'level-unclear',
  'task-types-unknown',
] as const;
const named = [
  'combining-algorithm',
  'unknown-element',
  'unknown-function',
  'unknown-data-type',
  'unknown-attribute',
  'must-be-present',
  'white-space',
  'own-name-unknown',
] as const;
const doubts: readonly SaidDoubt[] = [
  ...plain.map((code) => ({ code })),
  { code: 'evaluations-differ', permittedBy: 'standard' },
  { code: 'evaluations-differ', permittedBy: 'altinn' },
  ...named.map((code) => ({ code, name: 'urn:x' })),
];

describe.each([
  ['English', policyDoubtEn],
  ['Norwegian', policyDoubtNb],
])('every doubt is a sentence in %s', (_, said) => {
  test.each(doubts.map((doubt) => [doubt.code, doubt] as const))('%s', (_code, doubt) => {
    expect(said(doubt)).toMatch(/^\p{Lu}.*[^.]\.$/u);
    if ('name' in doubt) expect(said(doubt)).toContain('urn:x');
  });

  test('of its own', () => {
    expect(new Set(doubts.map(said)).size).toBe(doubts.length);
  });

  test('also where no algorithm is named', () => {
    expect(said({ code: 'combining-algorithm', name: '' })).not.toMatch(/ {2}| [;.]/);
  });
});
