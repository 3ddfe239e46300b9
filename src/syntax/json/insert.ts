import type { TextEdit } from '../../files/edits.ts';
import { indentationAt, lineEndAt } from '../../files/lines.ts';
import type { Range } from '../../location.ts';
import { isBlank, lineEnd, lineStart, nextLine, skipSpaces, startsItsLine } from '../white-space.ts';
import { type JsonDocument, type JsonObject, type JsonProperty, propertyOf } from './document.ts';
import { edits, insertion, type JsonEdit, refused } from './edit.ts';
import { colon, indentationUnit, written } from './layout.ts';
import { commaAfter, endOfLineComments } from './trivia.ts';
import type { JsonValue } from './values.ts';

export type PropertyPlace = 'last' | { readonly before: JsonProperty } | { readonly after: JsonProperty };

/** Refused when the object has the key in any casing. */
export function insertProperty(
  document: JsonDocument,
  object: JsonObject,
  at: PropertyPlace,
  key: string,
  value: JsonValue,
): JsonEdit {
  if (propertyOf(object, key, { ignoreCase: true })) return refused('key-exists');
  const sibling = at === 'last' ? object.properties.at(-1) : 'before' in at ? at.before : at.after;
  if (!sibling) return edits(insertFirst(document, object, key, value));
  if (!object.properties.includes(sibling)) return refused('not-a-property-of-the-object');
  const { text } = document;
  const ownLine = startsItsLine(text, sibling.range.start);
  const indentation = indentationAt(text, sibling.range.start);
  const added = `${JSON.stringify(key)}${colon(document, object)}${written(document, sibling.range.start, indentation, value, ownLine)}`;
  if (at !== 'last' && 'before' in at) return edits(insertBefore(document, object, sibling, ownLine, added));
  return edits(...insertAfter(document, object, sibling, ownLine, added));
}

function insertBefore(
  document: JsonDocument,
  object: JsonObject,
  sibling: JsonProperty,
  ownLine: boolean,
  added: string,
): TextEdit {
  const { text } = document;
  const { start } = sibling.range;
  if (!ownLine) return insertion(start, added + inlineGap(text, object));
  const separator = lineEndAt(text, start) + indentationAt(text, start);
  return insertion(startWithItsComments(document, start), `${added},${separator}`);
}

/** The start of the comments that stand right above, without an empty line between. */
function startWithItsComments({ text, comments }: JsonDocument, offset: number): number {
  let start = offset;
  for (const { start: opening, end } of comments.toReversed()) {
    const above = end <= start && nextLine(text, end) === lineStart(text, start);
    if (above && startsItsLine(text, opening) && isBlank(text, end, lineEnd(text, end))) start = opening;
  }
  return start;
}

function insertAfter(
  document: JsonDocument,
  object: JsonObject,
  sibling: JsonProperty,
  ownLine: boolean,
  added: string,
): TextEdit[] {
  const { text } = document;
  const { end } = sibling.range;
  const comma = commaAfter(document, end);
  const written = comma === null ? end : comma + 1;
  const lineFeed = lineEndAt(text, sibling.range.start) + indentationAt(text, sibling.range.start);
  const close = endOfLineComments(document, written);
  const alone = ownLine && (isBlank(text, close, lineEnd(text, close)) || comma === null);
  const gap = inlineGap(text, object);
  if (!alone) return [insertion(written, comma === null ? gap + added : `${gap.slice(1)}${added},`)];
  if (comma !== null) return [insertion(close, `${lineFeed}${added},`)];
  if (close === end) return [insertion(end, `,${lineFeed}${added}`)];
  return [insertion(end, ','), insertion(close, lineFeed + added)];
}

/** What stands between properties on one line: as between the first two, else with a space where the object has them. */
function inlineGap(text: string, { properties, range }: JsonObject): string {
  const [first, second] = properties;
  const between = first && second && text.slice(first.range.end, second.range.start);
  if (between !== undefined && /^,[ \t]*$/.test(between)) return between;
  const colonSpace = first && /\s/.test(text.slice(first.keyRange.end, first.value.range.start));
  return colonSpace || /\s/.test(text.charAt(range.start + 1)) ? ', ' : ',';
}

/** The first property of an object that holds nothing, or comments only. */
function insertFirst(document: JsonDocument, object: JsonObject, key: string, value: JsonValue): TextEdit {
  const { text } = document;
  const inside: Range = { start: object.range.start + 1, end: object.range.end - 1 };
  const multiline = /[\r\n]/.test(text);
  const outer = indentationAt(text, object.range.start);
  const indentation = outer + indentationUnit(document);
  const newline = lineEndAt(text, object.range.start);
  const added = `${JSON.stringify(key)}${colon(document, object)}${written(document, object.range.start, indentation, value, multiline)}`;
  if (isBlank(text, inside.start, inside.end)) {
    const space = skipSpaces(text, inside.start) > inside.start ? ' ' : '';
    const replacement = multiline ? `${newline}${indentation}${added}${newline}${outer}` : `${space}${added}${space}`;
    return { ...inside, replacement };
  }
  const comment = document.comments.findLast(({ end }) => end <= inside.end);
  const at = comment?.end ?? inside.start;
  const closes = /[\r\n]/.test(text.slice(at, inside.end)) ? '' : newline + outer;
  return insertion(at, multiline ? `${newline}${indentation}${added}${closes}` : ` ${added}`);
}
