import type { Range } from '../../location.ts';
import { type Commented, commented } from '../commented.ts';
import type { XmlDocument, XmlElement } from './document.ts';

export function commentedXml({ text, comments, root }: XmlDocument): Commented {
  return commented(text, comments, (offset) => elementAt(root, offset));
}

function elementAt(element: XmlElement, offset: number): Range | null {
  if (element.range.start === offset) return element.range;
  const around = element.children.find(({ range }) => range.start <= offset && offset < range.end);
  return around === undefined ? null : elementAt(around, offset);
}
