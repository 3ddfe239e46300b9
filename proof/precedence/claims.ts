import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from '../../src/app/app.ts';
import { discoverApps } from '../../src/app/discovery/discover-apps.ts';
import { precedenceOf } from '../../src/app/precedence/precedence.ts';
import { readApp } from '../../src/app/read-app.ts';
import { statusOf } from '../../src/app/status.ts';
import { triggerOf } from '../../src/app/trigger.ts';
import { openWorkspace } from '../../src/files/open-workspace.ts';
import { walk } from '../../src/files/walk.ts';
import type { Workspace } from '../../src/files/workspace.ts';
import { isSelected, type Selection } from '../../src/migrate/plan.ts';
import { settleAll } from '../../src/migrate/settle.ts';
import { type Audit, type AuditResult, planVerified } from '../../src/migrate/verify.ts';
import { checkRules } from '../../src/rules/check.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { ruleIds } from '../../src/rules/registry.ts';
import type { Precedence } from '../../src/words/precedence.ts';
import type { Trigger } from '../../src/words/trigger.ts';
import type { StatusName } from '../../src/words/words.ts';
import type { Files } from './print-app.ts';

/** What the tool says of an app. */
export interface Claims {
  readonly status: StatusName;
  readonly precedence: readonly Precedence[];
  readonly trigger: Trigger;
  readonly providers: App['order']['providers'];
  readonly findings: readonly Finding[];
}

/** Of an app as it is, and as the tool's own patches leave it; null where there are none. */
export interface ClaimsAndPatch {
  readonly claims: Claims;
  readonly patched: Patched | null;
}

export interface Patched {
  readonly claims: Claims;
  /** The whole repo. */
  readonly files: Files;
}

/** The way a user goes: first what may be merged any time, then the switch. */
const phases = ['prepare', 'switch'] as const;

export async function claimsAbout(
  files: Files,
  root: string,
  vaultListing: readonly string[] | null,
): Promise<ClaimsAndPatch> {
  writeFiles(root, files);
  const { files: walked, skipped } = walk(root);
  const asFound = openWorkspace({ root, files: walked });
  const [location, ...others] = discoverApps(asFound, '.');
  if (location === undefined || others.length > 0) throw new Error(`${root} does not hold one app`);
  const circumstances = {
    target: null,
    decisions: new Map(),
    skipped,
    vaultListing,
    registeredScopes: null,
    extraScopes: [],
  };
  const auditIn = async (workspace: Workspace): Promise<AuditResult> => {
    const app = await readApp(workspace, location, circumstances);
    return { app, settled: settleAll(app, checkRules(app, ruleIds)).map((one) => ({ ...one, suppressed: null })) };
  };
  const found = await auditIn(asFound);
  let workspace = asFound;
  let last = found;
  const changed = new Map<string, string | null>();
  for (const phase of phases) {
    const selection: Selection = { phase, fixes: 'review', withPhaseless: false };
    const audit: Audit = (texts) => auditIn(workspace.withTexts(texts));
    const selected = last.settled.filter((one) => isSelected(one, selection));
    const plan = await planVerified(last, selected, selection, audit);
    workspace = workspace.withTexts(plan.texts);
    last = plan.texts.size === 0 ? last : await auditIn(workspace);
    for (const [path, text] of plan.texts) changed.set(path, text);
  }
  const patched = changed.size === 0 ? null : { claims: claimsIn(last), files: withChanges(files, changed) };
  return { claims: claimsIn(found), patched };
}

function claimsIn({ app, settled }: AuditResult): Claims {
  return {
    status: statusOf(app),
    precedence: precedenceOf(app),
    trigger: triggerOf(app),
    providers: app.order.providers,
    findings: settled.map(({ finding }) => finding),
  };
}

function withChanges(files: Files, changed: ReadonlyMap<string, string | null>): Files {
  const kept = Object.entries(files).filter(([path]) => !changed.has(path));
  const written = [...changed].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  return Object.fromEntries([...kept, ...written]);
}

export function writeFiles(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
