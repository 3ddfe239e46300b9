import { firstForeignByte } from '../files/first-foreign-byte.ts';
import { positionAt } from '../files/lines.ts';
import type { SourceText } from '../files/text.ts';
import type { Workspace } from '../files/workspace.ts';
import type { FileRange } from '../location.ts';
import type { XmlElement } from '../syntax/xml/document.ts';
import { parseXml } from '../syntax/xml/parse.ts';
import type { NotAnalysedReason } from '../words/rules/files/not-analysed.ts';
import { whyNotParsed } from './not-parsed.ts';

export type XmlFile =
  | { readonly kind: 'missing' }
  | UnreadXmlFile
  | { readonly kind: 'xml'; readonly file: string; readonly source: SourceText; readonly root: XmlElement };

export interface UnreadXmlFile {
  readonly kind: 'unread';
  readonly reason: NotAnalysedReason;
  readonly at: FileRange;
}

export function readXmlFile(workspace: Workspace, file: string): XmlFile {
  const read = workspace.read(file);
  if (read.kind === 'missing') return read;
  if (read.kind === 'unreadable') return { kind: 'unread', reason: read.reason, at: { file, start: 0, end: 0 } };
  const { source } = read;
  const parsed = parseXml(source.text, source.encoding);
  if (parsed.kind === 'document') return { kind: 'xml', file, source, root: parsed.document.root };
  const { error } = parsed;
  if (error.code === 'encoding-mismatch' && source.encoding === 'windows-1252') return notUtf8(file, source);
  return unreadFrom(file, error.offset, whyNotParsed(error, 'XML'));
}

/** Of a text that was read as Windows-1252 because its bytes are not UTF-8. */
export function notUtf8(file: string, source: SourceText): UnreadXmlFile {
  const offset = firstForeignByte(source);
  return unreadFrom(file, offset, { code: 'refused-encoding', ...positionAt(source.text, offset) });
}

export function unreadFrom(file: string, offset: number, reason: NotAnalysedReason): UnreadXmlFile {
  return { kind: 'unread', reason, at: { file, start: offset, end: offset } };
}
