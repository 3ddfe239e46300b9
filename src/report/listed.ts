import { fingerprints } from '../rules/fingerprint.ts';
import type { Words } from '../words/words.ts';
import type { AuditedApp } from './audited-app.ts';
import { findingReport } from './build-report.ts';
import { nextOf } from './message.ts';
import { redact } from './redact.ts';
import type { AppReport, FindingReport } from './report.ts';
import type { StrayKeys } from './stray-keys.ts';

/** A finding as a list of all findings has it, redacted. */
export interface Listed {
  /** null for a file that belongs to no app. */
  readonly app: Pick<AppReport, 'id' | 'path' | 'status'> | null;
  /** Absolute; the finding's file is relative to it. */
  readonly root: string;
  readonly finding: FindingReport;
  /** What a person does about it. */
  readonly next: string;
}

export function listedIn({ app, settled }: AuditedApp, report: AppReport, words: Words): readonly Listed[] {
  const { id, path, status } = report;
  const nexts = settled.map(({ finding }) => redact(nextOf(finding, words)));
  return report.findings.map((finding, index) => ({
    app: { id, path, status },
    root: app.workspace.root,
    finding,
    next: nexts[index] ?? '',
  }));
}

/** Private keys in files of no app. */
export function listedKeys({ workspace, keys }: StrayKeys, words: Words): readonly Listed[] {
  const findings = keys.map(({ finding }) => finding);
  const prints = fingerprints({ workspace, location: { path: '.' } }, findings);
  return findings.map((finding, index) => ({
    app: null,
    root: workspace.root,
    finding: redact(findingReport({ workspace }, { finding, suppressed: null }, prints[index] ?? '', words)),
    next: redact(nextOf(finding, words)),
  }));
}
