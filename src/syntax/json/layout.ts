import { indentationAt, lineEndAt } from '../../files/lines.ts';
import { startsItsLine } from '../white-space.ts';
import type { JsonDocument, JsonNode, JsonObject, JsonProperty } from './document.ts';
import type { JsonValue } from './values.ts';

/** What one level of nesting adds, measured where the document first shows it. */
export function indentationUnit({ text, root }: JsonDocument): string {
  const pending: JsonNode[] = [root];
  for (let node = pending.shift(); node; node = pending.shift()) {
    const outer = indentationAt(text, node.range.start);
    for (const child of childrenOf(node)) {
      const inner = indentationAt(text, child.range.start);
      const deeper = inner.startsWith(outer) && inner.length > outer.length;
      if (deeper && startsItsLine(text, child.range.start)) return inner.slice(outer.length);
      pending.push('value' in child && 'key' in child ? child.value : child);
    }
  }
  return '  ';
}

function childrenOf(node: JsonNode): readonly (JsonNode | JsonProperty)[] {
  if (node.kind === 'object') return node.properties;
  return node.kind === 'array' ? node.items : [];
}

/** `value` as text; more than one line only where `multiline` says so, in the document's own indentation. */
export function written(
  document: JsonDocument,
  offset: number,
  indentation: string,
  value: JsonValue,
  multiline: boolean,
): string {
  if (!multiline) return JSON.stringify(value);
  const lines = JSON.stringify(value, null, indentationUnit(document)).split('\n');
  return lines.join(lineEndAt(document.text, offset) + indentation);
}

/** The object's own way to write `: `, else the document's. */
export function colon(document: JsonDocument, object: JsonObject): string {
  const sample = object.properties[0] ?? firstProperty(document.root);
  const between = sample && document.text.slice(sample.keyRange.end, sample.value.range.start);
  return between !== undefined && /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
}

function firstProperty(root: JsonNode): JsonProperty | undefined {
  return root.kind === 'object' ? root.properties[0] : undefined;
}
