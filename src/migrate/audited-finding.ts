import type { Suppressed } from '../suppressed.ts';
import type { SettledFinding } from './settle.ts';

export interface AuditedFinding extends SettledFinding {
  readonly suppressed: Suppressed | null;
}
