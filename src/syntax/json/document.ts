import type { Position } from '../../files/lines.ts';
import type { Range } from '../../location.ts';

/** JSON as .NET's configuration reads it: comments and trailing commas allowed. */
export interface JsonDocument {
  readonly text: string;
  readonly root: JsonNode;
  /** All comments, in order. */
  readonly comments: readonly Range[];
  /** Not empty: do not edit, for nobody can tell which of the two is meant. */
  readonly duplicates: readonly JsonDuplicate[];
}

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

export interface JsonObject {
  readonly kind: 'object';
  readonly range: Range;
  readonly properties: readonly JsonProperty[];
}

export interface JsonProperty {
  readonly key: string;
  /** With its quotes. */
  readonly keyRange: Range;
  readonly value: JsonNode;
  readonly range: Range;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly range: Range;
  readonly items: readonly JsonNode[];
}

export interface JsonString {
  readonly kind: 'string';
  /** With its quotes. */
  readonly range: Range;
  readonly value: string;
}

export interface JsonNumber {
  readonly kind: 'number';
  readonly range: Range;
  readonly value: number;
}

export interface JsonBoolean {
  readonly kind: 'boolean';
  readonly range: Range;
  readonly value: boolean;
}

export interface JsonNull {
  readonly kind: 'null';
  readonly range: Range;
}

/**
 * Two places that set the same configuration path, which ignores case: a key twice in one object, or `"A:B"` beside
 * `"A": { "B": … }`. .NET refuses the file when both hold a simple value, and merges the two otherwise.
 */
export interface JsonDuplicate {
  /** As the second place writes it. */
  readonly path: string;
  readonly effect: 'refused' | 'merged';
  readonly first: Range;
  readonly second: Range;
}

export type JsonErrorCode =
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'invalid-symbol'
  | 'invalid-number'
  | 'property-name-expected'
  | 'value-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'close-brace-expected'
  | 'close-bracket-expected'
  | 'end-of-file-expected'
  | 'unclosed-comment'
  | 'unclosed-string'
  | 'invalid-unicode'
  | 'invalid-escape'
  | 'invalid-character';

export interface JsonError extends Position {
  readonly offset: number;
  readonly code: JsonErrorCode;
}

export type JsonResult =
  | { readonly kind: 'document'; readonly document: JsonDocument }
  | { readonly kind: 'error'; readonly error: JsonError };

export function propertyOf(
  object: JsonObject,
  key: string,
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): JsonProperty | null {
  const wanted = foldCase(key);
  return object.properties.find((one) => (ignoreCase ? foldCase(one.key) === wanted : one.key === key)) ?? null;
}

/** .NET compares keys by their upper case, letter by letter: no letter becomes two. */
export function foldCase(key: string): string {
  let folded = '';
  for (const letter of key) {
    const upper = letter.toUpperCase();
    folded += upper.length === letter.length ? upper : letter;
  }
  return folded;
}
