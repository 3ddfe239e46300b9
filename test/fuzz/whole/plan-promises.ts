import { applyPatch } from 'diff';
import { showsSecret } from '../../../src/commands/shows-secret.ts';
import { formatPatch } from '../../../src/files/patch.ts';
import type { Workspace } from '../../../src/files/workspace.ts';
import { isSelected, type Selection } from '../../../src/migrate/plan.ts';
import { planVerified } from '../../../src/migrate/verify.ts';
import { demand } from '../target.ts';
import { type AppInMemory, auditOne } from './audit-in-memory.ts';
import type { Terms } from './terms.ts';
import { demandUntouched } from './untouched.ts';

/** What a plan promises: an exact patch, bytes left alone, and nothing more to plan. Returns the patches. */
export async function demandPlans(
  workspace: Workspace,
  { location, audited }: AppInMemory,
  terms: Terms,
): Promise<readonly string[]> {
  const patches: string[] = [];
  for (const phase of terms.phases) {
    const selection: Selection = { phase, fixes: 'review', withPhaseless: false };
    const selected = audited.settled.filter((one) => isSelected(one, selection));
    if (selected.length === 0) continue;
    const audit = (texts: ReadonlyMap<string, string | null>) => auditOne(workspace.withTexts(texts), location, terms);
    const plan = await planVerified(audited, selected, selection, audit);
    const edits = plan.taken.flatMap((one) => one.edits);
    patches.push(...patchesOf(workspace, plan.texts));
    for (const [path, after] of plan.texts) {
      const before = workspace.read(path);
      if (before.kind !== 'text' || after === null) continue;
      demandUntouched(
        before.source.text,
        after,
        edits.filter(({ file }) => file === path),
        `${phase}`,
      );
    }
    if (plan.texts.size === 0) continue;
    const after = await audit(plan.texts);
    const again = after.settled.filter((one) => isSelected(one, selection));
    const next = await planVerified(after, again, selection, (texts) =>
      auditOne(workspace.withTexts(new Map([...plan.texts, ...texts])), location, terms),
    );
    const taken = next.taken.map(({ finding }) => finding.rule).join(', ');
    demand(next.taken.length === 0, `planning ${phase} again gives no edit: ${taken}`);
  }
  return patches;
}

function patchesOf(workspace: Workspace, texts: ReadonlyMap<string, string | null>): readonly string[] {
  return [...texts].flatMap(([path, after]) => {
    const read = workspace.read(path);
    const before = read.kind === 'text' ? read.source : null;
    const change = { path, before, after, lineEnds: 'as-is' as const, labels: [] };
    if (showsSecret(change)) return [];
    const patch = formatPatch([change]);
    if (before !== null && after !== null) {
      const mark = before.bom ? '\uFEFF' : '';
      const applied = applyPatch(mark + before.text, patch, { autoConvertLineEndings: false });
      demand(applied === mark + after, 'the patch makes the planned text of the old one');
    }
    return [patch];
  });
}
