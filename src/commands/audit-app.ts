import { readApp } from '../app/read-app.ts';
import type { Workspace } from '../files/workspace.ts';
import { settleAll } from '../migrate/settle.ts';
import type { AuditResult } from '../migrate/verify.ts';
import { checkRules } from '../rules/check.ts';
import type { Choices } from './choices.ts';
import { ignoreCommentsIn } from './ignore-comments.ts';
import { type Judgement, judge } from './judge.ts';
import type { FoundApp, Repo } from './repos.ts';
import { isExpired } from './suppressions.ts';
import type { Terms } from './terms.ts';

export async function auditApp(
  workspace: Workspace,
  repo: Repo,
  { location }: Pick<FoundApp, 'location'>,
  { decisions, target, extraScopes, suppressions }: Terms,
  { rules, vaultListing, registeredScopes, today }: Choices,
): Promise<AuditResult & Judgement> {
  const app = await readApp(workspace, location, {
    target,
    decisions,
    skipped: repo.skipped,
    vaultListing,
    registeredScopes,
    extraScopes,
  });
  const comments = (await ignoreCommentsIn(workspace)).comments.filter((one) => !isExpired(one, today));
  return { app, ...judge(settleAll(app, checkRules(app, rules)), { comments, suppressions }) };
}
