import type { AppLocation } from '../app/discovery/app-location.ts';
import { ownerTest } from '../app/discovery/owner.ts';
import { committedKeysIn } from '../app/secrets/committed-keys.ts';
import type { Workspace } from '../files/workspace.ts';
import type { StrayKey } from '../report/stray-keys.ts';
import { findingOfKey } from '../rules/secrets/committed-key.ts';
import { type Repo, shownFile } from './repos.ts';

/** The private keys in what was asked for that none of the audited apps reports: a folder or a repo may hold no app. */
export function strayKeysIn(
  repo: Repo,
  workspace: Workspace,
  apps: readonly AppLocation[],
  severalPaths: boolean,
): readonly StrayKey[] {
  const owners = apps.map(ownerTest);
  const shown = new Map<string, string>();
  for (const file of repo.files) {
    const path = owners.some((owns) => owns(file)) ? null : shownFile(repo, file, severalPaths);
    if (path !== null) shown.set(file, path);
  }
  return committedKeysIn(workspace, [...shown.keys()]).map((key) => ({
    path: shown.get(key.at.file) ?? key.at.file,
    finding: findingOfKey(key, 'none'),
  }));
}
