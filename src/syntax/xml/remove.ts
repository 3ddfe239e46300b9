import type { TextEdit } from '../../files/edits.ts';
import type { Range } from '../../location.ts';
import { removedLines } from '../removed-lines.ts';
import { isBlank, lineEnd, skipSpaces, skipSpacesBack, startsItsLine } from '../white-space.ts';
import { endWithItsComments } from './comments.ts';
import type { XmlDocument, XmlElement } from './document.ts';
import { edits, refused, type XmlEdit } from './edit.ts';

export interface RemoveOptions {
  /** Whether a parent goes too that is left with nothing in it, not even a comment. */
  readonly emptiedParent?: 'keep' | 'remove';
  /** Others that are removed in the same change: a parent is empty when all that it holds goes. */
  readonly together?: readonly XmlElement[];
}

/** Takes a comment that ends on the element's last line along; comments on lines of their own stay. */
export function removeElement(document: XmlDocument, element: XmlElement, options: RemoveOptions = {}): XmlEdit {
  const { parent } = element;
  if (!parent?.content) return refused('root-element');
  if (
    options.emptiedParent === 'remove' &&
    parent.parent &&
    isAllThereIsIn(document, [element, ...(options.together ?? [])], parent)
  ) {
    return removeElement(document, parent, options);
  }
  return edits(removal(document, element, parent.content));
}

function isAllThereIsIn(document: XmlDocument, going: readonly XmlElement[], parent: XmlElement): boolean {
  const { content, children } = parent;
  if (!content || !children.every((child) => going.includes(child))) return false;
  let start = content.start;
  for (const { range } of children) {
    if (!isBlank(document.text, start, range.start)) return false;
    start = endWithItsComments(document, range);
  }
  return isBlank(document.text, start, content.end);
}

function removal(document: XmlDocument, element: XmlElement, inside: Range): TextEdit {
  const { text } = document;
  const { start } = element.range;
  const end = endWithItsComments(document, element.range);
  const endsLine = isBlank(text, end, lineEnd(text, end));
  if (startsItsLine(text, start) && endsLine) {
    return { ...removedLines(text, { start, end }, inside), replacement: '' };
  }
  if (startsItsLine(text, start)) return { start, end: skipSpaces(text, element.range.end), replacement: '' };
  return { start: skipSpacesBack(text, start), end: element.range.end, replacement: '' };
}
