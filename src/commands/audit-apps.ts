import { basename } from 'node:path';
import type { PatchableApp } from '../report/phase-patch.ts';
import type { StrayKeys } from '../report/stray-keys.ts';
import { auditApp } from './audit-app.ts';
import type { Choices, Output } from './choices.ts';
import { ignoreCommentsIn } from './ignore-comments.ts';
import { type Exemption, suppressionsOf } from './judge.ts';
import { KnownFindings, noBaseline } from './known-findings.ts';
import { patchesOf } from './phase-patches.ts';
import { appsIn, distinctPaths, findRepos, openRepo, type Repo, shownFile } from './repos.ts';
import { strayKeysIn } from './stray-keys.ts';
import { type LooseEnds, type Terms, termsFor } from './terms.ts';

export interface AuditedRepo {
  readonly repo: Repo;
  readonly terms: Terms;
  readonly apps: readonly PatchableApp[];
  /** The given paths that led to one of them. */
  readonly served: ReadonlySet<string>;
  readonly strayKeys: StrayKeys;
}

/** Repo by repo, so that only one is held in memory; what is loose in the end is followed along the way. */
export async function* auditRepos(
  choices: Choices,
  looseEnds: LooseEnds,
  output: Pick<Output, 'progress'>,
  known = new KnownFindings(noBaseline, choices),
): AsyncGenerator<AuditedRepo> {
  const paths = distinctPaths(choices.paths, choices.words);
  const repos = findRepos(paths);
  for (const [index, repo] of repos.entries()) {
    output.progress(choices.words.terminal.progress(index + 1, repos.length, basename(repo.root)));
    const workspace = openRepo(repo);
    const terms = termsFor(repo.root, choices);
    const apps: PatchableApp[] = [];
    const served = new Set<string>();
    const fitting = new Set<Exemption>();
    for (const found of appsIn(repo, workspace, paths.length > 1)) {
      const audited = await auditApp(workspace, repo, found, terms, choices);
      const { app, settled } = audited;
      for (const exemption of audited.fitting) fitting.add(exemption);
      for (const given of found.givens) served.add(given);
      const where = { repo, workspace, location: found.location, terms, choices };
      apps.push({
        app,
        path: found.path,
        settled: known.mark({ app, path: found.path, settled }),
        patches: onDemand(() => patchesOf({ app, settled }, where)),
      });
    }
    const locations = apps.map(({ app }) => app.location);
    const stray = choices.rules.includes('secrets/committed-key')
      ? strayKeysIn(repo, workspace, locations, paths.length > 1)
      : [];
    const exempt = stray.map(({ finding }) => suppressionsOf(finding, terms.suppressions));
    for (const exemption of exempt.flat()) fitting.add(exemption);
    looseEnds.see(
      terms,
      apps.map(({ app }) => app),
      fitting,
    );
    if (apps.length > 0) {
      const shownAs = (file: string) => shownFile(repo, file, paths.length > 1);
      looseEnds.seeComments(await ignoreCommentsIn(workspace), { workspace, shownAs }, fitting);
    }
    const keys = stray.filter((_, index) => exempt[index]?.length === 0);
    yield { repo, terms, apps, served, strayKeys: { workspace, keys } };
  }
}

/** Made when it is first asked for: most reports show no patch. */
function onDemand<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
