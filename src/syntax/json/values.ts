import type { JsonNode } from './document.ts';

/** What can be written: plain data. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Whether `node` already says `value`; the order of keys does not matter. */
export function means(node: JsonNode, value: JsonValue): boolean {
  switch (node.kind) {
    case 'null':
      return value === null;
    case 'array':
      return isArray(value) && sameItems(node.items, value);
    case 'object': {
      if (typeof value !== 'object' || value === null || isArray(value)) return false;
      const entries = new Map(Object.entries(value));
      const same = ({ key, value: written }: { key: string; value: JsonNode }): boolean => {
        const wanted = entries.get(key);
        return wanted !== undefined && means(written, wanted);
      };
      return node.properties.length === entries.size && node.properties.every(same);
    }
    default:
      return node.value === value;
  }
}

const isArray = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

function sameItems(items: readonly JsonNode[], values: readonly JsonValue[]): boolean {
  return items.length === values.length && items.every((item, index) => means(item, values[index] ?? null));
}
