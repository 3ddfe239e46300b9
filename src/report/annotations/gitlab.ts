import { createHash } from 'node:crypto';
import type { Severity } from '../../rules/finding.ts';
import { type Entry, toldBy, worstFirst } from '../entries.ts';

/** GitLab keeps its two worst words for what stops all work. */
const severityNames: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  note: 'info',
};

/** A Code Quality report, which GitLab shows in merge requests. */
export function gitlabCodeQuality(entries: readonly Entry[]): string {
  const seen = new Map<string, number>();
  const issues = worstFirst(entries).map((entry) => {
    const { path, place, rule, severity } = entry;
    const what = `${path ?? ''}\0${entry.fingerprint}`;
    const occurrence = seen.get(what) ?? 0;
    seen.set(what, occurrence + 1);
    return {
      description: toldBy(entry).join(' '),
      check_name: rule,
      // Apps of one repo may have the same finding, each in its own file or in one that they share.
      fingerprint: createHash('sha256').update(`${what}\0${occurrence}`).digest('hex').slice(0, 32),
      severity: severityNames[severity],
      location: { path: path ?? '.', lines: { begin: place?.line ?? 1, end: place?.endLine ?? 1 } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
