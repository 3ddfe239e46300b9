import type { FileChange } from '../files/patch.ts';
import type { Withdrawn } from '../migrate/plan.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import type { Phase } from '../rules/finding.ts';
import type { AuditedApp } from './audited-app.ts';

/** What `fix` changes in one app in one phase, as the app is now. */
export interface PhasePatch {
  readonly phase: Phase;
  readonly changes: readonly ShownChange[];
  readonly taken: readonly SettledFinding[];
  readonly withdrawn: readonly Withdrawn[];
}

export interface ShownChange {
  readonly change: FileChange;
  /** Its diff would show a key, and is not shown. */
  readonly isSecret: boolean;
}

export interface PatchableApp extends AuditedApp {
  /** Of each phase in which there is one, in their order. */
  readonly patches: () => Promise<readonly PhasePatch[]>;
}
