import { isSelected, type Selection } from '../migrate/plan.ts';
import type { AuditResult } from '../migrate/verify.ts';
import type { PhasePatch } from '../report/phase-patch.ts';
import { phases } from '../rules/finding.ts';
import { mayStand } from '../suppressed.ts';
import { changesBetween, labelsOf } from './file-changes.ts';
import { type AppInRepo, lastFor, planApp } from './plan-app.ts';
import { showsSecret } from './shows-secret.ts';

/** Of each phase in which `fix` has a patch for the app, in their order. */
export async function patchesOf(audited: AuditResult, where: AppInRepo): Promise<readonly PhasePatch[]> {
  const patches: PhasePatch[] = [];
  for (const phase of phases) {
    const selection: Selection = { phase, fixes: 'review', withPhaseless: where.choices.rulesChosen };
    if (!hasWork(audited, selection, where)) continue;
    const plan = await planApp(where, selection, {
      before: audited,
      asFound: audited.app,
      choose: async (selected) => selected,
    });
    const labels = labelsOf(plan, where.location);
    const changes = changesBetween(where.workspace, where.workspace.withTexts(plan.texts), labels).map((changed) => {
      const change = { ...changed, lineEnds: 'as-is' as const };
      return { change, isSecret: showsSecret(change) };
    });
    patches.push({ phase, changes, taken: plan.taken, withdrawn: plan.withdrawn });
  }
  return patches;
}

function hasWork(audited: AuditResult, selection: Selection, { choices }: AppInRepo): boolean {
  if (audited.settled.some((one) => !mayStand(one) && isSelected(one, selection))) return true;
  return selection.phase === 'cleanup' && audited.app.record !== null && lastFor(choices)(audited);
}
