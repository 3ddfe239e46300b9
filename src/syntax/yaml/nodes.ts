import {
  type Alias,
  type CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type {
  YamlAlias,
  YamlItem,
  YamlMap,
  YamlNode,
  YamlOwner,
  YamlPair,
  YamlScalar,
  YamlSequence,
} from './document.ts';
import { Refusal } from './refusal.ts';
import { readScalar, written } from './scalars.ts';

type Unfinished<T> = { -readonly [K in keyof T]: T[K] };

/** How many nodes a document may have when all aliases are followed. */
const maximumExpansion = 1_000_000;

/** Turns the library's nodes of one document into plain data. */
export function nodeReader(text: string): { read(node: unknown, owner: YamlOwner): YamlNode | null } {
  const anchors = new Map<string, YamlNode>();
  const begun = new Set<string>();
  const sizes = new Map<YamlNode, number>();

  function read(node: unknown, owner: YamlOwner): YamlNode | null {
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined) begun.add(anchor);
    const result = readAny(node, owner);
    if (!result) return null;
    if (anchor !== undefined) anchors.set(anchor, result);
    const size = sizeOf(result);
    if (size > maximumExpansion) throw new Refusal('alias-bomb', result.range.start);
    sizes.set(result, size);
    return result;
  }

  function readAny(node: unknown, owner: YamlOwner): YamlNode | null {
    if (isMap(node)) return readMap(node, owner);
    if (isSeq(node)) return readSequence(node, owner);
    if (isAlias(node)) return readAlias(node, owner);
    return isScalar(node) ? readScalar(text, node, owner) : null;
  }

  function readMap(node: YAMLMap, owner: YamlOwner): YamlMap {
    const pairs: YamlPair[] = [];
    const map: Unfinished<YamlMap> = { kind: 'map', style: styleOf(node), owner, pairs, range: written(node) };
    const seen = new Set<string>();
    for (const one of node.items) {
      const pair = readPair(one, map);
      pairs.push(pair);
      if (pair.key === null || pair.key === '<<') continue;
      if (seen.has(pair.key)) throw new Refusal('duplicate-key', pair.range.start);
      seen.add(pair.key);
    }
    if (map.style === 'block') map.range = { start: map.range.start, end: pairs.at(-1)?.range.end ?? map.range.end };
    return map;
  }

  function readPair(node: Pair, map: YamlMap): YamlPair {
    const { start = [], sep = [] } = node.srcToken ?? {};
    const marks = [...start, ...(sep ?? [])].filter(({ type }) => isMark(type));
    const keyNode: YamlScalar = {
      kind: 'scalar',
      style: 'plain',
      text: '',
      data: null,
      owner: null,
      range: written(node.key),
    };
    const pair: Unfinished<YamlPair> = { kind: 'pair', map, key: null, keyNode, value: null, range: keyNode.range };
    keyOf(pair, read(node.key, pair));
    pair.value = read(node.value, pair);
    const lastMark = marks.at(-1);
    pair.range = {
      start: Math.min(pair.keyNode.range.start, marks[0]?.offset ?? Number.POSITIVE_INFINITY),
      end:
        pair.value?.range.end ??
        Math.max(pair.keyNode.range.end, lastMark ? lastMark.offset + lastMark.source.length : 0),
    };
    return pair;
  }

  function readSequence(node: YAMLSeq, owner: YamlOwner): YamlSequence {
    const items: YamlItem[] = [];
    const sequence: Unfinished<YamlSequence> = {
      kind: 'sequence',
      style: styleOf(node),
      owner,
      items,
      range: written(node),
    };
    const starts = itemStarts(node);
    for (const [index, one] of node.items.entries()) {
      const item: Unfinished<YamlItem> = { kind: 'item', sequence, value: null, range: sequence.range };
      // `[a: b]` holds a pair, which stands for a map of its own.
      item.value = isPair(one) ? null : read(one, item);
      const start = starts[index] ?? item.value?.range.start ?? sequence.range.start;
      item.range = { start, end: item.value?.range.end ?? start + 1 };
      items.push(item);
    }
    if (sequence.style === 'block') {
      sequence.range = { start: sequence.range.start, end: items.at(-1)?.range.end ?? sequence.range.end };
    }
    return sequence;
  }

  function readAlias(node: Alias, owner: YamlOwner): YamlAlias {
    const range = written(node);
    if (!begun.has(node.source)) throw new Refusal('unresolved-alias', range.start);
    const target = anchors.get(node.source) ?? null;
    return { kind: 'alias', name: node.source, owner, range, target };
  }

  function sizeOf(node: YamlNode): number {
    const sum = (nodes: readonly (YamlNode | null)[]): number =>
      nodes.reduce((size, one) => size + (one ? (sizes.get(one) ?? 1) : 1), 1);
    switch (node.kind) {
      case 'map':
        return sum(node.pairs.map(({ value }) => value));
      case 'sequence':
        return sum(node.items.map(({ value }) => value));
      case 'alias':
        return node.target ? (sizes.get(node.target) ?? 1) : 1;
      case 'scalar':
        return 1;
    }
  }

  return { read };
}

function keyOf(pair: Unfinished<YamlPair>, keyNode: YamlNode | null): void {
  if (!keyNode) return;
  pair.keyNode = keyNode;
  pair.key = keyNode.kind === 'scalar' ? keyNode.text : null;
}

const isMark = (type: CST.SourceToken['type']): boolean =>
  type === 'explicit-key-ind' || type === 'map-value-ind' || type === 'anchor' || type === 'tag';

/** A block sequence's dashes; a flow sequence has none. */
function itemStarts(node: YAMLSeq): number[] {
  const token = node.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
}

const styleOf = (node: YAMLMap | YAMLSeq): 'block' | 'flow' => (node.flow ? 'flow' : 'block');
