import type { XmlElement } from '../../syntax/xml/document.ts';

/** Children of the same language as the element they stand in. */
export function childrenNamed(element: XmlElement, localName: string): readonly XmlElement[] {
  return element.children.filter((child) => child.localName === localName && child.namespace === element.namespace);
}

/** A match that holds a value and a designator, and nothing else. */
export interface WrittenMatch {
  readonly match: XmlElement;
  readonly value: XmlElement;
  readonly designator: XmlElement;
}

export function matchesIn(allOf: XmlElement): readonly WrittenMatch[] {
  return childrenNamed(allOf, 'Match').flatMap((match) => {
    const [value] = childrenNamed(match, 'AttributeValue');
    const [designator] = childrenNamed(match, 'AttributeDesignator');
    if (!value || !designator || match.children.length !== 2 || match.children[0] !== value) return [];
    return value.children.length + designator.children.length === 0 ? [{ match, value, designator }] : [];
  });
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}
