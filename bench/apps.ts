import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/project.ts';

/** A fixture's app as a repo of its own. */
export function appAt(folder: string, fixture: string): string {
  cpSync(`${projectRoot}fixtures/${fixture}/app`, folder, { recursive: true });
  mkdirSync(join(folder, '.git'));
  return folder;
}

/** Five of six mention Maskinporten, and three are legacy. */
export const mixed = ['custom-path-literal', 'clean-v8', 'british-spelling', 'v7-app', 'default-path', 'v4-startup'];
export const withoutMaskinporten = ['v4-startup', 'policy-without-maskinporten'];

/** As many repos, side by side. */
export function fleetAt(folder: string, count: number, fixtures: readonly string[]): string {
  for (let index = 0; index < count; index++) {
    appAt(join(folder, `app-${index}`), fixtures[index % fixtures.length] ?? 'clean-v8');
  }
  return folder;
}
