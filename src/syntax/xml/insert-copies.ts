import { indentationAt } from '../../files/lines.ts';
import { endWithItsComments } from './comments.ts';
import { type Copy, lastIndentation, writtenLike } from './copy.ts';
import type { XmlDocument, XmlElement } from './document.ts';
import { edits, insertion, refused, type XmlEdit } from './edit.ts';
import { gapBefore } from './gap.ts';
import { isWritable } from './new-element.ts';
import { scopeIn } from './scope.ts';

/** Siblings behind an element and the comments that end on its line, each as far from the one before as that element is. */
export function insertCopies(document: XmlDocument, after: XmlElement, copies: readonly Copy[]): XmlEdit {
  const { parent } = after;
  if (!parent) return refused('root-element');
  if (!copies.every(isWritable)) return refused('invalid-character');
  const gap = gapBefore(document, parent, parent.children.indexOf(after));
  const at = endWithItsComments(document, after.range);
  const scope = scopeIn(parent);
  let written = '';
  for (const copy of copies) {
    written += gap;
    const indentation = lastIndentation(written) ?? indentationAt(document.text, at);
    written += writtenLike(document, copy, { prefix: parent.prefix ?? '', scope, indentation });
  }
  return edits(insertion(at, written));
}
