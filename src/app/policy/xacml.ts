import { isBlank } from '../../syntax/white-space.ts';
import type { XmlElement } from '../../syntax/xml/document.ts';

const xacml = 'urn:oasis:names:tc:xacml:3.0:core:schema:wd-17';

/** Whatever its prefix. */
export function isXacml({ namespace, localName }: XmlElement, name: string): boolean {
  return namespace === xacml && localName === name;
}

export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => isXacml(child, name));
}

/** XACML's attributes are in no namespace: one with a prefix is something else. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  return attributes.find(({ namespace, localName }) => namespace === null && localName === name)?.value ?? null;
}

/** An attribute that holds a URI or a truth value: white space around it does not count. */
export function identifierOf(element: XmlElement, name: string): string | null {
  const value = attributeOf(element, name);
  return value && withoutSpaceAround(value);
}

function withoutSpaceAround(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isBlank(value, start, start + 1)) start += 1;
  while (start < end && isBlank(value, end - 1, end)) end -= 1;
  return value.slice(start, end);
}

/** Between its elements, where XACML has none. */
export function holdsText({ text }: XmlElement): boolean {
  return !isBlank(text, 0, text.length);
}
