import type { App } from '../app/app.ts';
import { statusOf } from '../app/status.ts';
import type { AuditedFinding } from '../migrate/audited-finding.ts';
import type { Phase } from '../rules/finding.ts';
import { phases } from '../rules/finding.ts';
import { mayStand } from '../suppressed.ts';

/** An app with what was found in it: what every report is made from. */
export interface AuditedApp {
  readonly app: App;
  /** From the path that was given, with `/`; `.` for that itself. */
  readonly path: string;
  readonly settled: readonly AuditedFinding[];
}

/** Whether a patch or a person has something to do about it. Once Studio's credentials are all there is, a note only tells. */
export function isWork({ app }: Pick<AuditedApp, 'app'>, audited: AuditedFinding): boolean {
  const { finding, edits } = audited;
  const isOnlyTold = finding.severity === 'note' && edits.length === 0 && statusOf(app) === 'studio';
  return !mayStand(audited) && finding.remedy.kind !== 'none' && !isOnlyTold;
}

/** The earliest phase in which there is something to do; a patch without a phase goes with the first. */
export function nextPhase({ app, settled }: Pick<AuditedApp, 'app' | 'settled'>): Phase | 'done' {
  const waiting = settled.filter((one) => isWork({ app }, one));
  const hasWork = (phase: Phase) =>
    waiting.some(({ finding, edits }) => {
      const isPhaseless = finding.phase === null && phase === 'prepare' && edits.length > 0;
      return finding.phase === phase || isPhaseless;
    });
  // The record is there until the last cleanup has taken it away.
  return phases.find(hasWork) ?? (app.record === null ? 'done' : 'cleanup');
}
