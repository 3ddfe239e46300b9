import { posix } from 'node:path';
import type { App } from '../app/app.ts';
import { maskinportenSections } from '../app/settings/maskinporten-sections.ts';
import { sectionsAt } from '../app/settings/section.ts';
import { statusOf } from '../app/status.ts';
import { triggerOf } from '../app/trigger.ts';
import { skippedBesideApps, type UnreadFile } from '../app/unread.ts';
import type { Skipped } from '../files/walk.ts';
import type { AuditedFinding } from '../migrate/audited-finding.ts';
import { tierOf } from '../rules/finding.ts';
import { fingerprints } from '../rules/fingerprint.ts';
import type { Words } from '../words/words.ts';
import { type AuditedApp, nextPhase } from './audited-app.ts';
import { clientReports } from './clients.ts';
import { locationOf } from './location-of.ts';
import { messageOf } from './message.ts';
import type { AppOutline, Outcome } from './outcome.ts';
import { policyReport } from './policy-report.ts';
import type { AppReport, FindingReport, NotAnalysedFile, SectionReport, Summary } from './report.ts';
import { scopeReports } from './scopes.ts';
import { secretReports } from './secrets.ts';
import { toolVersion } from './tool-version.ts';
import { whoWins } from './who-wins.ts';

export function buildReport(apps: readonly AppOutline[], notAnalysed: readonly NotAnalysedFile[]): Outcome['report'] {
  return {
    schemaVersion: 1,
    tool: { name: 'maskinflytt', version: toolVersion() },
    apps,
    notAnalysed,
    summary: summaryOf(apps),
  };
}

export function buildAppReport({ app, path, settled }: AuditedApp, words: Words): AppReport {
  const { declared, resolved, line, source, packages } = app.versions;
  return {
    path,
    id: app.metadata.kind === 'known' ? app.metadata.id : null,
    target: app.target,
    versions: { declared, resolved, line, source },
    packages,
    status: statusOf(app),
    trigger: triggerOf(app).event,
    phase: nextPhase({ app, settled }),
    clients: clientReports(app),
    sections: sectionReports(app),
    identities: app.clientIdentities,
    providers: providerReports(app),
    precedence: whoWins(app).map((one) => ({ key: one.key, winner: one.winner, reason: words.precedence(one) })),
    secrets: secretReports(app),
    scopes: scopeReports(app),
    policy: policyReport(app, words),
    findings: findingReports(app, settled, words),
  };
}

function findingReports(app: App, settled: readonly AuditedFinding[], words: Words): readonly FindingReport[] {
  const prints = fingerprints(
    app,
    settled.map(({ finding }) => finding),
  );
  return settled.map((one, index) => findingReport(app, one, prints[index] ?? '', words));
}

export function findingReport(
  app: Pick<App, 'workspace'>,
  { finding, suppressed }: Pick<AuditedFinding, 'finding' | 'suppressed'>,
  fingerprint: string,
  words: Words,
): FindingReport {
  const { rule, severity, phase, data, at } = finding;
  return {
    rule,
    severity,
    phase,
    fix: tierOf(finding),
    message: messageOf(finding, words),
    data,
    location: locationOf(app, at),
    fingerprint,
    suppressed: suppressed && { reason: suppressed.reason, expires: suppressed.expires },
  };
}

function providerReports(app: App): AppReport['providers'] {
  return app.order.providers.map(({ kind, at }) => ({ kind, location: at && locationOf(app, at) }));
}

function sectionReports(app: App): readonly SectionReport[] {
  return maskinportenSections(app).flatMap((path) =>
    sectionsAt(path, app.settings).map((section) => ({
      path: section.path,
      file: section.file,
      line: locationOf(app, section.at).line,
      keys: section.keys.map(({ name }) => name),
      shape: section.shape,
      environment: section.environment,
    })),
  );
}

/** What was read, though it cannot be edited or has a fault, was analysed. */
const wereRead: readonly string[] = ['utf-16', 'not-utf-8', 'symlink', 'duplicate-key'];

export function wasNotRead({ reason }: UnreadFile): boolean {
  return !wereRead.includes(reason.code);
}

export function notAnalysedIn({ app, path }: AuditedApp, words: Words): readonly NotAnalysedFile[] {
  return app.unread.filter(wasNotRead).map(({ at, reason }) => ({
    file: posix.join(path, posix.relative(app.location.path, at.file)),
    reason: words.rules['files/not-analysed'].message({ file: at.file, reason }),
  }));
}

/** What the walk over a repo left out beside its apps. */
export function notAnalysedBeside(
  skipped: readonly Skipped[],
  apps: readonly AuditedApp[],
  words: Words,
): readonly NotAnalysedFile[] {
  const folders = apps.map(({ app }) => app.location.projectFolder);
  return skippedBesideApps(skipped, folders).map(({ at: { file }, reason }) => ({
    file,
    reason: words.rules['files/not-analysed'].message({ file, reason }),
  }));
}

function summaryOf(apps: readonly AppOutline[]): Summary {
  const findings = apps.flatMap((app) => app.findings).filter(({ suppressed }) => suppressed === null);
  return {
    apps: apps.length,
    byStatus: countBy(apps.map(({ status }) => status)),
    byRule: countBy(findings.map(({ rule }) => rule)),
    bySeverity: { error: 0, warning: 0, note: 0, ...countBy(findings.map(({ severity }) => severity)) },
  };
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
