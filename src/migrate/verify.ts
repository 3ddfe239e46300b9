import { posix } from 'node:path';
import type { App } from '../app/app.ts';
import type { Finding, Phase } from '../rules/finding.ts';
import { identityOf } from '../rules/fingerprint.ts';
import { readCSharp } from '../syntax/csharp/file.ts';
import type { FailedCheck } from '../words/reasons.ts';
import type { AuditedFinding } from './audited-finding.ts';
import { isSelected, type Plan, planChanges, type Selection } from './plan.ts';
import { type RecordChange, recordAfterCleanup, recordAfterSwitch } from './record.ts';
import type { SettledFinding } from './settle.ts';

/** Audits an app anew, through texts that are not written yet; null stands for a deleted file. */
export type Audit = (texts: ReadonlyMap<string, string | null>) => Promise<AuditResult>;

export interface AuditResult {
  readonly app: App;
  readonly settled: readonly AuditedFinding[];
}

/** Whether a cleanup that leaves the app like this is the last one. */
export type IsLast = (after: AuditResult) => boolean;

/** What the migration record goes by. */
export interface RecordTerms {
  /** The app before the run: another app of the repo may have moved what the two share. */
  readonly asFound: App;
  readonly isLast: IsLast;
}

/**
 * A plan of which every part has been read again: no new syntax error, the finding gone, no new error, nothing left to
 * plan. What fails is withdrawn. The migration record goes along with what is taken.
 */
export async function planVerified(
  before: AuditResult,
  selected: readonly SettledFinding[],
  selection: Selection,
  audit: Audit,
  record: RecordTerms = { asFound: before.app, isLast: () => false },
): Promise<Plan> {
  const verify = (plan: Plan) => verified(before, plan, selection, audit, record);
  const all = await verify(planChanges(before.app, selected));
  if (all.failed === null) return all.plan;
  let plan = planChanges(before.app, []);
  for (const settled of selected) {
    const next = planChanges(before.app, [...plan.taken, settled]);
    const [conflict] = next.withdrawn;
    if (conflict) {
      plan = { ...plan, withdrawn: [...plan.withdrawn, conflict] };
      continue;
    }
    const { plan: tried, failed } = await verify(next);
    if (failed === null) plan = { ...tried, withdrawn: plan.withdrawn };
    else
      plan = { ...plan, withdrawn: [...plan.withdrawn, { settled, reason: { code: 'not-verified', check: failed } }] };
  }
  return plan;
}

interface Verified {
  readonly plan: Plan;
  readonly failed: FailedCheck | null;
}

async function verified(
  before: AuditResult,
  plan: Plan,
  selection: Selection,
  audit: Audit,
  terms: RecordTerms,
): Promise<Verified> {
  if (!parsesAsBefore(before.app, plan.texts)) return { plan, failed: 'syntax' };
  const changed = plan.taken.length === 0 ? before : await audit(plan.texts);
  const record = recordAfter(changed, selection.phase, terms);
  if (record === null)
    return { plan, failed: plan.taken.length === 0 ? null : failedCheck(before, changed, plan, selection) };
  const whole = { ...plan, texts: new Map([...plan.texts, [record.file, record.text]]) };
  return { plan: whole, failed: failedCheck(before, await audit(whole.texts), whole, selection) };
}

function recordAfter(after: AuditResult, phase: Phase, { asFound, isLast }: RecordTerms): RecordChange | null {
  if (phase === 'switch') return recordAfterSwitch(asFound, after.app);
  return phase === 'cleanup' ? recordAfterCleanup(after.app, isLast(after)) : null;
}

function failedCheck(before: AuditResult, after: AuditResult, plan: Plan, selection: Selection): FailedCheck | null {
  const counted = countFindings(before);
  const left = countFindings(after);
  const fixed = countKeys(plan.taken.map(({ finding }) => identityOf(before.app, finding)));
  for (const [key, count] of fixed) {
    if ((left.all.get(key) ?? 0) > (counted.all.get(key) ?? 0) - count) return 'still-found';
  }
  if (hasNewError(before, after, plan)) return 'new-error';
  return isStable(before, after, plan, selection) ? null : 'not-stable';
}

/** The text that an error is about may have been edited: then there are no more of its rule in the file than were left. */
function hasNewError(before: AuditResult, after: AuditResult, { taken }: Plan): boolean {
  const known = countFindings(before).all;
  const groups = (findings: readonly Finding[]) => countKeys(findings.map(({ rule, at }) => `${rule} ${at.file}`));
  const findingsOf = ({ settled }: AuditResult) => settled.map(({ finding }) => finding);
  const [had, fixed] = [groups(findingsOf(before)), groups(taken.map(({ finding }) => finding))];
  const has = groups(findingsOf(after));
  for (const [key, count] of countFindings(after).errors) {
    const [rule = '', path = ''] = key.split('\0');
    if (count <= (known.get(key) ?? 0)) continue;
    const group = `${rule} ${posix.join(after.app.location.path, path)}`;
    if ((has.get(group) ?? 0) > (had.get(group) ?? 0) - (fixed.get(group) ?? 0)) return true;
  }
  return false;
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
function parsesAsBefore({ sources }: App, texts: Plan['texts']): boolean {
  return [...texts].every(([path, text]) => {
    if (text === null || !path.toLowerCase().endsWith('.cs')) return true;
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
