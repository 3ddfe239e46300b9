import { indentationAt, lineEndAt } from '../../files/lines.ts';
import { startsItsLine } from '../white-space.ts';
import type { XmlDocument, XmlElement } from './document.ts';
import { edits, insertion, isXmlText, refused, type XmlEdit } from './edit.ts';
import { escapedFor, escapedText } from './escape.ts';
import { isQualifiedName } from './names.ts';

/** Replaces the value of an attribute, or adds the attribute after the others in their layout. */
export function setAttribute(document: XmlDocument, element: XmlElement, name: string, value: string): XmlEdit {
  if (!isQualifiedName(name)) return refused('invalid-name');
  if (!isXmlText(value)) return refused('invalid-character');
  const written = element.attributes.find((attribute) => attribute.name === name);
  if (written?.value === value) return edits();
  if (written) return edits({ ...written.valueRange, replacement: escapedFor(written.quote, value) });
  const { text } = document;
  const last = element.attributes.at(-1);
  const lineEach = last !== undefined && startsItsLine(text, last.range.start);
  const gap = lineEach ? lineEndAt(text, last.range.start) + indentationAt(text, last.range.start) : ' ';
  const quote = last?.quote ?? '"';
  const added = `${gap}${name}=${quote}${escapedFor(quote, value)}${quote}`;
  return edits(insertion(last?.range.end ?? element.nameRange.end, added));
}

/** Replaces the text of an element that holds nothing but text; white space around it stays. */
export function replaceText(
  { text, comments, instructions }: XmlDocument,
  element: XmlElement,
  value: string,
): XmlEdit {
  if (!isXmlText(value)) return refused('invalid-character');
  const { content, startTag, name } = element;
  if (!content) {
    if (value === '') return edits();
    return edits({
      start: startTag.end - '/>'.length,
      end: startTag.end,
      replacement: `>${escapedText(value)}</${name}>`,
    });
  }
  const others = [...comments, ...instructions].some(({ start }) => start >= content.start && start < content.end);
  if (element.children.length > 0 || others) return refused('has-children');
  const written = text.slice(content.start, content.end);
  const [before = ''] = /^[ \t\r\n]*/.exec(written) ?? [];
  const core = written.slice(before.length).replace(/[ \t\r\n]+$/, '');
  if (element.text.trim() === value.trim()) return edits();
  const start = content.start + before.length;
  return edits({ start, end: start + core.length, replacement: escapedText(value) });
}
