import type { AuditedFinding } from '../migrate/audited-finding.ts';
import type { Words } from '../words/words.ts';

/** What is said of findings that do not count: those that may stand, and those that a baseline knows. */
export function uncounted(settled: readonly AuditedFinding[], words: Words): readonly string[] {
  const known = settled.filter(({ suppressed }) => suppressed?.by === 'baseline').length;
  return uncountedTexts(settled.filter(({ suppressed }) => suppressed !== null).length - known, known, words);
}

export function uncountedTexts(
  suppressed: number,
  known: number,
  { terminal, suppressions }: Words,
): readonly string[] {
  return [
    ...(suppressed > 0 ? [terminal.suppressed(suppressed)] : []),
    ...(known > 0 ? [suppressions.known(known)] : []),
  ];
}
