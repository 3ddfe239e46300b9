import type { TextEdit } from '../../files/edits.ts';

export type JsonRefusalCode = 'key-exists' | 'not-a-property-of-the-object';

export type JsonEdit =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly code: JsonRefusalCode };

export const edits = (...list: readonly TextEdit[]): JsonEdit => ({ kind: 'edits', edits: list });
export const refused = (code: JsonRefusalCode): JsonEdit => ({ kind: 'refused', code });

export const insertion = (offset: number, replacement: string): TextEdit => ({
  start: offset,
  end: offset,
  replacement,
});
export const removal = (start: number, end: number): TextEdit => ({ start, end, replacement: '' });
