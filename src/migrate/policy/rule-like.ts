import type { Copy } from '../../syntax/xml/copy.ts';
import type { XmlElement } from '../../syntax/xml/document.ts';
import type { NewElement } from '../../syntax/xml/new-element.ts';
import { childrenNamed } from './policy-elements.ts';
import type { MatchModel, RuleModel } from './rule-model.ts';

/** A new rule, each element of it paired with the one of the model that it shall look like. */
export function ruleLike(model: RuleModel, rule: NewElement): Copy {
  return paired(model, rule, model.rule);
}

function paired(rule: RuleModel, element: NewElement, model: XmlElement): Copy {
  const { content } = element;
  if (content.kind !== 'elements') return { ...element, content, model };
  const elements = content.elements.map((child) => paired(rule, child, modelOf(rule, child, model)));
  return { ...element, content: { kind: 'elements', elements }, model };
}

function modelOf(rule: RuleModel, element: NewElement, around: XmlElement): XmlElement {
  switch (element.localName) {
    case 'Description':
      return rule.description;
    case 'Target':
      return rule.target;
    case 'AnyOf':
      return matchLike(rule, element).anyOf;
    case 'AllOf':
      return matchLike(rule, element).allOf;
    case 'Match':
      return matchLike(rule, element).match;
    default:
      return childrenNamed(around, element.localName)[0] ?? around;
  }
}

function matchLike(rule: RuleModel, element: NewElement): MatchModel {
  const designator = designatorIn(element);
  return rule.matchLike(designator?.attributes.get('AttributeId'), designator?.attributes.get('Category'));
}

/** The first. */
function designatorIn(element: NewElement): NewElement | undefined {
  if (element.localName === 'AttributeDesignator') return element;
  if (element.content.kind !== 'elements') return undefined;
  for (const child of element.content.elements) {
    const found = designatorIn(child);
    if (found) return found;
  }
  return undefined;
}
