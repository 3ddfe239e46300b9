import type { TextEdit } from '../../files/edits.ts';
import type { YamlFile } from './document.ts';
import { parseYaml } from './parse.ts';

export type YamlRefusalCode =
  | 'would-be-empty'
  | 'already-present'
  /** A comment stands where text would have to be joined. */
  | 'comment-in-the-way'
  /** A block does not fit between braces or brackets, nor a folded scalar be rewritten. */
  | 'style-not-supported'
  | 'not-an-item-of-the-sequence'
  | 'invalid-lines'
  /** The edited text would not read as YAML, or not as what was asked: an anchor would be lost, for instance. */
  | 'would-break';

export type YamlEdit =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly code: YamlRefusalCode };

export const refused = (code: YamlRefusalCode): YamlEdit => ({ kind: 'refused', code });

/** Indentation gives YAML its meaning, so every edit is read back before it is handed out. */
export function proven({ text }: YamlFile, edit: TextEdit, holds: (edited: YamlFile) => boolean): YamlEdit {
  const result = parseYaml(text.slice(0, edit.start) + edit.replacement + text.slice(edit.end));
  const sound = result.kind === 'document' && holds(result.document);
  return sound ? { kind: 'edits', edits: [edit] } : refused('would-break');
}
