import { wholeLines } from '../../files/lines.ts';
import type { Range } from '../../location.ts';
import { type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { commentBlockAbove, leadingComments, trailingComment } from '../../syntax/csharp/operations/comments.ts';
import { goingWith, topmost } from '../../syntax/csharp/operations/going.ts';
import { rootOf } from '../../syntax/csharp/project.ts';

/** What comments say of a wiring that something else takes the place of: it is as true of that. */
export interface WiringComments {
  /** On all that goes. */
  readonly above: WiringComment | null;
  /** In the `if` that goes with it. */
  readonly inside: WiringComment | null;
}

interface WiringComment {
  /** As it stands there. */
  readonly text: string;
  /** Its lines without the indentation of the place. */
  readonly lines: readonly string[];
}

const naming = /vault|azure ?kv|kvsetting|hvelv/i;

export function commentsOn(statement: SyntaxNode, text: string): WiringComments {
  const root = rootOf(statement);
  const top = topmost(statement, goingWith([statement]));
  const trailing = trailingComment(root, text, top.end);
  const lines = wholeLines(text, { start: top.start, end: trailing?.end ?? top.end });
  // Above a paragraph that goes on, it may be about all of that.
  const judge = { isAbout: () => true, namesIt: (comment: string) => naming.test(comment) };
  const above = lines && leadingComments(root, text, lines, judge);
  const inside = top === statement ? null : commentBlockAbove(root, text, statement.start);
  return { above: commentAt(above, text), inside: commentAt(inside, text) };
}

function commentAt(block: Range | null, text: string): WiringComment | null {
  if (block === null) return null;
  const lines = textOf(block, text)
    .split(/\r\n|\r|\n/)
    .slice(0, -1);
  const shared = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return { text: textOf(block, text).trim(), lines: lines.map((line) => line.slice(shared).trimEnd()) };
}
