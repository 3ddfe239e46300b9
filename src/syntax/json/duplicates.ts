import type { Range } from '../../location.ts';
import { foldCase, type JsonDuplicate, type JsonNode } from './document.ts';

/** One step of a configuration path. Steps, not whole paths: long keys nested deeply would take gigabytes. */
interface Place {
  readonly steps: Map<string, Place>;
  first: { readonly range: Range; readonly simple: boolean } | null;
}

/** Every path that is set twice, as configuration sees paths: `:` between keys and array indexes, upper and lower case alike. */
export function duplicatesOf(root: JsonNode): JsonDuplicate[] {
  const duplicates: JsonDuplicate[] = [];
  const path: string[] = [];

  const set = (parent: Place, key: string, range: Range, value: JsonNode): void => {
    path.push(key);
    const place = placeAt(parent, key);
    const simple = value.kind !== 'object' && value.kind !== 'array';
    if (place.first) {
      const effect = place.first.simple && simple ? 'refused' : 'merged';
      duplicates.push({ path: path.join(':'), effect, first: place.first.range, second: range });
    } else {
      place.first = { range, simple };
    }
    visit(place, value);
    path.pop();
  };
  const visit = (place: Place, node: JsonNode): void => {
    if (node.kind === 'object')
      for (const { key, keyRange, value } of node.properties) set(place, key, keyRange, value);
    if (node.kind === 'array')
      for (const [index, item] of node.items.entries()) set(place, `${index}`, item.range, item);
  };

  visit({ steps: new Map(), first: null }, root);
  return duplicates;
}

function placeAt(parent: Place, key: string): Place {
  let place = parent;
  for (const step of foldCase(key).split(':')) {
    const next = place.steps.get(step) ?? { steps: new Map(), first: null };
    place.steps.set(step, next);
    place = next;
  }
  return place;
}
