import { triggerOf } from '../../app/trigger.ts';
import { type Phase, severities } from '../../rules/finding.ts';
import type { Words } from '../../words/words.ts';
import type { AuditedApp } from '../audited-app.ts';
import type { Checklist } from '../checklist/checklist.ts';
import { checklistBlocks } from '../checklist/checklist-blocks.ts';
import type { PhasePatch } from '../phase-patch.ts';
import type { AppReport } from '../report.ts';
import { standingOf } from '../standing.ts';
import { uncounted } from '../uncounted.ts';
import { decisionBlocks } from './decision-blocks.ts';
import { findingBlocks } from './finding-blocks.ts';
import type { OverviewRow } from './overview-blocks.ts';
import { type Block, heading, paragraph, plain } from './page.ts';
import { patchBlocks } from './patch-blocks.ts';
import { policyBlocks } from './policy-blocks.ts';
import { isUnmanaged, lookOf, sentence, standingBlock } from './standing-blocks.ts';
import { whoWinsBlocks } from './who-wins-blocks.ts';

/** All that is said of one app. */
export interface AppPart {
  readonly row: OverviewRow;
  /** What is to be seen first. */
  readonly standing: readonly Block[];
  /** Part by part, each below a heading of level 3 with an anchor. */
  readonly details: readonly Block[];
}

/** What is to be done about an app. */
export interface AppWork {
  readonly patches: readonly PhasePatch[];
  readonly checklist: Checklist;
}

export interface AppPlace {
  /** Begins with a letter, and no other app of the page has it. */
  readonly anchor: string;
  /** What to type for the patch of a phase. */
  readonly fixCommand: (phase: Phase) => string;
}

/** How it stands; then what to do about it, the worst first; then why it is so. */
export function appPart(
  audited: AuditedApp,
  report: AppReport,
  { patches, checklist }: AppWork,
  { anchor, fixCommand }: AppPlace,
  words: Words,
): AppPart {
  const { app, path } = audited;
  const name = report.id ?? words.terminal.unnamedApp;
  const title = path === '.' ? name : `${name} · ${path}`;
  const counts = countsOf(audited);
  return {
    row: {
      title,
      anchor,
      look: lookOf(audited),
      status: isUnmanaged(app) ? words.trigger(triggerOf(app)) : `${sentence(standingOf(app, words))}.`,
      phase: words.phase[report.phase],
      counts,
    },
    standing: [heading(2, title, anchor), standingBlock(audited, counts, words), ...decisionBlocks(app, words)],
    details: [
      ...foundBlocks(audited, `${anchor}-findings`, words),
      ...patchBlocks(patches, fixCommand, `${anchor}-patches`, words),
      heading(3, words.checklist.heading, `${anchor}-checklist`),
      ...checklistBlocks(checklist, 4, words.checklist),
      ...whoWinsBlocks(app, `${anchor}-order`, words),
      ...policyBlocks(app, report, `${anchor}-policy`, words),
    ],
  };
}

function countsOf({ settled }: AuditedApp): OverviewRow['counts'] {
  const counted = settled.filter(({ suppressed }) => suppressed === null);
  const count = (severity: (typeof severities)[number]) =>
    counted.filter(({ finding }) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

function foundBlocks({ app, settled }: AuditedApp, anchor: string, words: Words): readonly Block[] {
  const findings = settled
    .flatMap(({ finding, suppressed }) => (suppressed === null ? [finding] : []))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return [
    heading(3, words.page.findings, anchor),
    ...(findings.length === 0 ? [paragraph(plain(sentence(words.terminal.noFindings)))] : []),
    ...findingBlocks(app, findings, 4, words),
    ...uncounted(settled, words).map((text) => paragraph(plain(text))),
  ];
}
