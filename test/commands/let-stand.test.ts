import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RuleId } from '../../src/words/rule-words.ts';
import { contents, temporaryFolder } from '../files/repo.ts';
import { appWith } from '../rules/audited.ts';
import { fixIn, folderWith } from './in-process.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

function copyOf(fixture: string): string {
  const folder = temporaryFolder();
  cpSync(join(fixtures, fixture, 'app'), folder, { recursive: true });
  return folder;
}

function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

function suppress(folder: string, rule: RuleId): void {
  const suppressions = [{ rule, path: '**', reason: 'r' }];
  writeFileSync(join(folder, 'maskinflytt.config.json'), JSON.stringify({ suppressions }));
}

const because = (rule: RuleId) => `its change would touch what the suppression of ${rule} lets stand`;

test('a change is withdrawn that another finding brings along to what a comment lets stand', async () => {
  const folder = copyOf('external-service-beside-client');
  const line = 'public class BilgeClient';
  edit(folder, 'App/clients/BilgeClient.cs', line, `// maskinflytt-ignore clients/external-service: keep\n${line}`);
  const before = contents(folder);
  const talk = await fixIn(folder, { phase: 'switch' });
  expect(talk).toContain(`clients/external-http-client (App/Program.cs): ${because('clients/external-service')}`);
  expect(contents(folder)).toEqual(before);
});

test.each([
  ['flattened-keys', 'config/custom-path', 'config/mixed-credentials'],
  ['default-section-filled', 'config/custom-path', 'config/mixed-credentials'],
  ['token-provider-8-6', 'clients/token-provider', 'config/default-section-shared'],
] as const)('of %s, a change of %s is withdrawn where the configuration lets %s stand', async (fixture, rule, kept) => {
  const folder = copyOf(fixture);
  suppress(folder, kept);
  const before = contents(folder)['App/Program.cs'];
  const talk = await fixIn(folder, { phase: 'switch' });
  expect(talk).toContain(`${rule} (App/Program.cs): ${because(kept)}`);
  expect(contents(folder)['App/Program.cs']).toBe(before);
});

test('a change goes on where what may stand is no matter of the text', async () => {
  const folder = copyOf('external-service-beside-client');
  suppress(folder, 'scopes/to-add');
  const talk = await fixIn(folder, { phase: 'switch' });
  expect(talk.join('\n')).not.toContain('lets stand');
  expect(readFileSync(join(folder, 'App/Program.cs'), 'utf8')).not.toContain('SettingsJwkClientDefinition');
});

test('a change goes on beside what may stand', async () => {
  const call = 'services.AddHttpClient("x").UseMaskinportenAuthorisation("a");';
  const ignore = '// maskinflytt-ignore clients/obsolete-spelling: waits';
  const folder = folderWith(appWith(`    ${call} ${ignore}\n    ${call}`));
  await fixIn(folder, { phase: 'prepare' });
  const after = readFileSync(join(folder, 'App/Program.cs'), 'utf8');
  expect(after).toContain(`${call} ${ignore}\n    ${call.replace('sation', 'zation')}`);
});

test('the migration record stays while what may stand can only be told by it', async () => {
  const folder = copyOf('config-dead-section');
  const key = '"havneanlop"';
  edit(folder, 'App/appsettings.json', key, `// maskinflytt-ignore config/dead-section: soon\n  ${key}`);
  const before = contents(folder);
  await fixIn(folder, { phase: 'cleanup' });
  expect(contents(folder)).toEqual(before);
  edit(folder, 'App/appsettings.json', '// maskinflytt-ignore config/dead-section: soon\n', '\n');
  await fixIn(folder, { phase: 'cleanup' });
  expect(contents(folder)['maskinflytt.migration.json']).toBeUndefined();
});
