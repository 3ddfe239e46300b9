import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { projectRoot } from '../project.ts';
import { appFolder, expectedFile } from '../rules/rule-files.ts';
import type { RuleName } from './rule-name.ts';

const model = 'clean-v8';

/** A believable app in which nothing is wrong yet: a copy of the clean one under a name of its own, and of what is said of it. */
export function makeFixture({ fixture }: RuleName): void {
  const id = `ttd/${fixture}`;
  cpSync(`${projectRoot}${appFolder(model)}`, `${projectRoot}${appFolder(fixture)}`, { recursive: true });
  const metadataFile = `${appFolder(fixture)}/App/config/applicationmetadata.json`;
  const metadata: object = JSON.parse(textOf(metadataFile));
  writeJson(metadataFile, { ...metadata, id, org: 'ttd' });
  const expected: { readonly apps: readonly object[] } = JSON.parse(textOf(expectedFile(model)));
  const about = 'Write: what is special about this app.';
  writeJson(expectedFile(fixture), { ...expected, about, apps: expected.apps.map((app) => ({ ...app, id })) });
}

function textOf(path: string): string {
  return readFileSync(`${projectRoot}${path}`, 'utf8');
}

function writeJson(path: string, value: object): void {
  writeFileSync(`${projectRoot}${path}`, `${JSON.stringify(value, null, 2)}\n`);
}
