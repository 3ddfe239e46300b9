import { describe, expect, test } from 'vitest';
import { hasAddressElsewhere, looksForAddress } from '../../../src/app/vault/vault-address.ts';
import { appWith, auditedApp, type Files, programWith } from '../../rules/audited.ts';

const host = 'builder.WebHost.ConfigureAppWebHost(args);';

async function appAdding(wiring: string, more: Files = {}) {
  const program = programWith('').replace(host, `${host}\n${wiring}`);
  const { app } = await auditedApp({ ...appWith(''), 'App/Program.cs': program, ...more });
  return app;
}

describe('the address of the vault is looked for in its section', () => {
  test.each([
    ['by the library', 'builder.AddAzureKeyVaultAsConfigProvider();', true],
    ['by code that names it', 'builder.Configuration.AddAzureKeyVault(new Uri(c["kvSetting:SecretUri"]), k);', true],
    ['by code in another casing', 'builder.Configuration.AddAzureKeyVault(new Uri(c["KvSetting:Uri"]), k);', true],
    ['but not by code that has its own', 'builder.Configuration.AddAzureKeyVault(new Uri("https://x"), k);', false],
  ])('%s', async (_, wiring, expected) => {
    expect(looksForAddress(await appAdding(wiring))).toBe(expected);
  });
});

describe('the address of the vault is elsewhere than in the secret', () => {
  const helper = 'builder.AddAzureKeyVaultAsConfigProvider();';
  const variable = (name: string) => `deployment:\n  env:\n    - name: ${name}\n      value: x\n`;
  const launch = '{ "profiles": { "App": { "environmentVariables": { "kvSetting__SecretUri": "x" } } } }';

  test.each<[string, Files, boolean]>([
    ['in a settings file', { 'App/appsettings.json': '{ "kvSetting": { "SecretUri": "https://x" } }' }, true],
    [
      'in that of an environment',
      { 'App/appsettings.Production.json': '{ "KvSetting:SecretUri": "https://x" }' },
      true,
    ],
    ['in a variable', { 'deployment/values.yaml': variable('kvSetting__SecretUri') }, true],
    ['but not in an empty key', { 'App/appsettings.json': '{ "kvSetting": { "SecretUri": "" } }' }, false],
    ['but not in another section', { 'App/appsettings.json': '{ "kvSettings": { "SecretUri": "x" } }' }, false],
    ['but not for local runs', { 'App/appsettings.Development.json': '{ "kvSetting": { "SecretUri": "x" } }' }, false],
    ['but not in another variable', { 'deployment/values.yaml': variable('Other__SecretUri') }, false],
    ['but not in a variable for local runs', { 'App/Properties/launchSettings.json': launch }, false],
  ])('%s', async (_, more, expected) => {
    expect(hasAddressElsewhere(await appAdding(helper, more))).toBe(expected);
  });
});
