import { parseXml, XmlElement } from '@rgrove/parse-xml';
import {
  type AbstractAnyOf,
  type AbstractMatch,
  type AbstractPolicy,
  type AbstractRule,
  type Category,
  categoryIds,
} from './abstract-policy.ts';

/** What a policy says, by a parser that is not ours: of policies as the printer writes them. */
export function policyOfText(text: string): AbstractPolicy {
  const { root } = parseXml(text);
  if (root === null) throw new Error('no root');
  const rules = childrenOf(root, 'Rule');
  const last = elementsOf(root).findLastIndex((element) => localName(element) === 'Rule');
  const levels = elementsOf(root).findIndex((element) => localName(element) === 'ObligationExpressions');
  if (levels !== -1 && levels < last) throw new Error('a rule behind the obligations');
  return {
    combining: attribute(root, 'RuleCombiningAlgId'),
    target: anyOfsOf(root),
    rules: rules.map(ruleOf),
  };
}

function ruleOf(rule: XmlElement): AbstractRule {
  const effect = attribute(rule, 'Effect');
  if (effect !== 'Permit' && effect !== 'Deny') throw new Error(`effect ${effect}`);
  return {
    id: attribute(rule, 'RuleId'),
    effect,
    description: childrenOf(rule, 'Description')[0]?.text ?? null,
    anyOfs: anyOfsOf(rule),
    hasCondition: childrenOf(rule, 'Condition').length > 0,
    hasObligations: childrenOf(rule, 'ObligationExpressions').length > 0,
  };
}

function anyOfsOf(targeted: XmlElement): readonly AbstractAnyOf[] {
  return childrenOf(targeted, 'Target').flatMap((target) =>
    childrenOf(target, 'AnyOf').map((anyOf) =>
      childrenOf(anyOf, 'AllOf').map((allOf) => childrenOf(allOf, 'Match').map(matchOf)),
    ),
  );
}

function matchOf(match: XmlElement): AbstractMatch {
  const [value] = childrenOf(match, 'AttributeValue');
  const [designator] = childrenOf(match, 'AttributeDesignator');
  if (value === undefined || designator === undefined) throw new Error('half a match');
  return {
    category: categoryCalled(attribute(designator, 'Category')),
    attribute: attribute(designator, 'AttributeId'),
    value: value.text,
    matchId: attribute(match, 'MatchId'),
    dataType: attribute(value, 'DataType'),
    mustBePresent: attribute(designator, 'MustBePresent') === 'true',
  };
}

function categoryCalled(id: string): Category {
  const categories: readonly Category[] = ['subject', 'resource', 'action'];
  const found = categories.find((category) => categoryIds[category] === id);
  if (found === undefined) throw new Error(`category ${id}`);
  return found;
}

function attribute(element: XmlElement, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new Error(`no ${name}`);
  return value;
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => localName(child) === name);
}

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
