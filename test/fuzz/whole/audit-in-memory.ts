import type { AppLocation } from '../../../src/app/discovery/app-location.ts';
import { discoverApps } from '../../../src/app/discovery/discover-apps.ts';
import { readApp } from '../../../src/app/read-app.ts';
import { formatNames } from '../../../src/commands/formats.ts';
import { writerFor } from '../../../src/commands/writers.ts';
import type { Workspace } from '../../../src/files/workspace.ts';
import { settleAll } from '../../../src/migrate/settle.ts';
import type { AuditResult } from '../../../src/migrate/verify.ts';
import { buildAppReport, buildReport, notAnalysedIn } from '../../../src/report/build-report.ts';
import { redact } from '../../../src/report/redact.ts';
import type { AppReport, NotAnalysedFile } from '../../../src/report/report.ts';
import { checkRules } from '../../../src/rules/check.ts';
import { ruleIds } from '../../../src/rules/registry.ts';
import { choicesFor } from './choices.ts';
import type { Terms } from './terms.ts';

export interface AppInMemory {
  readonly location: AppLocation;
  readonly audited: AuditResult;
}

export async function auditAll(workspace: Workspace, terms: Terms): Promise<readonly AppInMemory[]> {
  const apps: AppInMemory[] = [];
  for (const location of discoverApps(workspace, '.'))
    apps.push({ location, audited: await auditOne(workspace, location, terms) });
  return apps;
}

export async function auditOne(workspace: Workspace, location: AppLocation, { target }: Terms): Promise<AuditResult> {
  const app = await readApp(workspace, location, {
    target,
    decisions: new Map(),
    skipped: [],
    vaultListing: null,
    registeredScopes: null,
    extraScopes: [],
  });
  return { app, settled: settleAll(app, checkRules(app, ruleIds)).map((one) => ({ ...one, suppressed: null })) };
}

/** Each format's text, by its name. */
export async function reportsOf(
  apps: readonly AppInMemory[],
  { lang, target }: Terms,
): Promise<ReadonlyMap<string, string>> {
  const choices = choicesFor(['.'], lang, target);
  const names = formatNames;
  const writers = await Promise.all(names.map((name) => writerFor({ name, file: null }, choices)));
  const reports: { readonly report: AppReport; readonly unread: readonly NotAnalysedFile[] }[] = [];
  for (const { location, audited } of apps) {
    const shown = {
      app: audited.app,
      path: location.path,
      settled: audited.settled,
      patches: async () => [],
    };
    const report = redact(buildAppReport(shown, choices.words));
    for (const writer of writers) await writer.see(shown, report);
    reports.push({ report, unread: redact(notAnalysedIn(shown, choices.words)) });
  }
  const notAnalysed = reports.flatMap(({ unread }) => unread);
  const report = buildReport(
    reports.map((one) => one.report),
    notAnalysed,
  );
  const outcome = { report, strayKeys: 0, withoutApp: [], unfound: [], beside: [], notAnalysed, roots: 1 };
  return new Map(writers.map((writer) => [writer.format.name, [...writer.textOf(outcome)].join('')]));
}
