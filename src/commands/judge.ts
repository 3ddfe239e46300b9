import type { AuditedFinding } from '../migrate/audited-finding.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import type { Finding } from '../rules/finding.ts';
import type { Suppressed } from '../suppressed.ts';
import { type IgnoreComment, isAbout } from './ignore-comments.ts';
import { fits, type Suppression } from './suppressions.ts';

/** What lets findings stand, as far as it has not expired. */
export interface Exemptions {
  readonly comments: readonly IgnoreComment[];
  readonly suppressions: readonly Suppression[];
}

export type Exemption = IgnoreComment | Suppression;

export interface Judgement {
  readonly settled: readonly AuditedFinding[];
  /** Every exemption that fits a finding, also where another one comes first. */
  readonly fitting: ReadonlySet<Exemption>;
}

/** The one place that decides which findings count. The nearest decision is the one that is shown. */
export function judge(settled: readonly SettledFinding[], { comments, suppressions }: Exemptions): Judgement {
  const fitting = new Set<Exemption>();
  const judged = settled.map((one): AuditedFinding => {
    const [comment, ...moreComments] = comments.filter((each) => isAbout(each, one.finding));
    const [suppression, ...moreSuppressions] = suppressionsOf(one.finding, suppressions);
    for (const each of [comment, ...moreComments, suppression, ...moreSuppressions]) if (each) fitting.add(each);
    const suppressed = comment ? by('comment', comment) : suppression ? by('config', suppression) : null;
    return { ...one, suppressed };
  });
  return { settled: judged, fitting };
}

export function suppressionsOf(finding: Finding, suppressions: readonly Suppression[]): readonly Suppression[] {
  return suppressions.filter((one) => fits(one, finding));
}

function by(by: Suppressed['by'], { reason, expires }: Exemption): Suppressed {
  return { by, reason, expires };
}
