import { indentationAt, wholeLines } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { type CSharpFile, isConditional } from '../file.ts';
import { nodeAt, type SyntaxNode } from '../node.ts';
import { directivesOf } from '../notes.ts';
import { listAround, listedStatement } from '../statement.ts';
import { commentBlockAbove, trailingComment } from './comments.ts';
import { behindStatement } from './insert-below.ts';
import { deletion, type Refusal } from './operation.ts';
import { type Prepared, rootAround, whyNotEdited } from './replacement.ts';

/**
 * Moves a statement to below another, further down in the same list of statements, so that every name in it stands for
 * the same. The comments on it go along.
 */
export function moveStatement(file: CSharpFile, range: Range, behind: Range): Prepared {
  const refused = (refusal: Refusal): Prepared => ({ kind: 'refused', refusal });
  const refusal = whyNotEdited(file, range) ?? whyNotEdited(file, behind);
  const root = rootAround(file, range);
  if (refusal !== null || root === null) return refused(refusal ?? 'not-found');
  const [moved, place] = [listedStatement(nodeAt(root, range)), listedStatement(nodeAt(root, behind))];
  if (moved === null || place === null) return refused('expression-body');
  if (!listAround(moved).includes(place) || place.start < moved.end) return refused('not-found');
  if (isConditional(file, { start: moved.start, end: place.end })) return refused('conditional-compilation');
  return moveTo(place, moved, root, file.text) ?? refused('shares-line');
}

function moveTo(place: SyntaxNode, moved: SyntaxNode, root: SyntaxNode, text: string): Prepared | null {
  const trailing = trailingComment(root, text, moved.end);
  const lines = wholeLines(text, { start: moved.start, end: trailing?.end ?? moved.end });
  if (lines === null) return null;
  const start = commentBlockAbove(root, text, moved.start)?.start ?? lines.start;
  const end = trailingComment(root, text, place.end)?.end ?? place.end;
  if (isAmongDirectives(root, { start, end })) return { kind: 'refused', refusal: 'directive-in-the-way' };
  const indentation = indentationAt(text, place.start);
  const written = text.slice(start, lines.end).replace(/(\r\n|\r|\n)$/, '');
  return {
    kind: 'replacement',
    root,
    edits: [deletion({ start, end: lines.end }), behindStatement(text, end, written, indentation)],
    gone: [],
    keepsElsewhere: [],
  };
}

/** In a region, between two directives that belong together, or with one on the way: whose it is only people know. */
function isAmongDirectives(root: SyntaxNode, way: Range): boolean {
  let open = 0;
  for (const { kind, start } of directivesOf(root)) {
    if (start >= way.end) break;
    if (start >= way.start) return true;
    if (kind === 'preproc_region') open++;
    else if (kind === 'preproc_endregion') open--;
  }
  return open > 0;
}
