import { changesBetween, labelsOf } from '../../src/commands/file-changes.ts';
import { showsSecret } from '../../src/commands/shows-secret.ts';
import { isSelected } from '../../src/migrate/plan.ts';
import { planVerified } from '../../src/migrate/verify.ts';
import { buildAppReport, buildReport, notAnalysedIn } from '../../src/report/build-report.ts';
import { appChecklist } from '../../src/report/checklist/app-checklist.ts';
import { nextSteps } from '../../src/report/next-steps.ts';
import { appPart } from '../../src/report/page/app-blocks.ts';
import type { Page } from '../../src/report/page/page.ts';
import { reportPage } from '../../src/report/page/report-page.ts';
import type { PhasePatch } from '../../src/report/phase-patch.ts';
import { redact } from '../../src/report/redact.ts';
import { phases } from '../../src/rules/finding.ts';
import type { Words } from '../../src/words/words.ts';
import { type Asked, auditedApp, type Files } from '../rules/audited.ts';

/** The page about an app with these files. */
export async function pageOf(files: Files, words: Words, asked: Asked = {}): Promise<Page> {
  const whole = await auditedApp(files, asked);
  const { app, settled } = whole;
  const audited = { app, path: '.', settled };
  const report = redact(buildAppReport(audited, words));
  const built = { ...buildReport([report], []), tool: { name: 'maskinflytt', version: '1.2.3' } } as const;
  const steps = nextSteps({ report: built, roots: 1 }, { words, paths: ['.'], passedOn: [] });
  const outcome = { report: built, strayKeys: 0, notAnalysed: redact(notAnalysedIn(audited, words)) };
  const place = { anchor: 'app-1', fixCommand: (phase: string) => `maskinflytt fix --phase ${phase}` };
  const patches = await patchesOf(whole);
  const checklist = appChecklist(audited, { patches, options: [], rulesLeftOut: false, isPart: true, words });
  const apps = [redact(appPart(audited, report, { patches, checklist }, place, words))];
  return reportPage(outcome, { apps, strays: [], steps }, words);
}

async function patchesOf({ app, settled, audit }: Awaited<ReturnType<typeof auditedApp>>) {
  const patches: PhasePatch[] = [];
  for (const phase of phases) {
    const selection = { phase, fixes: 'review', withPhaseless: false } as const;
    const selected = settled.filter((one) => isSelected(one, selection));
    if (selected.length === 0) continue;
    const plan = await planVerified({ app, settled }, selected, selection, audit);
    const labels = labelsOf(plan, app.location);
    const changed = changesBetween(app.workspace, app.workspace.withTexts(plan.texts), labels);
    const changes = changed.map((one) => ({ ...one, lineEnds: 'as-is' as const }));
    const shown = changes.map((change) => ({ change, isSecret: showsSecret(change) }));
    patches.push({ phase, changes: shown, taken: plan.taken, withdrawn: plan.withdrawn });
  }
  return patches;
}
