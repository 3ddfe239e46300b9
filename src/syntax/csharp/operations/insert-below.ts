import { indentationAt, lineAt, lineEndAt } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { skipSpaces } from '../../white-space.ts';
import type { CSharpFile } from '../file.ts';
import { nodeAt, type SyntaxNode } from '../node.ts';
import { listedStatement } from '../statement.ts';
import { trailingComment } from './comments.ts';
import { type Going, topmost } from './going.ts';
import { laidOut, unitOf } from './indentation.ts';
import { inPlaceOf } from './insert-statement.ts';
import { edits, type Operation } from './operation.ts';
import { type Prepared, rootAround, whyNotEdited } from './replacement.ts';
import type { Surroundings } from './surroundings.ts';

/** Statements that are to stand below another. */
export interface InsertionBelow {
  readonly kind: 'insertion-below';
  readonly root: SyntaxNode;
  readonly below: SyntaxNode;
  /** Each level of a line is a tab. */
  readonly code: string;
}

/** Puts statements on lines of their own below the one, of those in a list, that the range stands in. */
export function insertBelow(
  file: CSharpFile,
  range: Range,
  code: string,
): InsertionBelow | Extract<Prepared, { kind: 'refused' }> {
  const root = rootAround(file, range);
  const refusal = whyNotEdited(file, range);
  if (root === null || refusal !== null) return { kind: 'refused', refusal: refusal ?? 'not-found' };
  const below = listedStatement(nodeAt(root, range));
  return below ? { kind: 'insertion-below', root, below, code } : { kind: 'refused', refusal: 'expression-body' };
}

/** Where the statement above it goes, they take the place of that. */
export function placeBelow(
  { below, code }: InsertionBelow,
  followsInsertion: boolean,
  going: Going,
  where: Surroundings,
): Operation {
  const { text, root } = where;
  const lineEnd = lineEndAt(text, below.start);
  const gone = topmost(below, going);
  const place = listedStatement(gone) ?? below;
  const written = laidOut(code, indentationAt(text, place.start), lineEnd, unitOf(text));
  // Behind an `if` that loses its `else`, or another new statement, a paragraph stands apart.
  const gap = (place !== gone || followsInsertion) && /[\r\n]/.test(written) ? lineEnd : '';
  if (going.has(below)) return inPlaceOf(below, gap + written, going, where);
  const end = trailingComment(root, text, below.end)?.end ?? below.end;
  return edits(behindStatement(text, end, written, indentationAt(text, below.start)));
}

/** Lines of code behind where a statement ends, apart from what stands around them when they are a paragraph. */
export function behindStatement(text: string, end: number, written: string, indentation: string) {
  const line = lineAt(text, end);
  const lineEnd = lineEndAt(text, end);
  const isParagraph = /[\r\n]/.test(written);
  const gap = isParagraph ? lineEnd + lineEnd : lineEnd;
  if (text.slice(end, line.end).trim() !== '') {
    return { start: end, end: skipSpaces(text, end), replacement: lineEnd + written + lineEnd + indentation };
  }
  const next = line.next === line.end ? '' : text.slice(line.next, lineAt(text, line.next).end).trim();
  const closesGap = isParagraph && next !== '' && !next.startsWith('}');
  return { start: line.end, end: line.end, replacement: gap + written + (closesGap ? lineEnd : '') };
}
