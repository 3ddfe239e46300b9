import { expect, test } from 'vitest';
import { appWith, programWith } from '../rules/audited.ts';
import { blockOf } from './terminal-parts.ts';

const authorized = '    services.AddHttpClient("x").UseMaskinportenAuthorization("a:read");';
const host = 'builder.WebHost.ConfigureAppWebHost(args);';

const shown = (program: string) => blockOf(appWith('', { more: { 'App/Program.cs': program } }));

test('an app that never loads what Studio provides is not said to be managed by it', async () => {
  const block = await shown(programWith(authorized).replace(host, ''));
  expect(block).toContain('never loads the provisioned credentials');
  expect(block).not.toContain('Managed by Altinn Studio');
});

test('one that loads it is', async () => {
  expect(await shown(programWith(authorized))).toContain('Managed by Altinn Studio');
});

test.each([
  [
    'nested deeper than is read',
    `class Program { AddMaskinportenHttpClient o = ${'('.repeat(1_300)}1${')'.repeat(1_300)}; }`,
  ],
  ['with a NUL in it', 'class Program\u0000 { }'],
])('a program %s: nobody says that it does not use Maskinporten', async (_, program) => {
  const block = await shown(program);
  expect(block).toContain('so whether the app uses Maskinporten cannot be told');
  expect(block).toContain('App/Program.cs');
  expect(block).not.toMatch(/no use of Maskinporten/i);
});
