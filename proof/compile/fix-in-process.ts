import type { App } from '../../src/app/app.ts';
import { discoverApps } from '../../src/app/discovery/discover-apps.ts';
import { readApp } from '../../src/app/read-app.ts';
import { openWorkspace } from '../../src/files/open-workspace.ts';
import { walk } from '../../src/files/walk.ts';
import type { Workspace } from '../../src/files/workspace.ts';
import { isSelected, type Selection } from '../../src/migrate/plan.ts';
import { settleAll } from '../../src/migrate/settle.ts';
import { planVerified } from '../../src/migrate/verify.ts';
import { checkRules } from '../../src/rules/check.ts';
import { ruleIds } from '../../src/rules/registry.ts';

const selection: Selection = { phase: 'switch', fixes: 'review', withPhaseless: true };

/** What the switch makes of the files of an app; null stands for one that goes. */
export async function filesAfterSwitch(root: string): Promise<ReadonlyMap<string, string | null>> {
  const { files, skipped } = walk(root);
  const workspace = openWorkspace({ root, files });
  const [location] = discoverApps(workspace, '.');
  if (location === undefined) throw new Error(`no app in ${root}`);
  const nothing = { target: null, decisions: new Map(), vaultListing: null, registeredScopes: null, extraScopes: [] };
  const auditIn = async (seen: Workspace) => {
    const app: App = await readApp(seen, location, { ...nothing, skipped });
    return { app, settled: settleAll(app, checkRules(app, ruleIds)).map((one) => ({ ...one, suppressed: null })) };
  };
  const before = await auditIn(workspace);
  const selected = before.settled.filter((one) => isSelected(one, selection));
  const plan = await planVerified(before, selected, selection, (texts) => auditIn(workspace.withTexts(texts)));
  return plan.texts;
}
