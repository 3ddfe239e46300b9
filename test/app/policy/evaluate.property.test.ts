import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerTo } from '../../../src/app/policy/evaluate.ts';
import type { Policy } from '../../../src/app/policy/policy.ts';
import { readPolicy } from '../../../src/app/policy/read-policy.ts';
import type { Answer } from '../../../src/app/policy/rights.ts';
import { workspaceOf } from '../workspace-of.ts';
import { type AbstractPolicy, own } from './abstract-policy.ts';
import { accessRequest, allRequests, states } from './access-requests.ts';
import { layouts } from './layout.ts';
import { appliesByAltinn } from './naive-altinn.ts';
import { naiveAnswer } from './naive-answer.ts';
import type { NaiveRequest } from './naive-request.ts';
import { appliesByStandard } from './naive-standard.ts';
import { policyOfText } from './policy-of-text.ts';
import { printPolicy } from './print-policy.ts';
import { policies } from './random-policy.ts';

const file = 'App/config/authorization/policy.xml';

test('a printed policy says what it was made of, to a parser that is not ours', () => {
  fc.assert(
    fc.property(policies, layouts, (policy, layout) => {
      const text = printPolicy(policy, layout);
      expect(policyOfText(text), text).toEqual(policy);
    }),
    { numRuns: 200 },
  );
});

test('who may do what is answered as by a second, simple-minded evaluation', () => {
  const workspace = workspaceOf({ [file]: '' });
  fc.assert(
    fc.property(policies, layouts, fc.boolean(), (policy, layout, namesKnown) => {
      const text = printPolicy(policy, layout);
      const read = readPolicy(workspace.withTexts(new Map([[file, text]])), file);
      if (read.kind !== 'policy') throw new Error(`${read.kind}\n${text}`);
      const differing: string[] = [];
      for (const request of allRequests(states)) {
        const answer = answerTo(read.policy, accessRequest(request), namesKnown ? own : null);
        const expected = naiveAnswer(policy, request, namesKnown);
        if (answer.kind !== expected) differing.push(`${JSON.stringify(request)}: ${answer.kind}, not ${expected}`);
        else expectReasons(answer, { policy, read: read.policy, request, namesKnown });
      }
      expect(differing, text).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

interface Asked {
  readonly policy: AbstractPolicy;
  readonly read: Policy;
  readonly request: NaiveRequest;
  readonly namesKnown: boolean;
}

/** What is granted names the rules that grant it; what cannot be told says why. */
function expectReasons(answer: Answer, { policy, read, request, namesKnown }: Asked): void {
  if (answer.kind === 'inconclusive') expect(answer.because.length).toBeGreaterThan(0);
  if (answer.kind !== 'granted') return;
  const named = answer.by.map((rule) => read.rules.indexOf(rule));
  const granting = (applies: typeof appliesByStandard) =>
    policy.rules.flatMap((rule, index) => (applies(rule, request, namesKnown) === 'yes' ? [index] : []));
  const [standard, altinn] = [granting(appliesByStandard), granting(appliesByAltinn)];
  expect(named).toEqual(expect.arrayContaining(standard.filter((index) => altinn.includes(index))));
  expect([...standard, ...altinn]).toEqual(expect.arrayContaining(named));
}
