import type { App } from '../app/app.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import type { Phase } from '../rules/finding.ts';
import { phases } from '../rules/finding.ts';

/** An app with what was found in it: what every report is made from. */
export interface AuditedApp {
  readonly app: App;
  /** From the path that was given, with `/`; `.` for that itself. */
  readonly path: string;
  readonly settled: readonly AuditedFinding[];
}

export interface AuditedFinding extends SettledFinding {
  /** Why it may stand for now: it is reported, and counts for nothing. */
  readonly suppressed: Suppressed | null;
}

export interface Suppressed {
  readonly reason: string;
  /** The last day it may stand, as YYYY-MM-DD. */
  readonly expires: string;
}

/** The earliest phase in which a patch or a person has something to do; a patch without a phase goes with the first. */
export function nextPhase(settled: readonly AuditedFinding[]): Phase | 'done' {
  const hasWork = (phase: Phase) =>
    settled.some(({ finding, suppressed, edits }) => {
      const isPhaseless = finding.phase === null && phase === 'prepare' && edits.length > 0;
      return suppressed === null && finding.remedy.kind !== 'none' && (finding.phase === phase || isPhaseless);
    });
  return phases.find(hasWork) ?? 'done';
}
