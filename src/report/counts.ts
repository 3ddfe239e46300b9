import type { Words } from '../words/words.ts';
import type { Outcome } from './outcome.ts';

/** How many findings there are, of each severity; a private key is an error wherever it stands. */
export function countsText({ report, strayKeys }: Pick<Outcome, 'report' | 'strayKeys'>, { terminal }: Words): string {
  const { error, warning, note } = report.summary.bySeverity;
  const errors = error + strayKeys;
  return errors + warning + note === 0 ? terminal.noFindings : `${terminal.counts(errors, warning, note)}.`;
}
