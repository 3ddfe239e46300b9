import type { App } from '../app/app.ts';
import type { FileRange } from '../location.ts';
import type { ProjectChange } from '../rules/finding.ts';
import type { XmlDocument, XmlElement } from '../syntax/xml/document.ts';
import type { XmlEdit } from '../syntax/xml/edit.ts';
import { insertChild } from '../syntax/xml/insert.ts';
import { parseXml } from '../syntax/xml/parse.ts';
import { removeElement } from '../syntax/xml/remove.ts';
import { type Outcome, refusedWith } from './request.ts';

/** Elements of a project file that go, or come. */
export function editProjectFile(app: App, path: string, changes: readonly ProjectChange[]): readonly Outcome[] {
  const document = documentAt(app, path);
  if (document === null) return changes.map(() => notFound);
  const elements = new Map(changes.map((change) => [change, elementAt(document.root, change.at)]));
  const going = changes.flatMap((change) => (change.kind === 'remove-element' && elements.get(change)) || []);
  return changes.map((change) => {
    const element = elements.get(change);
    if (!element) return notFound;
    return outcomeOf(
      change.kind === 'remove-element'
        ? removeElement(document, element, { emptiedParent: 'remove', together: going })
        : insertBeside(document, element, change.side, change.markup),
    );
  });
}

const notFound = refusedWith({ code: 'refused', refusal: 'not-found' });

function documentAt({ workspace }: App, path: string): XmlDocument | null {
  const read = workspace.read(path);
  if (read.kind !== 'text') return null;
  const parsed = parseXml(read.source.text, read.source.encoding);
  return parsed.kind === 'document' ? parsed.document : null;
}

function elementAt(root: XmlElement, at: FileRange): XmlElement | null {
  if (root.range.start === at.start && root.range.end === at.end) return root;
  const around = root.children.find(({ range }) => range.start <= at.start && at.end <= range.end);
  return around ? elementAt(around, at) : null;
}

function insertBeside(document: XmlDocument, sibling: XmlElement, side: 'before' | 'after', markup: string): XmlEdit {
  if (sibling.parent === null) return { kind: 'refused', code: 'root-element' };
  const written = document.text.slice(sibling.range.start, sibling.range.end);
  // Who closes a tag without a space does so everywhere.
  const like = /[^\s]\/>$/.test(written) ? markup.replace(/\s+\/>$/, '/>') : markup;
  const place = side === 'before' ? { before: sibling } : { after: sibling };
  return insertChild(document, sibling.parent, place, [like]);
}

function outcomeOf(edit: XmlEdit): Outcome {
  if (edit.kind === 'edits') return edit;
  return edit.code === 'already-present' ? { kind: 'edits', edits: [] } : notFound;
}
