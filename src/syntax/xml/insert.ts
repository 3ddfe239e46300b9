import { indentationAt, lineEndAt } from '../../files/lines.ts';
import { isBlank, skipSpacesBack, startsItsLine } from '../white-space.ts';
import { endWithItsComments, startWithItsComments } from './comments.ts';
import type { XmlDocument, XmlElement } from './document.ts';
import { edits, insertion, refused, type XmlEdit } from './edit.ts';
import { followsEmptyLine, indentationUnit, type Layout, laidOut, onOneLine, ownLineLayout } from './layout.ts';

export type ChildPlace = 'last' | { readonly before: XmlElement } | { readonly after: XmlElement };

/** `lines` are one element; a leading tab for each level of nesting inside it, none for its first line. */
export function insertChild(
  document: XmlDocument,
  parent: XmlElement,
  at: ChildPlace,
  lines: readonly string[],
): XmlEdit {
  if (parent.text.trim() !== '') return refused('mixed-content');
  if (parent.children.some((child) => looksLike(document, child, lines))) return refused('already-present');
  if (at !== 'last' && 'before' in at) {
    return at.before.parent === parent ? insertBefore(document, at.before, lines) : refused('not-a-child');
  }
  const previous = at === 'last' ? parent.children.at(-1) : at.after;
  if (!previous) return insertFirst(document, parent, lines);
  return previous.parent === parent ? insertAfter(document, previous, lines) : refused('not-a-child');
}

/** The same but for white space between tags. */
function looksLike({ text }: XmlDocument, element: XmlElement, lines: readonly string[]): boolean {
  const written = text.slice(element.range.start, element.range.end);
  return written.replace(/(?:\r\n?|\n)[ \t]*/g, '') === onOneLine(lines);
}

function insertBefore(document: XmlDocument, sibling: XmlElement, lines: readonly string[]): XmlEdit {
  const { text } = document;
  const layout = ownLineLayout(text, sibling);
  if (!layout) return edits(insertion(sibling.range.start, onOneLine(lines) + gapBefore(text, sibling)));
  const separator = layout.newline + (hasEmptyLineAbove(text, sibling) ? layout.newline : '') + layout.indentation;
  const added = laidOut(lines, layout, indentationUnit(document)).slice(layout.indentation.length);
  return edits(insertion(startWithItsComments(document, sibling.range), added + separator));
}

function insertAfter(document: XmlDocument, sibling: XmlElement, lines: readonly string[]): XmlEdit {
  const { text } = document;
  const layout = ownLineLayout(text, sibling);
  if (!layout) return edits(insertion(sibling.range.end, gapBefore(text, sibling) + onOneLine(lines)));
  const separator = layout.newline + (hasEmptyLineAbove(text, sibling) ? layout.newline : '');
  const added = separator + laidOut(lines, layout, indentationUnit(document));
  return edits(insertion(endWithItsComments(document, sibling.range), added));
}

/** The spaces that siblings on one line are kept apart by. */
function gapBefore(text: string, { range }: XmlElement): string {
  return text.slice(skipSpacesBack(text, range.start), range.start);
}

function hasEmptyLineAbove(text: string, element: XmlElement): boolean {
  const siblings = element.parent?.children ?? [];
  const previous = siblings[siblings.indexOf(element) - 1];
  return previous !== undefined && followsEmptyLine(text, previous, element);
}

/** The first element in a parent that holds nothing, or comments only. */
function insertFirst(document: XmlDocument, parent: XmlElement, lines: readonly string[]): XmlEdit {
  const { text } = document;
  const { content, startTag, name } = parent;
  const multiline = /[\r\n]/.test(text) && startsItsLine(text, parent.range.start);
  const unit = indentationUnit(document);
  const outer = indentationAt(text, parent.range.start);
  const layout: Layout = { newline: lineEndAt(text, parent.range.end), indentation: outer + unit };
  const added = multiline ? layout.newline + laidOut(lines, layout, unit) : onOneLine(lines);
  const closing = multiline ? layout.newline + outer : '';
  if (!content) {
    const slash = startTag.end - '/>'.length;
    const start = startsItsLine(text, slash) ? slash : skipSpacesBack(text, slash);
    return edits({ start, end: startTag.end, replacement: `>${added}${closing}</${name}>` });
  }
  if (isBlank(text, content.start, content.end)) return edits({ ...content, replacement: added + closing });
  const kept = content.start + text.slice(content.start, content.end).trimEnd().length;
  const last = /[\r\n]/.test(text.slice(kept, content.end)) ? '' : closing;
  return edits(insertion(kept, added + last));
}
