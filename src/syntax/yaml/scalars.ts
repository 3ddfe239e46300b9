import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Range } from '../../location.ts';
import type { ScalarStyle, YamlOwner, YamlScalar } from './document.ts';

/** Null for one that is not written, as in `a:`. */
export function readScalar(text: string, node: Scalar, owner: YamlOwner): YamlScalar | null {
  const range = written(node);
  const style = scalarStyle(node);
  if (style === 'plain' && range.start === range.end) return null;
  const data = scalarData(node.value);
  const source = style === 'plain' ? (node.source ?? '') : String(node.value);
  if (style !== 'literal' && style !== 'folded') return { kind: 'scalar', style, text: source, data, owner, range };
  const end = range.start + text.slice(range.start, range.end).trimEnd().length;
  return { kind: 'scalar', style, text: source, data, owner, range: { start: range.start, end } };
}

export function written(node: unknown): Range {
  const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : null;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function scalarStyle(node: Scalar): ScalarStyle {
  switch (node.type) {
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}

function scalarData(value: unknown): string | number | boolean | null {
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value);
}
