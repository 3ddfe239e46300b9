import { readFileSync } from 'node:fs';
import { main } from '../../src/cli/main.ts';
import type { Report } from '../../src/index.ts';

/** What the tool says of a repo. */
export async function auditOf(folder: string): Promise<Report> {
  const file = `${folder}.audit.json`;
  await main(['audit', folder, '--format', `json=${file}`, '--fail-on', 'never', '--quiet']);
  return JSON.parse(readFileSync(file, 'utf8'));
}
