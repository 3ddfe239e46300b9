import type { Range } from '../location.ts';
import { isBlank, lineEnd, lineStart } from './white-space.ts';

/** A text of any language with its comments. */
export interface Commented {
  readonly text: string;
  /** In order. */
  readonly comments: readonly Range[];
  /**
   * What begins right below a comment that has its lines to itself, in each of the programs that the text may be; other
   * comments and empty lines are passed over.
   */
  readonly below: (comment: Range) => readonly Range[];
}

/**
 * What a comment is about: beside other text, its line; alone, what begins right below it, with all that is in that and
 * the rest of the line that it begins on.
 */
export function aboutOf({ text, comments, below }: Commented, comment: Range): readonly Range[] {
  const line = { start: lineStart(text, comment.start), end: lineEnd(text, comment.end) };
  if (afterTrivia(text, comments, line.start) < line.end) return [line];
  return below(comment).map(({ start, end }) => ({ start, end: Math.max(end, lineEnd(text, start)) }));
}

/** For a language that is one program: `beginningAt` says what begins at an offset. */
export function commented(
  text: string,
  comments: readonly Range[],
  beginningAt: (offset: number) => Range | null,
): Commented {
  const below = ({ end }: Range) => {
    const offset = afterTrivia(text, comments, end);
    return [beginningAt(offset) ?? { start: offset, end: offset }];
  };
  return { text, comments, below };
}

/** The first offset from `offset` on that holds neither white space nor a comment. */
function afterTrivia(text: string, comments: readonly Range[], offset: number): number {
  let at = offset;
  for (const comment of comments) {
    if (comment.start < at) continue;
    if (!isBlank(text, at, comment.start)) break;
    at = comment.end;
  }
  while (/[ \t\r\n]/.test(text.charAt(at))) at += 1;
  return at;
}
