import type { AuditedFinding } from '../migrate/audited-finding.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import type { Finding } from '../rules/finding.ts';
import type { Suppressed } from '../suppressed.ts';
import { fits, type Suppression } from './suppressions.ts';

/** What says that a finding may stand, or is known. */
export type Exemption = Suppression;

export interface Judgement {
  readonly settled: readonly AuditedFinding[];
  /** Every exemption that fits a finding, also where another one comes first. */
  readonly fitting: ReadonlySet<Exemption>;
}

/** The one place that decides which findings count. */
export function judge(settled: readonly SettledFinding[], suppressions: readonly Suppression[]): Judgement {
  const fitting = new Set<Exemption>();
  const judged = settled.map((one) => {
    const exemptions = exemptionsOf(one.finding, suppressions);
    for (const exemption of exemptions) fitting.add(exemption);
    const [first] = exemptions;
    return { ...one, suppressed: first === undefined ? null : suppressedBy(first) };
  });
  return { settled: judged, fitting };
}

/** The one that is shown comes first. */
export function exemptionsOf(finding: Finding, suppressions: readonly Suppression[]): readonly Exemption[] {
  return suppressions.filter((one) => fits(one, finding));
}

function suppressedBy({ reason, expires }: Exemption): Suppressed {
  return { by: 'config', reason, expires };
}
