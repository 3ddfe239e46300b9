import type { XmlDocument, XmlElement } from './document.ts';
import { isXmlText, refused, type XmlEdit } from './edit.ts';
import { escapedFor, escapedText } from './escape.ts';
import { type ChildPlace, insertChild } from './insert.ts';

/** An element that is to be written. */
export interface NewElement {
  readonly localName: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: Content<NewElement>;
}

export type Content<E> =
  | { readonly kind: 'elements'; readonly elements: readonly E[] }
  /** Every character of a value counts; white space around prose means nothing. */
  | { readonly kind: 'value' | 'prose'; readonly text: string };

/** In the layout of the document, with the prefix of its parent. */
export function insertNew(document: XmlDocument, parent: XmlElement, at: ChildPlace, element: NewElement): XmlEdit {
  if (!isWritable(element)) return refused('invalid-character');
  return insertChild(document, parent, at, linesOf(element, styleOf(document, parent)));
}

export function isWritable({ attributes, content }: NewElement): boolean {
  const inside = content.kind === 'elements' ? content.elements.every(isWritable) : isXmlText(content.text);
  return inside && [...attributes.values()].every(isXmlText);
}

interface Style {
  readonly prefix: string;
  readonly quote: '"' | "'";
  readonly closing: '/>' | ' />';
}

function styleOf({ text }: XmlDocument, parent: XmlElement): Style {
  const closed = parent.children.find(({ endTag }) => endTag === null);
  return {
    prefix: parent.prefix === null ? '' : `${parent.prefix}:`,
    quote: parent.attributes.at(-1)?.quote ?? '"',
    closing: closed && /\s/.test(text.charAt(closed.range.end - '/>'.length - 1)) ? ' />' : '/>',
  };
}

function linesOf({ localName, attributes, content }: NewElement, style: Style): readonly string[] {
  const { prefix, quote, closing } = style;
  const name = prefix + localName;
  const values = [...attributes].map(
    ([attribute, value]) => `${attribute}=${quote}${escapedFor(quote, value)}${quote}`,
  );
  const opening = [`<${name}`, ...values].join(' ');
  if (content.kind !== 'elements') return [`${opening}>${escapedText(content.text)}</${name}>`];
  if (content.elements.length === 0) return [opening + closing];
  const inside = content.elements.flatMap((element) => linesOf(element, style));
  return [`${opening}>`, ...inside.map((line) => `\t${line}`), `</${name}>`];
}
