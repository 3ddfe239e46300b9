import type { Finding } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';

export interface RemedyReasons {
  readonly title: string;
  /** Sentences. */
  readonly reasons: readonly string[];
}

/** Why a person must look or act; null where nothing is said of it. */
export function reasonsOf(remedy: Finding['remedy'], { terminal, reason }: Words): RemedyReasons | null {
  if (remedy.kind === 'none' || remedy.reasons.length === 0) return null;
  const title = remedy.kind === 'manual' ? terminal.because : terminal.look;
  return { title, reasons: remedy.reasons.map((one) => `${reason(one)}.`) };
}
