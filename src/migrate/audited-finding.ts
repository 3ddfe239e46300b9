import type { SettledFinding } from './settle.ts';

export interface AuditedFinding extends SettledFinding {
  /** Why it may stand for now: it is reported, and counts for nothing. */
  readonly suppressed: Suppressed | null;
}

export interface Suppressed {
  /** Who says so: the configuration file, a comment in the file it is found in, or a baseline. */
  readonly by: 'config' | 'comment' | 'baseline';
  readonly reason: string;
  /** The last day it may stand, as YYYY-MM-DD; null when nobody set one. */
  readonly expires: string | null;
}

/** Whether someone has decided that it may stand. What a baseline knows is still to be done. */
export function mayStand({ suppressed }: Pick<AuditedFinding, 'suppressed'>): boolean {
  return suppressed !== null && suppressed.by !== 'baseline';
}
