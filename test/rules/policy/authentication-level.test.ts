import { expect, test } from 'vitest';
import { found } from '../audited.ts';
import { appWithPolicy, level, obligations, ownRule, policy } from './policies.ts';

const everyone = 'minimum-authenticationlevel';
const serviceOwner = 'minimum-authenticationlevel-org';

async function refusals(...levels: readonly string[]) {
  const text = policy([ownRule(['read', 'write'])], { obligations: obligations(...levels) });
  return (await found('policy/authentication-level', appWithPolicy(text))).length;
}

test.each([
  ['4 for everyone', [level(everyone, '4')], 1],
  ['4 for everyone and 3 for the service owner', [level(everyone, '4'), level(serviceOwner, '3')], 0],
  ['3 for the service owner, said first', [level(serviceOwner, '3'), level(everyone, '4')], 0],
  ['4 for everyone and for the service owner', [level(everyone, '4'), level(serviceOwner, '4')], 1],
  ['2 for everyone and 4 for the service owner', [level(everyone, '2'), level(serviceOwner, '4')], 1],
  ['3 for everyone', [level(everyone, '3')], 0],
  ['none', [], 0],
  ['4 when somebody is refused anyway', [level(everyone, '4', 'Deny')], 0],
])('a policy that demands %s', async (_, levels, expected) => {
  expect(await refusals(...levels)).toBe(expected);
});

test('is a warning that people answer', async () => {
  const text = policy([ownRule(['read', 'write'])], { obligations: obligations(level(everyone, '4')) });
  expect(await found('policy/authentication-level', appWithPolicy(text))).toEqual([
    expect.stringMatching(/^App\/config\/authorization\/policy\.xml:\d+ warning prepare manual$/),
  ]);
});

test('a level for everyone that is no number does not matter where the service owner has its own', async () => {
  const levels = [level(everyone, '[LEVEL]'), level(serviceOwner, '3')];
  const text = policy([ownRule(['read', 'write'])], { obligations: obligations(...levels) });
  expect(await found('policy/inconclusive', appWithPolicy(text))).toEqual([]);
  expect(await found('policy/authentication-level', appWithPolicy(text))).toEqual([]);
});
