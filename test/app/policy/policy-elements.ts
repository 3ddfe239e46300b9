import {
  type AbstractAnyOf,
  type AbstractMatch,
  type AbstractPolicy,
  type AbstractRule,
  categoryIds,
  stringType,
} from './abstract-policy.ts';

import type { Layout } from './layout.ts';

/** What is printed. */
export interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly content: string | readonly Element[];
}

const element = (name: string, attributes: Element['attributes'], content: Element['content']): Element => ({
  name,
  attributes,
  content,
});

/** The elements that say what a policy says. */
export function policyElement(policy: AbstractPolicy, { prefix, hasLevel }: Layout): Element {
  const namespace = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return element(
    'Policy',
    [
      [namespace, 'urn:oasis:names:tc:xacml:3.0:core:schema:wd-17'],
      ['PolicyId', 'urn:altinn:example:policyid:1'],
      ['Version', '1.0'],
      ['RuleCombiningAlgId', policy.combining],
    ],
    [
      element('Target', [], policy.target.map(anyOfElement)),
      ...policy.rules.map(ruleElement),
      ...(hasLevel ? [levelElement] : []),
    ],
  );
}

function ruleElement({ id, effect, description, anyOfs, hasCondition, hasObligations }: AbstractRule): Element {
  return element(
    'Rule',
    [
      ['RuleId', id],
      ['Effect', effect],
    ],
    [
      ...(description === null ? [] : [element('Description', [], description)]),
      ...(anyOfs.length === 0 && description === null ? [] : [element('Target', [], anyOfs.map(anyOfElement))]),
      ...(hasCondition ? [conditionElement] : []),
      ...(hasObligations ? [levelElement] : []),
    ],
  );
}

function anyOfElement(anyOf: AbstractAnyOf): Element {
  return element(
    'AnyOf',
    [],
    anyOf.map((allOf) => element('AllOf', [], allOf.map(matchElement))),
  );
}

function matchElement({ category, attribute, value, matchId, dataType, mustBePresent }: AbstractMatch): Element {
  return element(
    'Match',
    [['MatchId', matchId]],
    [
      element('AttributeValue', [['DataType', dataType]], value),
      element(
        'AttributeDesignator',
        [
          ['AttributeId', attribute],
          ['Category', categoryIds[category]],
          ['DataType', stringType],
          ['MustBePresent', String(mustBePresent)],
        ],
        [],
      ),
    ],
  );
}

const conditionElement = element(
  'Condition',
  [],
  [element('AttributeValue', [['DataType', 'http://www.w3.org/2001/XMLSchema#boolean']], 'true')],
);

const levelElement = element(
  'ObligationExpressions',
  [],
  [
    element(
      'ObligationExpression',
      [
        ['ObligationId', 'urn:altinn:obligation:authenticationLevel1'],
        ['FulfillOn', 'Permit'],
      ],
      [
        element(
          'AttributeAssignmentExpression',
          [
            ['AttributeId', 'urn:altinn:obligation1-assignment1'],
            ['Category', 'urn:altinn:minimum-authenticationlevel'],
          ],
          [element('AttributeValue', [['DataType', 'http://www.w3.org/2001/XMLSchema#integer']], '2')],
        ),
      ],
    ),
  ],
);
