import type { Workspace } from '../files/workspace.ts';
import type { Range } from '../location.ts';
import type { XmlDocument, XmlElement } from '../syntax/xml/document.ts';
import type { XmlEdit } from '../syntax/xml/edit.ts';
import { parseXml } from '../syntax/xml/parse.ts';
import { type Outcome, refusedWith } from './request.ts';

export const notFound = refusedWith({ code: 'refused', refusal: 'not-found' });

export function documentAt(workspace: Pick<Workspace, 'read'>, path: string): XmlDocument | null {
  const read = workspace.read(path);
  if (read.kind !== 'text') return null;
  const parsed = parseXml(read.source.text, read.source.encoding);
  return parsed.kind === 'document' ? parsed.document : null;
}

export function elementAt(root: XmlElement, at: Range): XmlElement | null {
  if (root.range.start === at.start && root.range.end === at.end) return root;
  const around = root.children.find(({ range }) => range.start <= at.start && at.end <= range.end);
  return around ? elementAt(around, at) : null;
}

export function outcomeOf(edit: XmlEdit): Outcome {
  if (edit.kind === 'edits') return edit;
  return edit.code === 'already-present' ? { kind: 'edits', edits: [] } : notFound;
}
