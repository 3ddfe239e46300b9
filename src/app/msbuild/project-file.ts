import type { Workspace } from '../../files/workspace.ts';
import type { FileRange } from '../../location.ts';
import type { XmlElement, XmlErrorCode } from '../../syntax/xml/document.ts';
import { parseXml } from '../../syntax/xml/parse.ts';

/** A project, props or targets file that should have been read and could not be. */
export interface UnreadProjectFile {
  readonly file: string;
  readonly reason: 'unreadable' | 'too-many-items' | XmlErrorCode;
  /** Where it breaks, in a file that is no XML. */
  readonly at: FileRange | null;
}

export type ProjectFile =
  | { readonly kind: 'project'; readonly root: XmlElement }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unread'; readonly unread: UnreadProjectFile };

export function readProjectFile(workspace: Workspace, file: string): ProjectFile {
  const read = workspace.read(file);
  if (read.kind === 'missing') return read;
  if (read.kind === 'unreadable') return { kind: 'unread', unread: { file, reason: 'unreadable', at: null } };
  const parsed = parseXml(read.source.text, read.source.encoding);
  if (parsed.kind === 'document') return { kind: 'project', root: parsed.document.root };
  const { code, offset } = parsed.error;
  return { kind: 'unread', unread: { file, reason: code, at: { file, start: offset, end: offset } } };
}

/** MSBuild compares the names of items and metadata without regard to case; the 2003 namespace changes nothing. */
export function isNamed(element: XmlElement, name: string): boolean {
  return element.localName.toLowerCase() === name.toLowerCase();
}

export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.find((a) => a.localName.toLowerCase() === name.toLowerCase())?.value ?? null;
}
