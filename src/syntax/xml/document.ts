import type { Position } from '../../files/lines.ts';
import type { Range } from '../../location.ts';

/** Plain data: every range points into `text`. Nothing of the text is lost; what is not listed is white space or text. */
export interface XmlDocument {
  readonly text: string;
  readonly declaration: Range | null;
  readonly root: XmlElement;
  /** All comments, in order, inside and outside the root. */
  readonly comments: readonly Range[];
  /** All processing instructions, in order; the declaration is none. */
  readonly instructions: readonly Range[];
}

export interface QualifiedName {
  /** As written, with the prefix. */
  readonly name: string;
  readonly prefix: string | null;
  readonly localName: string;
  readonly namespace: string | null;
}

export interface XmlElement extends QualifiedName {
  readonly parent: XmlElement | null;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly range: Range;
  readonly startTag: Range;
  readonly nameRange: Range;
  /** Null for an element written as `<a/>`. */
  readonly endTag: Range | null;
  /** What stands between the tags; null for `<a/>`. */
  readonly content: Range | null;
  /** The element's own text, CDATA included, references decoded; not the text of its children. */
  readonly text: string;
}

export interface XmlAttribute extends QualifiedName {
  /** Decoded, and normalised as XML demands: a line end or tab in the value is a space. */
  readonly value: string;
  readonly range: Range;
  readonly nameRange: Range;
  /** Between the quotes. */
  readonly valueRange: Range;
  readonly quote: '"' | "'";
}

export type XmlErrorCode =
  | 'empty'
  | 'not-xml'
  | 'too-large'
  | 'too-deep'
  | 'invalid-character'
  | 'invalid-declaration'
  | 'encoding-mismatch'
  | 'doctype'
  | 'unclosed-comment'
  | 'double-hyphen-in-comment'
  | 'unclosed-cdata'
  | 'cdata-end-in-text'
  | 'invalid-instruction'
  | 'malformed-tag'
  | 'less-than-in-attribute'
  | 'duplicate-attribute'
  | 'invalid-attribute-value'
  | 'mismatched-tag'
  | 'unclosed-element'
  | 'missing-root'
  | 'second-root'
  | 'text-outside-root'
  | 'unknown-entity'
  | 'bare-ampersand'
  | 'invalid-character-reference'
  | 'undeclared-prefix'
  | 'invalid-name';

/** `name` is the tag, prefix, attribute, entity or encoding in question. */
export interface XmlError extends Position {
  readonly offset: number;
  readonly code: XmlErrorCode;
  readonly name: string | null;
}

export type XmlResult =
  | { readonly kind: 'document'; readonly document: XmlDocument }
  | { readonly kind: 'error'; readonly error: XmlError };
