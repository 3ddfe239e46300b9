import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { projectRoot } from '../project.ts';
import { appFolder, expectedFile } from '../rules/rule-files.ts';
import type { RuleName } from './rule-name.ts';

const model = 'clean-v8';

/** A believable app in which nothing is wrong yet: a copy of the clean one under a name of its own. */
export function makeFixture({ fixture }: RuleName): void {
  const id = `ttd/${fixture}`;
  cpSync(`${projectRoot}${appFolder(model)}`, `${projectRoot}${appFolder(fixture)}`, { recursive: true });
  changeJson(`${appFolder(fixture)}/App/config/applicationmetadata.json`, (metadata) => ({
    ...metadata,
    id,
    org: 'ttd',
  }));
  const about = 'Write: what is special about this app.';
  const expected = { about, apps: [{ path: '.', id, line: '8.7+', status: 'studio', phase: 'done', findings: [] }] };
  writeJson(expectedFile(fixture), { ...expected, notAnalysed: [] });
}

function changeJson(path: string, change: (value: object) => object): void {
  writeJson(path, change(JSON.parse(readFileSync(`${projectRoot}${path}`, 'utf8'))));
}

function writeJson(path: string, value: object): void {
  writeFileSync(`${projectRoot}${path}`, `${JSON.stringify(value, null, 2)}\n`);
}
