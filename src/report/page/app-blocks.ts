import { statusOf } from '../../app/status.ts';
import { triggerOf } from '../../app/trigger.ts';
import { severities } from '../../rules/finding.ts';
import type { Words } from '../../words/words.ts';
import type { AuditedApp } from '../audited-app.ts';
import type { Checklist } from '../checklist/checklist.ts';
import { checklistBlocks } from '../checklist/checklist-blocks.ts';
import { keptByDecision } from '../kept.ts';
import type { AppReport } from '../report.ts';
import { standingOf } from '../standing.ts';
import { uncounted } from '../uncounted.ts';
import { versionText } from '../version-text.ts';
import { findingBlocks } from './finding-blocks.ts';
import { type Block, heading, labelled, paragraph, plain } from './page.ts';
import { policyBlocks } from './policy-blocks.ts';
import { whoWinsBlocks } from './who-wins-blocks.ts';

/** All that is said of one app: how it stands, who wins, what the policy allows, what was found, the worst first, what to do. */
export function appBlocks(
  audited: AuditedApp,
  report: AppReport,
  checklist: Checklist,
  words: Words,
): readonly Block[] {
  const { app, path, settled } = audited;
  const findings = settled
    .flatMap(({ finding, suppressed }) => (suppressed === null ? [finding] : []))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const name = report.id ?? words.terminal.unnamedApp;
  return [
    heading(2, path === '.' ? name : `${name} · ${path}`),
    ...standingBlocks(audited, words),
    ...whoWinsBlocks(app, words),
    ...policyBlocks(app, report, words),
    heading(3, words.page.findings),
    ...(findings.length === 0 ? [paragraph(plain(sentence(words.terminal.noFindings)))] : []),
    ...findingBlocks(app, findings, 4, words),
    ...uncounted(settled, words).map((text) => paragraph(plain(text))),
    heading(3, words.checklist.heading),
    ...checklistBlocks(checklist, 4, words.checklist),
  ];
}

function standingBlocks({ app }: AuditedApp, words: Words): readonly Block[] {
  const { page, terminal } = words;
  const status = statusOf(app);
  const trigger = triggerOf(app);
  const kept = keptByDecision(app);
  return [
    paragraph(plain(versionText(app, words))),
    // What never loads the credentials that Studio provides is not yet managed by it, whatever else it does.
    ...(status === 'studio' && trigger.event === 'never' ? [] : [labelled(page.status, `${standingOf(app, words)}.`)]),
    ...(trigger.event === 'none' ? [] : [labelled(page.trigger, words.trigger(trigger))]),
    ...(kept.length === 0 ? [] : [paragraph(plain(terminal.keptByDecision(kept)))]),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
