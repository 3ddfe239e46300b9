import { readApp } from '../app/read-app.ts';
import type { Workspace } from '../files/workspace.ts';
import { settleAll } from '../migrate/settle.ts';
import type { AuditResult } from '../migrate/verify.ts';
import { checkRules } from '../rules/check.ts';
import type { Choices } from './choices.ts';
import { type Judgement, judge } from './judge.ts';
import type { FoundApp, Repo } from './repos.ts';
import type { Terms } from './terms.ts';

export async function auditApp(
  workspace: Workspace,
  repo: Repo,
  { location }: Pick<FoundApp, 'location'>,
  { decisions, target, extraScopes, suppressions }: Terms,
  { rules, vaultListing, registeredScopes }: Pick<Choices, 'rules' | 'vaultListing' | 'registeredScopes'>,
): Promise<AuditResult & Judgement> {
  const app = await readApp(workspace, location, {
    target,
    decisions,
    skipped: repo.skipped,
    vaultListing,
    registeredScopes,
    extraScopes,
  });
  return { app, ...judge(settleAll(app, checkRules(app, rules)), suppressions) };
}
