import type { TextEdit } from '../../../files/edits.ts';
import type { Range } from '../../../location.ts';
import { type CSharpFile, isBrokenAround, isConditional } from '../file.ts';
import { contains, nodeAt, type SyntaxNode } from '../node.ts';
import type { Refusal } from './operation.ts';

/** A rewrite of which the edits are settled whatever else changes in the file. */
export interface Replacement {
  readonly kind: 'replacement';
  /** Of the view it stands in. */
  readonly root: SyntaxNode;
  readonly edits: readonly TextEdit[];
  /** What no longer stands in the text: nothing in it counts as a use any more. */
  readonly gone: readonly Range[];
  /** Names elsewhere that stand in the new text as well: used still, whatever else goes. */
  readonly keepsElsewhere: readonly Range[];
}

export type Prepared = Replacement | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Puts other text in place of a range; `keeps` are the parts of it that stand in the new text as well. */
export function replace(file: CSharpFile, range: Range, text: string, keeps: readonly Range[] = []): Prepared {
  const refusal = whyNotEdited(file, range);
  const root = rootAround(file, range);
  if (refusal !== null || root === null) return { kind: 'refused', refusal: refusal ?? 'not-found' };
  return {
    kind: 'replacement',
    root,
    edits: [{ ...bare(range), replacement: text }],
    gone: without(range, keeps),
    keepsElsewhere: keeps.filter((kept) => !contains(range, kept)),
  };
}

/** Where the text depends on symbols, or was not understood, nobody can say what an edit would do. */
export function whyNotEdited(file: CSharpFile, range: Range): Refusal | null {
  if (isConditional(file, range)) return 'conditional-compilation';
  const root = rootAround(file, range);
  if (root === null) return 'not-found';
  return isBrokenAround(nodeAt(root, range)) ? 'syntax-error' : null;
}

/** The program that is deployed, as far as the range is part of it. */
export function rootAround(file: CSharpFile, range: Range): SyntaxNode | null {
  return file.views.find(({ root }) => contains(root, range))?.root ?? null;
}

/** What is left of a range when parts of it are taken out. */
export function without(range: Range, parts: readonly Range[]): readonly Range[] {
  const left: Range[] = [];
  let { start } = range;
  for (const part of parts.filter((one) => contains(range, one)).sort((a, b) => a.start - b.start)) {
    if (part.start > start) left.push({ start, end: part.start });
    start = Math.max(start, part.end);
  }
  return start < range.end ? [...left, { start, end: range.end }] : left;
}

function bare({ start, end }: Range): Range {
  return { start, end };
}
