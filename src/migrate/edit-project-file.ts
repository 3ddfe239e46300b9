import type { App } from '../app/app.ts';
import type { ProjectChange } from '../rules/finding.ts';
import type { XmlDocument, XmlElement } from '../syntax/xml/document.ts';
import type { XmlEdit } from '../syntax/xml/edit.ts';
import { insertChild } from '../syntax/xml/insert.ts';
import { removeElement } from '../syntax/xml/remove.ts';
import type { Outcome } from './request.ts';
import { documentAt, elementAt, notFound, outcomeOf } from './xml-file.ts';

/** Elements of a project file that go, or come. */
export function editProjectFile(app: App, path: string, changes: readonly ProjectChange[]): readonly Outcome[] {
  const document = documentAt(app.workspace, path);
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

function insertBeside(document: XmlDocument, sibling: XmlElement, side: 'before' | 'after', markup: string): XmlEdit {
  if (sibling.parent === null) return { kind: 'refused', code: 'root-element' };
  const written = document.text.slice(sibling.range.start, sibling.range.end);
  // Who closes a tag without a space does so everywhere.
  const like = /[^\s]\/>$/.test(written) ? markup.replace(/\s+\/>$/, '/>') : markup;
  const place = side === 'before' ? { before: sibling } : { after: sibling };
  return insertChild(document, sibling.parent, place, [like]);
}
