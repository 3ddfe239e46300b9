import { applyEdits, type TextEdit } from '../../files/edits.ts';
import type { JsonDocument, JsonNode, JsonObject, JsonProperty } from './document.ts';
import type { JsonEdit } from './edit.ts';
import { removeProperties } from './remove.ts';

/** Properties anywhere in the document, each with the object that they were all of; one that keeps a comment stays. */
export function removeWithEmptied(
  document: JsonDocument,
  going: ReadonlySet<JsonProperty>,
): ReadonlyMap<JsonProperty, JsonEdit> {
  return removedIn(document, document.root, going).edits;
}

interface Removed {
  readonly edits: ReadonlyMap<JsonProperty, JsonEdit>;
  readonly emptied: boolean;
}

const nothing: Removed = { edits: new Map(), emptied: false };

function removedIn(document: JsonDocument, node: JsonNode, going: ReadonlySet<JsonProperty>): Removed {
  if (node.kind === 'array') {
    const edits = node.items.flatMap((item) => [...removedIn(document, item, going).edits]);
    return { edits: new Map(edits), emptied: false };
  }
  if (node.kind !== 'object') return nothing;
  const below = node.properties.map((property) => ({ property, inner: removedIn(document, property.value, going) }));
  const goingHere = below.flatMap(({ property, inner }) => (going.has(property) || inner.emptied ? [property] : []));
  const removals = removeProperties(document, node, goingHere);
  const edits = new Map<JsonProperty, JsonEdit>();
  for (const { property, inner } of below) {
    const own = removals.get(property);
    for (const [one, edit] of inner.edits) edits.set(one, own ?? edit);
    if (own && going.has(property)) edits.set(property, own);
  }
  return { edits, emptied: goingHere.length > 0 && isEmptied(document, node, goingHere, removals) };
}

function isEmptied(
  { text }: JsonDocument,
  { properties, range }: JsonObject,
  going: readonly JsonProperty[],
  removals: ReadonlyMap<JsonProperty, JsonEdit>,
): boolean {
  if (going.length < properties.length) return false;
  const edits: readonly TextEdit[] = [...removals.values()].flatMap((one) => (one.kind === 'edits' ? one.edits : []));
  const inside = text.slice(range.start + 1, range.end - 1);
  const shifted = edits.map(({ start, end, replacement }) => {
    return {
      start: Math.max(0, start - range.start - 1),
      end: Math.min(inside.length, end - range.start - 1),
      replacement,
    };
  });
  return applyEdits(inside, shifted).trim() === '';
}
