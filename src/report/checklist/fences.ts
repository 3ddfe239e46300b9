export interface TextLine {
  readonly text: string;
  readonly start: number;
  /** Within a code fence that is closed further down. */
  readonly fenced: boolean;
}

/** The lines without their ends, and what closes the fence that is still open after them; null where none is. */
export function linesWithFences(text: string): {
  readonly lines: readonly TextLine[];
  readonly unclosed: string | null;
} {
  const bare = [...text.matchAll(/^.*$/gm)].map((match) => ({ text: match[0], start: match.index }));
  const fenced = new Set<number>();
  let open: Fence | null = null;
  for (const [index, line] of bare.entries()) {
    if (open === null) open = openedBy(line.text, index);
    else if (closes(line.text, open)) {
      for (let inside = open.index + 1; inside < index; inside++) fenced.add(inside);
      open = null;
    }
  }
  return {
    lines: bare.map((line, index) => ({ ...line, fenced: fenced.has(index) })),
    unclosed: open?.marks ?? null,
  };
}

interface Fence {
  readonly index: number;
  /** As many as it takes to close it. */
  readonly marks: string;
  readonly column: number;
}

/** At the start of a line or of a list item; behind backticks there are none on the same line. */
const opening = /^( {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*)(`{3,}(?!.*`)|~{3,})/;

function openedBy(line: string, index: number): Fence | null {
  const [, before = '', marks] = opening.exec(line) ?? [];
  return marks === undefined ? null : { index, marks, column: before.length };
}

function closes(line: string, { marks, column }: Fence): boolean {
  const bare = line.trim();
  const isFence = bare.startsWith(marks) && bare === marks.charAt(0).repeat(bare.length);
  return isFence && line.indexOf(bare) <= column + 3;
}
