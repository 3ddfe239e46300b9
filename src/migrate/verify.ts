import type { App } from '../app/app.ts';
import type { Finding } from '../rules/finding.ts';
import { identityOf } from '../rules/fingerprint.ts';
import { readCSharp } from '../syntax/csharp/file.ts';
import type { FailedCheck } from '../words/reasons.ts';
import { isSelected, type Plan, planChanges, type Selection } from './plan.ts';
import type { SettledFinding } from './settle.ts';

/** Audits an app anew, through texts that are not written yet. */
export type Audit = (texts: ReadonlyMap<string, string>) => Promise<AuditResult>;

export interface AuditResult {
  readonly app: App;
  readonly settled: readonly SettledFinding[];
}

/**
 * A plan of which every part has been read again: no new syntax error, the finding gone, no new error, nothing left to
 * plan. What fails is withdrawn.
 */
export async function planVerified(
  before: AuditResult,
  selected: readonly SettledFinding[],
  selection: Selection,
  audit: Audit,
): Promise<Plan> {
  const plan = planChanges(before.app, selected);
  if (plan.taken.length === 0 || (await failedCheck(before, plan, selection, audit)) === null) return plan;
  return planOneByOne(before, selected, selection, audit);
}

async function planOneByOne(
  before: AuditResult,
  selected: readonly SettledFinding[],
  selection: Selection,
  audit: Audit,
): Promise<Plan> {
  let plan = planChanges(before.app, []);
  for (const settled of selected) {
    const next = planChanges(before.app, [...plan.taken, settled]);
    const [conflict] = next.withdrawn;
    const check = conflict ? null : await failedCheck(before, next, selection, audit);
    if (conflict) plan = { ...plan, withdrawn: [...plan.withdrawn, conflict] };
    else if (check === null) plan = { ...next, withdrawn: plan.withdrawn };
    else plan = { ...plan, withdrawn: [...plan.withdrawn, { settled, reason: { code: 'not-verified', check } }] };
  }
  return plan;
}

async function failedCheck(
  before: AuditResult,
  plan: Plan,
  selection: Selection,
  audit: Audit,
): Promise<FailedCheck | null> {
  if (!parsesAsBefore(before.app, plan.texts)) return 'syntax';
  const after = await audit(plan.texts);
  const counted = countFindings(before);
  const left = countFindings(after);
  const fixed = countKeys(plan.taken.map(({ finding }) => identityOf(before.app, finding)));
  for (const [key, count] of fixed) {
    if ((left.all.get(key) ?? 0) > (counted.all.get(key) ?? 0) - count) return 'still-found';
  }
  for (const [key, count] of left.errors) if (count > (counted.all.get(key) ?? 0)) return 'new-error';
  return isStable(before, after, plan, selection) ? null : 'not-stable';
}

/** Planning again takes nothing that was not there to take, and left, the first time. */
function isStable(before: AuditResult, after: AuditResult, plan: Plan, selection: Selection): boolean {
  const selectedKeys = ({ app, settled }: AuditResult) =>
    countKeys(settled.filter((one) => isSelected(one, selection)).map(({ finding }) => identityOf(app, finding)));
  const available = selectedKeys(before);
  const taken = countKeys(plan.taken.map(({ finding }) => identityOf(before.app, finding)));
  return [...selectedKeys(after)].every(([key, count]) => count <= (available.get(key) ?? 0) - (taken.get(key) ?? 0));
}

/** A file that had errors may keep them; one that had none gets none. */
function parsesAsBefore({ sources }: App, texts: ReadonlyMap<string, string>): boolean {
  return [...texts].every(([path, text]) => {
    if (!path.toLowerCase().endsWith('.cs')) return true;
    const wasBroken = sources.file(path)?.views.some(({ root }) => root.broken) ?? true;
    const after = readCSharp(path, text);
    return after !== null && (wasBroken || !after.views.some(({ root }) => root.broken));
  });
}

interface Counts {
  readonly all: ReadonlyMap<string, number>;
  readonly errors: ReadonlyMap<string, number>;
}

function countFindings({ app, settled }: AuditResult): Counts {
  const findings = settled.map(({ finding }) => finding);
  const keys = (some: readonly Finding[]) => countKeys(some.map((finding) => identityOf(app, finding)));
  return { all: keys(findings), errors: keys(findings.filter(({ severity }) => severity === 'error')) };
}

function countKeys(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
