import { buildAppReport, buildReport, notAnalysedIn } from '../../src/report/build-report.ts';
import { appChecklist } from '../../src/report/checklist/app-checklist.ts';
import { nextSteps } from '../../src/report/next-steps.ts';
import { appBlocks } from '../../src/report/page/app-blocks.ts';
import type { Page } from '../../src/report/page/page.ts';
import { nextBlocks, reportPage } from '../../src/report/page/report-page.ts';
import { redact } from '../../src/report/redact.ts';
import type { Words } from '../../src/words/words.ts';
import { type Asked, auditedApp, type Files } from '../rules/audited.ts';

/** The page about an app with these files. */
export async function pageOf(files: Files, words: Words, asked: Asked = {}): Promise<Page> {
  const { app, settled } = await auditedApp(files, asked);
  const audited = { app, path: '.', settled };
  const report = redact(buildAppReport(audited, words));
  const whole = { ...buildReport([report], []), tool: { name: 'maskinflytt', version: '1.2.3' } } as const;
  const checklist = appChecklist(audited, { patches: [], options: [], rulesLeftOut: false, isPart: true, words });
  const steps = nextSteps({ report: whole, roots: 1 }, { words, paths: ['.'], passedOn: [] });
  const outcome = { report: whole, strayKeys: 0, notAnalysed: redact(notAnalysedIn(audited, words)) };
  return reportPage(
    outcome,
    [...redact(appBlocks(audited, report, checklist, words)), ...nextBlocks(steps, words)],
    words,
  );
}
