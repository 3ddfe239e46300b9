import { wholeLines } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { functionKinds, typeKinds } from '../enclosing.ts';
import type { CSharpFile } from '../file.ts';
import { closest, nodeAt, type SyntaxNode, textOf } from '../node.ts';
import { notesWithin } from '../notes.ts';
import { type CommentJudge, leadingComments, trailingComment } from './comments.ts';
import { deletion } from './operation.ts';
import { type Prepared, rootAround, whyNotEdited } from './replacement.ts';

/**
 * Takes a function or a type away with the comments directly above it. Whoever asks for it knows that nothing names it
 * any more.
 */
export function removeDeclaration(file: CSharpFile, range: Range): Prepared {
  const root = rootAround(file, range);
  const declaration = root && closest(nodeAt(root, range), ...functionKinds, ...typeKinds);
  if (root === null || declaration === null) return { kind: 'refused', refusal: 'not-found' };
  const refusal = whyNotEdited(file, declaration);
  if (refusal !== null) return { kind: 'refused', refusal };
  if (cutsRegion(root, declaration, file.text)) return { kind: 'refused', refusal: 'conditional-compilation' };
  const edit = deletion(rangeOf(declaration, root, file.text));
  return { kind: 'replacement', root, edits: [edit], gone: [edit], keepsElsewhere: [] };
}

function rangeOf({ start, end }: SyntaxNode, root: SyntaxNode, text: string): Range {
  const trailing = trailingComment(root, text, end);
  const lines = wholeLines(text, { start, end: trailing?.end ?? end });
  if (lines === null) return { start, end };
  const leading = leadingComments(root, text, lines, ofDeclaration);
  return { start: leading?.start ?? lines.start, end: lines.end };
}

/** A comment directly above a declaration is about it, unless it is the heading of all that follows. */
const ofDeclaration: CommentJudge = { isAbout: isNoHeading, namesIt: isNoHeading };

function isNoHeading(comment: string): boolean {
  return !/([-=#*~_/])\1{9}/.test(comment);
}

/** A region that begins inside and ends behind it, or the other way round. */
function cutsRegion(root: SyntaxNode, declaration: SyntaxNode, text: string): boolean {
  const directives = notesWithin(root, declaration).map((note) => textOf(note, text).replace(/\s/g, ''));
  const count = (word: string) => directives.filter((directive) => directive.startsWith(`#${word}`)).length;
  return count('region') !== count('endregion');
}
