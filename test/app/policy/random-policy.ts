import fc from 'fast-check';
import {
  type AbstractAllOf,
  type AbstractAnyOf,
  type AbstractMatch,
  type AbstractPolicy,
  type AbstractRule,
  actionId,
  denyOverrides,
  org,
  otherCombining,
} from './abstract-policy.ts';

import {
  action,
  anyMatch,
  inState,
  match,
  ofApp,
  ofOrg,
  often,
  orgSubject,
  ownOrgs,
  role,
  seldom,
} from './random-match.ts';

const alone = (one: fc.Arbitrary<AbstractMatch>): fc.Arbitrary<AbstractAllOf> => fc.tuple(one);
const alternatives = (one: fc.Arbitrary<AbstractAllOf>, maxLength: number): fc.Arbitrary<AbstractAnyOf> =>
  fc.array(one, { minLength: 1, maxLength });

const wholeApp: fc.Arbitrary<AbstractAllOf> = fc.oneof(fc.tuple(ofOrg, ofApp), fc.tuple(ofApp, ofOrg));
const scoped: fc.Arbitrary<AbstractAllOf> = fc.tuple(ofOrg, ofApp, inState);
const resources = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(wholeApp) },
  { weight: 2, arbitrary: alternatives(scoped, 3) },
  { weight: 1, arbitrary: alternatives(fc.oneof(wholeApp, scoped), 2) },
  { weight: 1, arbitrary: alternatives(alone(fc.oneof(ofOrg, ofApp)), 2) },
);
const subjects = fc.oneof(
  { weight: 4, arbitrary: alternatives(alone(role), 2) },
  { weight: 6, arbitrary: alternatives(alone(orgSubject), 2) },
  { weight: 2, arbitrary: alternatives(alone(fc.oneof(role, orgSubject)), 3) },
);
const doings = alternatives(alone(action), 4);

/** As the rules of real policies are: who, on what, does what. */
const believable: fc.Arbitrary<readonly AbstractAnyOf[]> = fc
  .tuple(subjects, resources, doings)
  .chain((three) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(three) }, fc.shuffledSubarray(three, { minLength: 3 })),
  );

/** Two AnyOfs for one category, one for none. */
const uneven: fc.Arbitrary<readonly AbstractAnyOf[]> = fc.array(fc.oneof(subjects, resources, doings), {
  minLength: 2,
  maxLength: 4,
});

/** Several categories in one AllOf; AnyOfs and AllOfs that hold nothing. */
const wild: fc.Arbitrary<readonly AbstractAnyOf[]> = fc.array(
  fc.array(fc.oneof(fc.array(anyMatch, { maxLength: 3 }), fc.tuple(fc.oneof(role, orgSubject), ofOrg, ofApp, action)), {
    maxLength: 3,
  }),
  { maxLength: 4 },
);

const descriptions = fc.constantFrom(
  null,
  'A rule giving DAGL & REGNA the right to <read>',
  'Tjenesteeier får lese og skrive på alle steg',
  'Lets the service owner do everything',
);

const anyRule: fc.Arbitrary<AbstractRule> = fc.record({
  id: fc.constant(''),
  effect: often<'Permit' | 'Deny'>('Permit', 60, 'Deny'),
  description: descriptions,
  anyOfs: fc.oneof(
    { weight: 40, arbitrary: believable },
    { weight: 2, arbitrary: uneven },
    { weight: 2, arbitrary: wild },
  ),
  hasCondition: seldom(100),
  hasObligations: seldom(100),
});

const owner = match('subject', org, fc.constantFrom(...ownOrgs));
const beside = alternatives(alone(match('action', actionId, fc.constantFrom('sign', 'instantiate'))), 2);

/** What looks as if it could be extended, and must not be: it is clear what it says of the rights that are asked for. */
const almostPure: fc.Arbitrary<AbstractRule> = fc.oneof(
  fc.tuple(anyRule, fc.tuple(fc.tuple(alone(owner)), fc.tuple(wholeApp), beside), fc.nat(2)).map(
    ([rule, anyOfs, flaw]): AbstractRule => ({
      ...rule,
      anyOfs,
      effect: flaw === 0 ? 'Deny' : 'Permit',
      hasCondition: flaw === 1,
      hasObligations: flaw === 2,
    }),
  ),
  fc
    .tuple(
      anyRule,
      fc.oneof<fc.Arbitrary<readonly AbstractAnyOf[]>[]>(
        fc.tuple(fc.tuple(fc.tuple(owner, owner)), fc.tuple(wholeApp), doings),
        fc.tuple(fc.tuple(alone(owner)), fc.tuple(alone(owner)), fc.tuple(wholeApp), doings),
        fc.tuple(fc.tuple(alone(owner)), fc.tuple(wholeApp), fc.tuple(wholeApp), doings),
        fc.tuple(fc.tuple(alone(owner), alone(role)), fc.tuple(wholeApp), doings),
        fc.tuple(fc.tuple(alone(owner)), fc.tuple(wholeApp, scoped), doings),
        fc.tuple(fc.tuple(alone(owner)), fc.tuple(alone(ofApp)), beside),
      ),
    )
    .map(([rule, anyOfs]) => ({ ...rule, anyOfs })),
);

const rule = fc.oneof({ weight: 6, arbitrary: anyRule }, { weight: 1, arbitrary: almostPure });

const idSchemes = ['urn:altinn:example:ruleid:', 'urn:altinn:ruleid:', 'rule-'] as const;

const rules: fc.Arbitrary<readonly AbstractRule[]> = fc.oneof(
  { weight: 20, arbitrary: fc.array(rule, { minLength: 1, maxLength: 6, size: 'max' }) },
  { weight: 1, arbitrary: fc.constant([]) },
);

export const policies: fc.Arbitrary<AbstractPolicy> = fc
  .record({
    combining: fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom(...denyOverrides) },
      { weight: 1, arbitrary: fc.constantFrom(...otherCombining) },
    ),
    target: fc.oneof({ weight: 40, arbitrary: fc.constant([]) }, fc.tuple(doings)),
    rules,
    scheme: fc.constantFrom(...idSchemes),
    step: fc.constantFrom(1, 1, 3),
  })
  .map(({ scheme, step, rules: made, ...policy }) => ({
    ...policy,
    rules: made.map((one, index) => ({ ...one, id: `${scheme}${1 + index * step}` })),
  }));
