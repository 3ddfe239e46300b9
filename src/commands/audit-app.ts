import { readApp } from '../app/read-app.ts';
import type { Workspace } from '../files/workspace.ts';
import { settleAll } from '../migrate/settle.ts';
import type { AuditResult } from '../migrate/verify.ts';
import { checkRules } from '../rules/check.ts';
import type { Choices } from './choices.ts';
import type { FoundApp, Repo } from './repos.ts';
import type { Terms } from './terms.ts';

export async function auditApp(
  workspace: Workspace,
  repo: Repo,
  { location }: Pick<FoundApp, 'location'>,
  { decisions, target, extraScopes }: Terms,
  { rules, vaultListing, registeredScopes }: Pick<Choices, 'rules' | 'vaultListing' | 'registeredScopes'>,
): Promise<AuditResult> {
  const app = await readApp(workspace, location, {
    target,
    decisions,
    skipped: repo.skipped,
    vaultListing,
    registeredScopes,
    extraScopes,
  });
  return { app, settled: settleAll(app, checkRules(app, rules)) };
}
