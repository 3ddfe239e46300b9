import { readApp } from '../app/read-app.ts';
import type { Workspace } from '../files/workspace.ts';
import { settleAll } from '../migrate/settle.ts';
import type { AuditResult } from '../migrate/verify.ts';
import type { AuditedApp } from '../report/audited-app.ts';
import type { StrayKeys } from '../report/stray-keys.ts';
import { checkRules } from '../rules/check.ts';
import type { Choices } from './choices.ts';
import { appsIn, distinctPaths, type FoundApp, findRepos, openRepo, type Repo } from './repos.ts';
import { strayKeysIn } from './stray-keys.ts';
import { type Suppression, suppressionFor } from './suppressions.ts';
import { type LooseEnds, type Terms, termsFor } from './terms.ts';

export interface AuditedRepo {
  readonly repo: Repo;
  readonly terms: Terms;
  readonly apps: readonly AuditedApp[];
  /** The given paths that led to one of them. */
  readonly served: ReadonlySet<string>;
  readonly strayKeys: StrayKeys;
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
    const locations = apps.map(({ app }) => app.location);
    const stray = choices.rules.includes('secrets/committed-key')
      ? strayKeysIn(repo, workspace, locations, paths.length > 1)
      : [];
    const suppressed = stray.map(({ finding }) => suppressionFor(finding, terms.suppressions));
    used.push(...suppressed);
    looseEnds.see(
      terms,
      apps.map(({ app }) => app),
      used,
    );
    const keys = stray.filter((_, index) => suppressed[index] === null);
    yield { repo, terms, apps, served, strayKeys: { workspace, keys } };
  }
}

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
