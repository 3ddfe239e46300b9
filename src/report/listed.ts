import type { Location } from '../location.ts';
import type { Finding } from '../rules/finding.ts';
import { fingerprints } from '../rules/fingerprint.ts';
import type { Suppressed } from '../suppressed.ts';
import type { Words } from '../words/words.ts';
import type { AuditedApp } from './audited-app.ts';
import { findingReport, wasNotRead } from './build-report.ts';
import { locationOf } from './location-of.ts';
import { nextOf, whyOf } from './message.ts';
import { redact } from './redact.ts';
import { type RemedyReasons, reasonsOf } from './remedy-reasons.ts';
import type { AppReport, FindingReport } from './report.ts';
import type { StrayKeys } from './stray-keys.ts';

/** A finding as a list of all findings has it, redacted. */
export interface Listed {
  /** null for a file that belongs to no app. */
  readonly app: Pick<AppReport, 'id' | 'path' | 'status'> | null;
  /** Absolute; the finding's file is relative to it. */
  readonly root: string;
  readonly finding: FindingReport;
  /** Who says that it may stand. */
  readonly suppressedBy: Suppressed['by'] | null;
  readonly why: string;
  /** What a person does about it. */
  readonly next: string;
  /** Why it wants a person, as sentences behind a title; null where it does not. */
  readonly reasons: RemedyReasons | null;
}

export function listedIn({ app, settled }: AuditedApp, report: AppReport, words: Words): readonly Listed[] {
  const { id, path, status } = report;
  return settled.flatMap((one, index) => {
    const found = report.findings[index];
    return found === undefined ? [] : [listed({ id, path, status }, app.workspace.root, found, one, words)];
  });
}

/** Private keys in files of no app. */
export function listedKeys({ workspace, keys }: StrayKeys, words: Words): readonly Listed[] {
  const findings = keys.map(({ finding }) => finding);
  const prints = fingerprints({ workspace, location: { path: '.' } }, findings);
  return findings.map((finding, index) => {
    const found = findingReport({ workspace }, { finding, suppressed: null }, prints[index] ?? '', words);
    return listed(null, workspace.root, redact(found), { finding, suppressed: null }, words);
  });
}

function listed(
  app: Listed['app'],
  root: string,
  found: FindingReport,
  { finding, suppressed }: { readonly finding: Finding; readonly suppressed: Suppressed | null },
  words: Words,
): Listed {
  return {
    app,
    root,
    finding: found,
    suppressedBy: suppressed?.by ?? null,
    why: redact(whyOf(finding, words)),
    next: redact(nextOf(finding, words)),
    reasons: redact(reasonsOf(finding.remedy, words)),
  };
}

/** A file of an app that could not be read. */
export interface UnreadInApp {
  readonly root: string;
  readonly essential: boolean;
  readonly reason: string;
  readonly location: Location;
}

export function unreadIn({ app }: Pick<AuditedApp, 'app'>, words: Words): readonly UnreadInApp[] {
  return app.unread.filter(wasNotRead).map(({ at, essential, reason }) => ({
    root: app.workspace.root,
    essential,
    reason: redact(words.rules['files/not-analysed'].message({ file: at.file, reason })),
    location: redact(locationOf(app, at)),
  }));
}
