import type { XmlElement } from '../../syntax/xml/document.ts';

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** What Altinn adds to BPMN: since version 8, and before. */
const altinn = ['http://altinn.no/process', 'http://altinn.no'];

export function isBpmn({ namespace, localName }: XmlElement, ...names: readonly string[]): boolean {
  return namespace === bpmn && names.includes(localName);
}

export function bpmnChildren({ children }: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return children.filter((child) => isBpmn(child, ...names));
}

export function altinnChildren({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter(({ namespace, localName }) => localName === name && isAltinn(namespace));
}

export function isAltinn(namespace: string | null): boolean {
  return namespace !== null && altinn.includes(namespace);
}

/** null also where it is empty. */
export function plainAttribute({ attributes }: XmlElement, name: string): string | null {
  const found = attributes.find(({ namespace, localName }) => namespace === null && localName === name);
  return found?.value.trim() || null;
}
