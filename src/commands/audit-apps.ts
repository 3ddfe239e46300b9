import { readApp } from '../app/app.ts';
import type { Workspace } from '../files/workspace.ts';
import { settleAll } from '../migrate/settle.ts';
import type { AuditResult } from '../migrate/verify.ts';
import type { AuditedApp } from '../report/audited-app.ts';
import { checkRules } from '../rules/check.ts';
import type { Choices } from './choices.ts';
import { appsIn, distinctPaths, type FoundApp, findRepos, openRepo, type Repo } from './repos.ts';
import { type Suppression, suppressionFor } from './suppressions.ts';
import { type LooseEnds, type Terms, termsFor } from './terms.ts';

export interface AuditedRepo {
  readonly repo: Repo;
  readonly terms: Terms;
  readonly apps: readonly AuditedApp[];
  /** The given paths that led to one of them. */
  readonly served: ReadonlySet<string>;
}

/** Repo by repo, so that only one is held in memory; what is loose in the end is followed along the way. */
export async function* auditRepos(choices: Choices, looseEnds: LooseEnds): AsyncGenerator<AuditedRepo> {
  const paths = distinctPaths(choices.paths, choices.words);
  for (const repo of findRepos(paths)) {
    const workspace = openRepo(repo);
    const terms = termsFor(repo.root, choices);
    const apps: AuditedApp[] = [];
    const served = new Set<string>();
    const used: (Suppression | null)[] = [];
    for (const found of appsIn(repo, workspace, paths.length > 1)) {
      const { app, settled } = await auditApp(workspace, repo, found, terms, choices);
      const judged = settled.map((one) => ({ ...one, suppressed: suppressionFor(one.finding, terms.suppressions) }));
      used.push(...judged.map(({ suppressed }) => suppressed));
      for (const given of found.givens) served.add(given);
      apps.push({ app, path: found.path, settled: judged });
    }
    looseEnds.see(
      terms,
      apps.map(({ app }) => app),
      used,
    );
    yield { repo, terms, apps, served };
  }
}

export async function auditApp(
  workspace: Workspace,
  repo: Repo,
  { location }: Pick<FoundApp, 'location'>,
  { decisions }: Terms,
  { target, rules }: Pick<Choices, 'target' | 'rules'>,
): Promise<AuditResult> {
  const app = await readApp(workspace, location, { target, decisions, skipped: repo.skipped });
  return { app, settled: settleAll(app, checkRules(app, rules)) };
}
