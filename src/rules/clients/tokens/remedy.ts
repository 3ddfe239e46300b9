import type { Remedy } from '../../finding.ts';
import type { Move } from './consumer-remedy.ts';

/** Of each move a person should look at what it does, besides what is doubtful about it. */
export function remedyOf(move: Move | undefined): Remedy {
  if (move === undefined) return { kind: 'none' };
  if (move.kind === 'stay') return { kind: 'manual', reasons: move.obstacles };
  return { kind: 'change', changes: move.changes, reasons: move.doubts };
}
