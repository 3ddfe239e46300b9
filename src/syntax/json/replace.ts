import { indentationAt } from '../../files/lines.ts';
import { foldCase, type JsonDocument, type JsonNode, type JsonObject, type JsonProperty } from './document.ts';
import { edits, type JsonEdit, refused } from './edit.ts';
import { written } from './layout.ts';
import { type JsonValue, means } from './values.ts';

export function replaceValue(document: JsonDocument, node: JsonNode, value: JsonValue): JsonEdit {
  if (means(node, value)) return edits();
  const { text } = document;
  const { start, end } = node.range;
  const multiline = /[\r\n]/.test(node.kind === 'object' || node.kind === 'array' ? text.slice(start, end) : text);
  return edits({ start, end, replacement: written(document, start, indentationAt(text, start), value, multiline) });
}

/** Refused where configuration, which ignores case, would find two keys. */
export function renameKey(_document: JsonDocument, object: JsonObject, property: JsonProperty, key: string): JsonEdit {
  if (!object.properties.includes(property)) return refused('not-a-property-of-the-object');
  if (property.key === key) return edits();
  if (object.properties.some((other) => other !== property && foldCase(other.key) === foldCase(key))) {
    return refused('key-exists');
  }
  return edits({ ...property.keyRange, replacement: JSON.stringify(key) });
}
