import type { XmlAttribute, XmlDocument, XmlElement } from './document.ts';
import { escapedFor } from './escape.ts';
import type { NewElement } from './new-element.ts';

/** The start tag of the model, with other values; of what the model has besides, only `declarations` are kept. */
export function startTagLike(
  document: XmlDocument,
  { model, attributes, content }: NewElement & { readonly model: XmlElement },
  name: string,
  declarations: readonly XmlAttribute[],
): string {
  const { text } = document;
  const kept = model.attributes.filter((written) => attributes.has(written.name) || declarations.includes(written));
  const added = [...attributes].filter(([wanted]) => !kept.some((written) => written.name === wanted));
  const [first, last] = [model.attributes[0], model.attributes.at(-1)];
  const quote = (last ?? document.root.attributes.at(-1))?.quote ?? '"';
  const lastGap = last ? gapBefore(text, model, last) : '';
  const gap = /[\r\n]/.test(lastGap) ? lastGap : ' ';

  let tag = `<${name}`;
  for (const written of kept) {
    // What the model begins with may be left out.
    tag += gapBefore(text, model, written === kept[0] ? (first ?? written) : written);
    const { range, valueRange } = written;
    tag += text.slice(range.start, valueRange.start) + valueLike(text, written, attributes.get(written.name));
    tag += written.quote;
  }
  for (const [wanted, value] of added) {
    tag += `${gap}${wanted}=${quote}${escapedFor(quote, value)}${quote}`;
  }
  const isEmpty = content.kind === 'elements' && content.elements.length === 0;
  if (model.endTag === null && !isEmpty) return `${tag}>`;
  const closing = text.slice(last?.range.end ?? model.nameRange.end, model.startTag.end);
  return tag + (last && tag === `<${name}` ? closing.trimStart() : closing);
}

function gapBefore(text: string, { attributes, nameRange }: XmlElement, attribute: XmlAttribute): string {
  const previous = attributes[attributes.indexOf(attribute) - 1];
  return text.slice(previous?.range.end ?? nameRange.end, attribute.range.start);
}

/** As the model writes it where it is the same; but not over lines, for these are indented anew. */
function valueLike(text: string, { value, valueRange, quote }: XmlAttribute, wanted = value): string {
  const written = text.slice(valueRange.start, valueRange.end);
  return wanted === value && !/[\r\n]/.test(written) ? written : escapedFor(quote, wanted);
}
