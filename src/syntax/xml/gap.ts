import type { Range } from '../../location.ts';
import type { XmlDocument, XmlElement } from './document.ts';

/** The white space that keeps the child at `index` apart from the one before it, or from the start tag. */
export function gapBefore(document: XmlDocument, parent: XmlElement, index: number): string {
  const start = parent.children[index - 1]?.range.end ?? parent.startTag.end;
  const end = parent.children[index]?.range.start ?? parent.content?.end ?? start;
  const runs = whiteSpaceIn(document, { start, end });
  const lines = runs.filter((run) => lineBreaksIn(run) > 0);
  const last = lines.at(-1);
  if (last === undefined) return largest(runs, (run) => run.length);
  // With comments between: where it is widest shows how far elements stand apart, its last line how they are indented.
  const widest = largest(lines, lineBreaksIn);
  return widest.slice(0, lastLineOf(widest)) + last.slice(lastLineOf(last));
}

/** The lines that keep the text of an element apart from its tags. */
export function spaceAround(
  document: XmlDocument,
  { children, content }: XmlElement,
): { before: string; after: string } {
  const runs = content && children.length === 0 ? whiteSpaceIn(document, content) : [];
  const [before = '', after = ''] = [runs[0], runs.at(-1)];
  return { before: lineBreaksIn(before) > 0 ? before : '', after: lineBreaksIn(after) > 0 ? after : '' };
}

/** Between all that is none: comments, instructions, text. */
function whiteSpaceIn({ text, comments, instructions }: XmlDocument, { start, end }: Range): readonly string[] {
  const markup = [...comments, ...instructions]
    .filter((range) => range.start >= start && range.end <= end)
    .sort((a, b) => a.start - b.start);
  const ends = [start, ...markup.map((range) => range.end)];
  return ends.flatMap((from, index) => text.slice(from, markup[index]?.start ?? end).split(/[^ \t\r\n]+/));
}

/** Where the last line of it begins. */
export const lastLineOf = (text: string): number => Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;

const lineBreaksIn = (space: string): number => space.match(/\r\n?|\n/g)?.length ?? 0;

function largest(runs: readonly string[], size: (run: string) => number): string {
  return runs.reduce((most, run) => (size(run) > size(most) ? run : most), '');
}
