import { gzipSync } from 'node:zlib';
import { severities } from '../../rules/finding.ts';
import type { Words } from '../../words/words.ts';
import type { Notification, SarifLog, SarifResult } from './log.ts';
import { notification } from './notifications.ts';

export interface Limits {
  readonly results: number;
  /** Of the file when it is compressed with gzip, as it is when it is handed in. */
  readonly bytes: number;
}

/** A file above these is refused whole. Of what it takes, GitHub shows the 5,000 most severe. */
export const githubLimits: Limits = { results: 25_000, bytes: 10_000_000 };

type Build = (results: readonly SarifResult[], leftOut: readonly Notification[]) => SarifLog;

/** The text of a log that is not refused: fixes give way first, then the least severe results; what is left out is counted. */
export function fitted(results: readonly SarifResult[], words: Words, limits: Limits, build: Build): string {
  const unfixed = results.map(withoutFixes);
  const hasFixes = results.some(({ fixes }) => fixes !== undefined);
  let most = Math.min(results.length, limits.results);
  const whole = written(build(mostSevere(results, most), leftOut(results.length - most, false, words)));
  if (fits(whole, limits)) return whole;
  for (;;) {
    const text = written(build(mostSevere(unfixed, most), leftOut(results.length - most, hasFixes, words)));
    if (most === 0 || fits(text, limits)) return text;
    most = Math.floor(most * 0.8);
  }
}

function fits(text: string, { bytes }: Limits): boolean {
  return Buffer.byteLength(text) <= bytes || gzipSync(text).length <= bytes;
}

function written(log: SarifLog): string {
  return `${JSON.stringify(log, null, 2)}\n`;
}

function withoutFixes({ fixes: _, ...result }: SarifResult): SarifResult {
  return result;
}

/** In the order they were found. What is suppressed goes first. */
function mostSevere(results: readonly SarifResult[], most: number): readonly SarifResult[] {
  if (results.length <= most) return results;
  const rank = ({ level, suppressions }: SarifResult) =>
    severities.indexOf(level) + (suppressions.length > 0 ? severities.length : 0);
  const kept = new Set([...results].sort((a, b) => rank(a) - rank(b)).slice(0, most));
  return results.filter((result) => kept.has(result));
}

function leftOut(results: number, fixes: boolean, { sarif }: Words): readonly Notification[] {
  return [
    ...(fixes ? [notification('fixes-left-out', 'warning', sarif.fixesLeftOut)] : []),
    ...(results > 0 ? [notification('results-left-out', 'warning', sarif.resultsLeftOut(results))] : []),
  ];
}
