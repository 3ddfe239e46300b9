import { expect, test } from 'vitest';
import { terminalPart } from '../../src/report/terminal.ts';
import { en } from '../../src/words/en.ts';
import { appWith, auditedApp, type Files, programWith } from '../rules/audited.ts';

const authorized = '    services.AddHttpClient("x").UseMaskinportenAuthorization("a:read");';
const host = 'builder.WebHost.ConfigureAppWebHost(args);';

async function shown(program: string): Promise<string> {
  const files: Files = appWith('', { more: { 'App/Program.cs': program } });
  const { app, settled } = await auditedApp(files);
  const audited = { app, path: '.', settled: settled.map((one) => ({ ...one, suppressed: null })) };
  const view = {
    words: en,
    color: false,
    verbose: false,
    width: 1000,
    paths: [],
    passedOn: [],
    explained: new Set<string>(),
  };
  return terminalPart(audited, view).block;
}

test('an app that never loads what Studio provides is not said to be managed by it', async () => {
  const block = await shown(programWith(authorized).replace(host, ''));
  expect(block).toContain('never loads the provisioned credentials');
  expect(block).not.toContain('Managed by Altinn Studio');
});

test('one that loads it is', async () => {
  expect(await shown(programWith(authorized))).toContain('Managed by Altinn Studio');
});
