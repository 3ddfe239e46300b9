import type { TextEdit } from '../../files/edits.ts';
import { removedLines } from '../removed-lines.ts';
import { isBlank, lineEnd, skipSpaces, skipSpacesBack, startsItsLine } from '../white-space.ts';
import type { JsonDocument, JsonObject, JsonProperty } from './document.ts';
import { edits, type JsonEdit, refused, removal } from './edit.ts';
import { commaAfter, endOfLineComments } from './trivia.ts';

/**
 * Takes comments along that end on a property's last line; comments on lines of their own stay. Each property has the edits
 * of all that stand with it: the same edits are one.
 */
export function removeProperties(
  document: JsonDocument,
  object: JsonObject,
  going: readonly JsonProperty[],
): ReadonlyMap<JsonProperty, JsonEdit> {
  const removals = new Map<JsonProperty, JsonEdit>();
  for (const property of going) {
    if (!object.properties.includes(property)) removals.set(property, refused('not-a-property-of-the-object'));
  }
  for (const run of runsOf(document, object, going)) {
    const removed = edits(...removalOf(document, object, run, going));
    for (const property of run) removals.set(property, removed);
  }
  return removals;
}

/** Those that go and stand one after the other, with nothing between them that stays. */
function runsOf(
  document: JsonDocument,
  { properties }: JsonObject,
  going: readonly JsonProperty[],
): readonly (readonly JsonProperty[])[] {
  const runs: JsonProperty[][] = [];
  for (const [index, property] of properties.entries()) {
    if (!going.includes(property)) continue;
    const previous = properties[index - 1];
    const run = runs.at(-1);
    if (run && previous && run.at(-1) === previous && nothingStays(document, previous, property)) run.push(property);
    else runs.push([property]);
  }
  return runs;
}

/** Between two that go: a comma, white space, and comments at the end of the first one's line. */
function nothingStays(document: JsonDocument, first: JsonProperty, second: JsonProperty): boolean {
  const { text } = document;
  const comma = commaAfter(document, first.range.end);
  if (comma === null || !isBlank(text, first.range.end, comma)) return false;
  const close = endOfLineComments(document, comma + 1);
  const isOnItsLine = comma <= lineEnd(text, first.range.end) && isBlank(text, close, lineEnd(text, close));
  return isBlank(text, isOnItsLine ? close : comma + 1, second.range.start);
}

function removalOf(
  document: JsonDocument,
  object: JsonObject,
  run: readonly JsonProperty[],
  going: readonly JsonProperty[],
): readonly TextEdit[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const range = { start: first.range.start, end: last.range.end };
  const comma = commaAfter(document, range.end);
  const own = ownRemoval(document, object, range, comma);
  const isLast = object.properties.slice(object.properties.indexOf(last) + 1).every((one) => going.includes(one));
  const kept = isLast ? object.properties.findLast((one) => !going.includes(one)) : undefined;
  const trails = object.properties.at(-1);
  const hasTrailing = trails !== undefined && commaAfter(document, trails.range.end) !== null;
  const orphan = kept && !hasTrailing ? commaAfter(document, kept.range.end) : null;
  return orphan === null ? own : [removal(orphan, orphan + 1), ...own];
}

function ownRemoval(
  document: JsonDocument,
  object: JsonObject,
  { start, end }: JsonProperty['range'],
  comma: number | null,
): TextEdit[] {
  const { text } = document;
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
