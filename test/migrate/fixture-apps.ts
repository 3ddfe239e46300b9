import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../src/app/app.ts';
import { discoverApps } from '../../src/app/discovery/discover-apps.ts';
import { readApp } from '../../src/app/read-app.ts';
import { readConfig } from '../../src/commands/config.ts';
import { openWorkspace } from '../../src/files/open-workspace.ts';
import { walk } from '../../src/files/walk.ts';
import { settleAll } from '../../src/migrate/settle.ts';
import type { Audit, AuditResult } from '../../src/migrate/verify.ts';
import { checkRules } from '../../src/rules/check.ts';
import { ruleIds } from '../../src/rules/registry.ts';
import { en } from '../../src/words/en.ts';

const folder = new URL('../../fixtures/', import.meta.url).pathname;

export interface FixtureApp {
  readonly before: AuditResult;
  readonly audit: Audit;
}

export function fixtureFolders(): readonly string[] {
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'app')));
}

/** The apps of a fixture, audited where it stands. Each text that was audited once is not audited again. */
export async function appsOfFixture(name: string): Promise<readonly FixtureApp[]> {
  const root = join(folder, name, 'app');
  const { files, skipped } = walk(root);
  const workspace = openWorkspace({ root, files });
  const circumstances = {
    ...termsOf(root),
    skipped,
    vaultListing: null,
    registeredScopes: null,
    extraScopes: [],
  };
  const seen = new WeakMap<Parameters<Audit>[0], Promise<AuditResult>>();
  const apps = discoverApps(workspace, '.').map(async (location): Promise<FixtureApp> => {
    const auditAnew: Audit = async (texts) => {
      const app: App = await readApp(workspace.withTexts(texts), location, circumstances);
      return { app, settled: settleAll(app, checkRules(app, ruleIds)).map((one) => ({ ...one, suppressed: null })) };
    };
    const audit: Audit = (texts) => {
      const result = seen.get(texts) ?? auditAnew(texts);
      seen.set(texts, result);
      return result;
    };
    return { before: await auditAnew(new Map()), audit };
  });
  return Promise.all(apps);
}

function termsOf(root: string) {
  const file = join(root, 'maskinflytt.config.json');
  if (!existsSync(file)) return { target: null, decisions: new Map() };
  const { target, decisions } = readConfig(file, en);
  return { target, decisions: new Map(decisions.map(({ client, decision }) => [client.toLowerCase(), decision])) };
}
