import type { TextEdit } from '../../files/edits.ts';
import { removedLines } from '../removed-lines.ts';
import { isBlank, lineEnd, skipSpaces, skipSpacesBack, startsItsLine } from '../white-space.ts';
import type { JsonDocument, JsonObject, JsonProperty } from './document.ts';
import { edits, type JsonEdit, refused, removal } from './edit.ts';
import { commaAfter, endOfLineComments } from './trivia.ts';

/** Takes a comment that ends on the property's last line along; comments on lines of their own stay. */
export function removeProperty(document: JsonDocument, object: JsonObject, property: JsonProperty): JsonEdit {
  const index = object.properties.indexOf(property);
  if (index === -1) return refused('not-a-property-of-the-object');
  const comma = commaAfter(document, property.range.end);
  const previous = object.properties[index - 1];
  const orphan = comma === null && previous ? commaAfter(document, previous.range.end) : null;
  const own = ownRemoval(document, object, property, comma);
  return edits(...(orphan === null ? own : joined(removal(orphan, orphan + 1), own)));
}

function ownRemoval(
  document: JsonDocument,
  object: JsonObject,
  { range }: JsonProperty,
  comma: number | null,
): TextEdit[] {
  const { text } = document;
  const { start, end } = range;
  const commaNear = comma !== null && isBlank(text, end, comma) && comma <= lineEnd(text, end);
  const written = commaNear ? comma + 1 : end;
  const far = comma !== null && !commaNear ? [removal(comma, comma + 1)] : [];
  const close = endOfLineComments(document, written);
  if (startsItsLine(text, start) && isBlank(text, close, lineEnd(text, close)) && far.length === 0) {
    const inside = { start: object.range.start + 1, end: object.range.end - 1 };
    return [{ ...removedLines(text, { start, end: close }, inside), replacement: '' }];
  }
  if (comma === null) return [removal(startsItsLine(text, start) ? start : skipSpacesBack(text, start), end)];
  return [removal(start, commaNear ? skipSpaces(text, written) : end), ...far];
}

/** Two removals that touch are one. */
function joined(first: TextEdit, others: readonly TextEdit[]): TextEdit[] {
  const [next, ...rest] = others;
  if (!next || first.end < next.start) return [first, ...others];
  return [{ start: first.start, end: next.end, replacement: '' }, ...rest];
}
