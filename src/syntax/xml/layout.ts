import { indentationAt, lineEndAt } from '../../files/lines.ts';
import { isBlank, startsItsLine } from '../white-space.ts';
import type { XmlDocument, XmlElement } from './document.ts';

/** How a document is laid out around a place, so that an edit looks like its neighbours. */
export interface Layout {
  readonly newline: string;
  readonly indentation: string;
}

/** White space before `element` on its own line, or null when it shares the line with what comes before. */
export function ownLineLayout(text: string, element: XmlElement): Layout | null {
  const { start } = element.range;
  if (!startsItsLine(text, start)) return null;
  return { newline: lineEndAt(text, start), indentation: indentationAt(text, start) };
}

/** What one level of nesting adds, measured where the document first shows it. */
export function indentationUnit({ text, root }: XmlDocument): string {
  const pending = [root];
  for (const element of pending) {
    const children = element.children.filter(({ range }) => startsItsLine(text, range.start));
    const outer = children.length > 0 ? indentationAt(text, element.range.start) : '';
    for (const child of children) {
      const inner = indentationAt(text, child.range.start);
      if (inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
    }
    for (const child of element.children) pending.push(child);
  }
  return '  ';
}

/** Each leading tab of a line stands for one level and becomes the document's own unit. */
export function laidOut(lines: readonly string[], layout: Layout, unit: string): string {
  return lines
    .map((line) => layout.indentation + line.replace(/^\t*/, (tabs) => unit.repeat(tabs.length)))
    .join(layout.newline);
}

export const onOneLine = (lines: readonly string[]): string => lines.map((line) => line.replace(/^\t*/, '')).join('');

/** Whether the gap between an element and the one before it holds an empty line. */
export function followsEmptyLine(text: string, previous: XmlElement, next: XmlElement): boolean {
  const gap = text.slice(previous.range.end, next.range.start);
  return isBlank(gap, 0, gap.length) && (gap.match(/\r\n?|\n/g)?.length ?? 0) > 1;
}
