/** A comment that begins with it lets what it stands at be. */
export const ignoreMark = 'maskinflytt-ignore';

const mark = new RegExp(ignoreMark, 'i');

/** Left behind, a comment with the mark would be about what stands below. */
export function isIgnoring(text: string): boolean {
  return mark.test(text);
}

/** Why a finding may stand for now, or is known: it is reported, and counts for nothing. */
export interface Suppressed {
  /** Who says so: the configuration file, a comment where it is found, or a baseline. */
  readonly by: 'config' | 'comment' | 'baseline';
  readonly reason: string;
  /** The last day it may stand, as YYYY-MM-DD; null when nobody set one. */
  readonly expires: string | null;
}

/** Whether someone has decided that it may stand. What a baseline knows is still to be done. */
export function mayStand({ suppressed }: { readonly suppressed: Suppressed | null }): boolean {
  return suppressed !== null && suppressed.by !== 'baseline';
}
