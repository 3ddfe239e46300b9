import { positionAt } from '../../files/lines.ts';
import type { Encoding } from '../../files/text.ts';
import type { XmlAttribute, XmlElement, XmlResult } from './document.ts';
import { readFront, type WrittenElement } from './front.ts';
import { attributeName, elementName, outermostScope, type Scope, scopeOf } from './namespaces.ts';
import { Refusal } from './refusal.ts';
import type { StartTag } from './tags.ts';

/** `encoding` is what the file's bytes were decoded from: a declaration that contradicts it is an error. */
export function parseXml(text: string, encoding: Encoding = 'utf-8'): XmlResult {
  try {
    const { declaration, root: written, comments, instructions } = readFront(text, encoding);
    const root = elementFrom(written, null, outermostScope());
    return { kind: 'document', document: { text, declaration, root, comments, instructions } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, offset, subject } = error;
    return { kind: 'error', error: { code, name: subject, offset, ...positionAt(text, offset) } };
  }
}

function elementFrom(written: WrittenElement, parent: XmlElement | null, outer: Scope): XmlElement {
  const { tag, endTag, text } = written;
  const scope = scopeOf(tag, outer);
  const children: XmlElement[] = [];
  const { name, prefix, localName, namespace } = elementName(tag, scope);
  // Fields one by one: spread objects made this three times slower on large documents.
  const element: XmlElement = {
    name,
    prefix,
    localName,
    namespace,
    parent,
    attributes: attributesOf(tag, scope),
    children,
    range: { start: tag.range.start, end: endTag?.end ?? tag.range.end },
    startTag: tag.range,
    nameRange: tag.nameRange,
    endTag,
    content: endTag && { start: tag.range.end, end: endTag.start },
    text,
  };
  for (const child of written.children) children.push(elementFrom(child, element, scope));
  return element;
}

function attributesOf(tag: StartTag, scope: Scope): XmlAttribute[] {
  const seen = new Set<string>();
  return tag.attributes.map((written) => {
    const { name, prefix, localName, namespace } = attributeName(written, scope);
    const expanded = `${localName} ${namespace ?? ''}`;
    if (seen.has(expanded)) throw new Refusal('duplicate-attribute', written.range.start, name);
    seen.add(expanded);
    const { value, range, nameRange, valueRange, quote } = written;
    return { name, prefix, localName, namespace, value, range, nameRange, valueRange, quote };
  });
}
