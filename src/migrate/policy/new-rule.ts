import { actionAttribute, categories, stringEqual, stringType } from '../../app/policy/identifiers.ts';
import type { PolicyChange, PolicyMatch } from '../../rules/finding.ts';
import type { NewElement } from '../../syntax/xml/new-element.ts';

export type AddedRule = Extract<PolicyChange, { readonly kind: 'add-rule' }>;

/** What the rule says, whatever it looks like. */
export function newRule({ id, description, subject, resource, actions }: AddedRule): NewElement {
  const target = element('Target', [
    anyOf([[subject]], categories.subject),
    anyOf([resource], categories.resource),
    anyOf(
      actions.map((value) => [{ attribute: actionAttribute, value }]),
      categories.action,
    ),
  ]);
  const described = description === null ? [] : [text('Description', 'prose', description)];
  return element('Rule', [...described, target], { RuleId: id, Effect: 'Permit' });
}

function anyOf(alternatives: readonly (readonly PolicyMatch[])[], category: string): NewElement {
  const allOf = (matches: readonly PolicyMatch[]): NewElement =>
    element(
      'AllOf',
      matches.map((match) => matchOf(match, category)),
    );
  return element('AnyOf', alternatives.map(allOf));
}

function matchOf({ attribute, value }: PolicyMatch, category: string): NewElement {
  const designator = { AttributeId: attribute, Category: category, DataType: stringType, MustBePresent: 'false' };
  return element(
    'Match',
    [text('AttributeValue', 'value', value, { DataType: stringType }), element('AttributeDesignator', [], designator)],
    { MatchId: stringEqual },
  );
}

function element(
  localName: string,
  elements: readonly NewElement[],
  attributes: Readonly<Record<string, string>> = {},
): NewElement {
  return { localName, attributes: new Map(Object.entries(attributes)), content: { kind: 'elements', elements } };
}

function text(
  localName: string,
  kind: 'value' | 'prose',
  written: string,
  attributes: Readonly<Record<string, string>> = {},
): NewElement {
  return { localName, attributes: new Map(Object.entries(attributes)), content: { kind, text: written } };
}
