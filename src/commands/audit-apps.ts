import { readApp } from '../app/app.ts';
import type { Workspace } from '../files/workspace.ts';
import { settle } from '../migrate/settle.ts';
import type { AuditResult } from '../migrate/verify.ts';
import type { AuditedApp } from '../report/audited-app.ts';
import { checkRules } from '../rules/check.ts';
import { ruleIds } from '../rules/registry.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { Choices } from './choices.ts';
import { appsIn, type FoundApp, findRepos, openRepo, type Repo } from './repos.ts';

export interface AuditedRepo {
  readonly repo: Repo;
  readonly workspace: Workspace;
  readonly apps: readonly AuditedApp[];
}

/** Repo by repo, so that only one is held in memory. */
export async function* auditRepos(choices: Choices): AsyncGenerator<AuditedRepo> {
  for (const repo of findRepos(choices.paths, choices.words)) {
    const workspace = openRepo(repo);
    const apps: AuditedApp[] = [];
    for (const found of appsIn(repo, workspace, choices.paths.length > 1)) {
      const audited = await auditApp(workspace, repo, found, choices, choices.rules);
      apps.push({ app: audited.app, path: found.path, settled: audited.settled });
    }
    yield { repo, workspace, apps };
  }
}

export async function auditApp(
  workspace: Workspace,
  repo: Repo,
  { location }: FoundApp,
  { target, decisions }: Pick<Choices, 'target' | 'decisions'>,
  rules: readonly RuleId[] = ruleIds,
): Promise<AuditResult> {
  const app = await readApp(workspace, location, { target, decisions, skipped: repo.skipped });
  return { app, settled: checkRules(app, rules).map((finding) => settle(app, finding)) };
}
