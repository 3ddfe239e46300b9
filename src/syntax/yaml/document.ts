import type { Position } from '../../files/lines.ts';
import type { Range } from '../../location.ts';

export interface YamlFile {
  readonly text: string;
  /** One root for each document of the file; null for an empty document. */
  readonly roots: readonly (YamlNode | null)[];
  /** All comments, in order, each from its `#`. */
  readonly comments: readonly Range[];
}

export type YamlNode = YamlMap | YamlSequence | YamlScalar | YamlAlias;

/** What holds a node; null for a document's root. */
export type YamlOwner = YamlPair | YamlItem | null;

interface AnyNode {
  /** Without anchor and tag; ends where the content ends, before trailing white space and comments. */
  readonly range: Range;
  readonly owner: YamlOwner;
}

export interface YamlMap extends AnyNode {
  readonly kind: 'map';
  readonly style: 'block' | 'flow';
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly kind: 'pair';
  readonly map: YamlMap;
  /** The decoded key; null when it is not a scalar. */
  readonly key: string | null;
  readonly keyNode: YamlNode;
  /** Null when nothing is written. */
  readonly value: YamlNode | null;
  readonly range: Range;
}

export interface YamlSequence extends AnyNode {
  readonly kind: 'sequence';
  readonly style: 'block' | 'flow';
  readonly items: readonly YamlItem[];
}

export interface YamlItem {
  readonly kind: 'item';
  readonly sequence: YamlSequence;
  readonly value: YamlNode | null;
  /** From the dash, when there is one. */
  readonly range: Range;
}

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';
export type ScalarData = string | number | boolean | null;

export interface YamlScalar extends AnyNode {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** Decoded, but not interpreted: `1.10` stays `1.10`. */
  readonly text: string;
  /** Interpreted by the core schema: `1.1`, `true`, `null`. */
  readonly data: ScalarData;
}

export interface YamlAlias extends AnyNode {
  readonly kind: 'alias';
  readonly name: string;
  /** Null for an alias that stands inside what it refers to. */
  readonly target: YamlNode | null;
}

export type YamlErrorCode =
  | 'too-large'
  | 'too-deep'
  | 'alias-bomb'
  | 'unresolved-alias'
  | 'duplicate-key'
  /** Text that becomes YAML when a template engine has run, as in a Helm chart. */
  | 'template'
  | 'tab-as-indentation'
  | 'bad-indentation'
  | 'syntax';

export interface YamlError extends Position {
  readonly offset: number;
  readonly code: YamlErrorCode;
}

export type YamlResult =
  | { readonly kind: 'document'; readonly document: YamlFile }
  | { readonly kind: 'error'; readonly error: YamlError };

export function pairOf(map: YamlMap, key: string): YamlPair | null {
  return map.pairs.find((pair) => pair.key === key) ?? null;
}
