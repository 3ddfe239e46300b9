import { indentationAt } from '../../files/lines.ts';
import type { XmlDocument, XmlElement } from './document.ts';
import { escapedText } from './escape.ts';
import { gapBefore, lastLineOf, spaceAround } from './gap.ts';
import type { Content } from './new-element.ts';
import { declarationsFor, isInScope, type PrefixScope, withDeclarations } from './scope.ts';
import { startTagLike } from './start-tag-like.ts';

/** A new element, and one of the same namespace that is written as it shall be. */
export interface Copy {
  readonly localName: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: Content<Copy>;
  readonly model: XmlElement;
}

/** Where a copy comes to stand. */
export interface Place {
  /** Of its parent. */
  readonly prefix: string;
  readonly scope: PrefixScope;
  /** Of the line that it begins on. */
  readonly indentation: string;
}

/** The bytes of the model but for what differs; comments, instructions and what else it holds are left out. */
export function writtenLike(document: XmlDocument, copy: Copy, place: Place): string {
  const { text } = document;
  const { model, content } = copy;
  const declarations = declarationsFor(model, prefixesIn(copy), place.scope);
  const scope = withDeclarations(place.scope, declarations);
  const own = model.prefix ?? '';
  const prefix = isInScope(scope, own, model.namespace) ? own : place.prefix;
  const name = prefix === '' ? copy.localName : `${prefix}:${copy.localName}`;
  const from = indentationAt(text, model.range.start);
  const moved = (layout: string): string => movedTo(layout, from, place.indentation);

  let written = moved(startTagLike(document, copy, name, declarations));
  if (written.endsWith('/>')) return written;
  if (content.kind === 'elements') {
    for (const [index, child] of content.elements.entries()) {
      written += moved(gapBefore(document, model, placeAmong(model.children, child.model, index)));
      const indentation = lastIndentation(written) ?? place.indentation;
      written += writtenLike(document, child, { prefix, scope, indentation });
    }
    written += moved(gapBefore(document, model, model.children.length));
  } else {
    const { before, after } = content.kind === 'prose' ? spaceAround(document, model) : { before: '', after: '' };
    written += moved(before) + escapedText(content.text) + moved(after);
  }
  const closing = model.endTag ? text.slice(model.endTag.start + `</${model.name}`.length, model.endTag.end) : '>';
  return `${written}</${name}${moved(closing)}`;
}

function prefixesIn({ model, content }: Copy): ReadonlySet<string> {
  const inside = content.kind === 'elements' ? content.elements.flatMap((child) => [...prefixesIn(child)]) : [];
  return new Set([model.prefix ?? '', ...inside]);
}

/** Whose gap a child takes over: that of its model; where that stands first and the child does not, that of the next. */
function placeAmong(siblings: readonly XmlElement[], model: XmlElement, index: number): number {
  if (index === 0) return 0;
  const place = siblings.indexOf(model);
  return place > 0 ? place : Math.min(1, siblings.length - 1);
}

/** Lines that were indented by `from`, indented by `to`; empty ones stay as they are. */
function movedTo(layout: string, from: string, to: string): string {
  return layout.replace(/([\r\n])([ \t]*)(?![ \t\r\n])/g, (line, lineBreak: string, indentation: string) =>
    indentation.startsWith(from) ? lineBreak + to + indentation.slice(from.length) : line,
  );
}

/** How the last line of it is indented; null when it is all on one line. */
export function lastIndentation(written: string): string | null {
  const start = lastLineOf(written);
  return start === 0 ? null : (/^[ \t]*/.exec(written.slice(start))?.[0] ?? '');
}
