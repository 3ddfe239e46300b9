import type { TextEdit } from '../../files/edits.ts';

export type XmlRefusalCode =
  /** The edit would change nothing, for it has been made. */
  | 'already-present'
  | 'root-element'
  /** Text stands between the elements, where white space may mean something. */
  | 'mixed-content'
  | 'has-children'
  | 'not-a-child'
  | 'invalid-name'
  | 'invalid-character';

export type XmlEdit =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly code: XmlRefusalCode };

export const edits = (...list: readonly TextEdit[]): XmlEdit => ({ kind: 'edits', edits: list });
export const refused = (code: XmlRefusalCode): XmlEdit => ({ kind: 'refused', code });

export const insertion = (offset: number, replacement: string): TextEdit => ({
  start: offset,
  end: offset,
  replacement,
});

export const isXmlText = (text: string): boolean =>
  !/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text);
