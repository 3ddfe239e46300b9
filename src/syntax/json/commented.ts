import type { Range } from '../../location.ts';
import { type Commented, commented } from '../commented.ts';
import type { JsonDocument, JsonNode, JsonProperty } from './document.ts';

export function commentedJson({ text, comments, root }: JsonDocument): Commented {
  return commented(text, comments, (offset) => partAt(root, offset));
}

function partAt(part: JsonNode | JsonProperty, offset: number): Range | null {
  if (part.range.start === offset) return part.range;
  const around = partsOf(part).find(({ range }) => range.start <= offset && offset < range.end);
  return around === undefined ? null : partAt(around, offset);
}

function partsOf(part: JsonNode | JsonProperty): readonly (JsonNode | JsonProperty)[] {
  if ('key' in part) return [part.value];
  if (part.kind === 'object') return part.properties;
  return part.kind === 'array' ? part.items : [];
}
