import { createScanner } from 'jsonc-parser';
import type { Range } from '../../location.ts';

/** What must be known before the parser runs, which recurses as deep as the text is nested, and what it leaves out. */
export interface Survey {
  readonly comments: readonly Range[];
  readonly depth: number;
  /** Where the deepest object or array begins. */
  readonly deepest: number;
  /** Nothing but white space and comments. */
  readonly empty: boolean;
}

export function survey(text: string): Survey {
  const scanner = createScanner(text, false);
  const comments: Range[] = [];
  let open = 0;
  let depth = 0;
  let deepest = 0;
  let empty = true;
  // Asked for the offset, for the length of the last token is not always 0: not after an unclosed comment.
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const first = text.charAt(start);
    if (first === '/' && scanner.getTokenLength() > 1) comments.push({ start, end: scanner.getPosition() });
    else if (!/[ \t\r\n]/.test(first)) empty = false;
    if (first === '{' || first === '[') open += 1;
    if (first === '}' || first === ']') open -= 1;
    if (open > depth) {
      depth = open;
      deepest = start;
    }
  }
  return { comments, depth, deepest, empty };
}
