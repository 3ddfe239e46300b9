import type { App } from '../app/app.ts';
import type { FileRange } from '../location.ts';
import type { AuditedFinding } from '../migrate/audited-finding.ts';
import type { Withdrawn } from '../migrate/plan.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import { rules } from '../rules/registry.ts';
import { mayStand } from '../suppressed.ts';

/** The findings whose change would not leave alone what someone has decided may stand. */
export function withdrawnForLetStand(
  { app, settled }: { readonly app: App; readonly settled: readonly AuditedFinding[] },
  selected: readonly SettledFinding[],
): readonly Withdrawn[] {
  const standing = settled.filter(mayStand).map(({ finding, edits }) => ({
    rule: finding.rule,
    ranges: edits.length > 0 ? edits : isAboutText(finding.rule) ? [finding.subject] : [],
  }));
  return selected.flatMap((one) => {
    const kept = standing.find(({ ranges }) =>
      ranges.some((range) => one.edits.some((edit) => sharesText(app, range, edit))),
    );
    return kept ? [{ settled: one, reason: { code: 'let-stand', rule: kept.rule } }] : [];
  });
}

/** What no patch ever mends is mostly not the text that it is found by, but a scope, a secret or a version. */
function isAboutText(rule: keyof typeof rules): boolean {
  return rules[rule].fixes.some((tier) => tier === 'safe' || tier === 'review');
}

/** Space and commas between two that go may be taken along by either; what is written between them, by neither. */
function sharesText({ workspace }: App, one: FileRange, other: FileRange): boolean {
  if (one.file !== other.file || one.start >= other.end || other.start >= one.end) return false;
  const read = workspace.read(one.file);
  const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)];
  return start === end || (read.kind === 'text' && /[^\s,]/.test(read.source.text.slice(start, end)));
}
