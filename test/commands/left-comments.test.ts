import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../report/checklist/checklist-of.ts';
import { fixIn } from './in-process.ts';

const ignoring = 'maskinflytt-ignore scopes/to-add: r';

test.each([
  [
    'package-left-over',
    'App/App.csproj',
    '<PackageReference Include="Altinn.ApiClients.Maskinporten"',
    `<!-- ${ignoring} -->`,
  ],
  ['config-dead-section', 'App/appsettings.json', '"havneanlop"', `// ${ignoring}`],
])(
  '%s: a comment that lets findings stand goes with what it is about, and others stay',
  async (fixture, path, about, own) => {
    const folder = folderOf(fixture);
    const file = join(folder, path);
    const other = own.replace(ignoring, 'for the record');
    const text = readFileSync(file, 'utf8').replace(about, `${other}\n    ${own}\n    ${about}`);
    writeFileSync(file, text);
    await fixIn(folder, { phase: 'cleanup' });
    const after = readFileSync(file, 'utf8');
    expect(after).not.toContain(about);
    expect(after).not.toContain(ignoring);
    expect(after).toContain('for the record');
  },
);
