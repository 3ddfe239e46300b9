import { describe, expect, test } from 'vitest';
import { nextPhase } from '../../src/report/audited-app.ts';
import { appWith, auditedApp, type Files, programWith } from '../rules/audited.ts';

async function phaseOf(files: Files, suppressed: string | null = null, by: 'config' | 'baseline' = 'config') {
  const { app, settled } = await auditedApp(files);
  const audited = settled.map((one) => ({
    ...one,
    suppressed: one.finding.rule === suppressed ? ({ by, reason: 'r', expires: null } as const) : null,
  }));
  return {
    phase: nextPhase({ app, settled: audited }),
    rules: [...new Set(settled.map(({ finding }) => finding.rule))],
  };
}

const authorized = '    services.AddHttpClient("x").UseMaskinportenAuthorization("a:read");';

describe('a note that is left to people', () => {
  test('is nothing that waits once the app has Studio credentials alone', async () => {
    expect(await phaseOf(appWith(authorized))).toEqual({ phase: 'done', rules: ['scopes/to-add'] });
  });

  test('waits while the app has others', async () => {
    const program = `using Altinn.ApiClients.Maskinporten.Extensions;\n${programWith(
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client>(config.GetSection("Mp"), d => d.ClientSettings.Scope = "a:read");',
    )}`;
    const files = appWith('', { more: { 'App/Program.cs': program } });
    expect(await phaseOf(files)).toMatchObject({ phase: 'switch' });
    expect((await phaseOf(files, 'clients/external-http-client')).phase).toBe('switch');
  });

  test('waits while the vault may have others', async () => {
    const vault = `${programWith(authorized)}`.replace(
      'WebApplication app =',
      'builder.AddAzureKeyVaultAsConfigProvider();\nWebApplication app =',
    );
    const files = appWith('', { more: { 'App/Program.cs': vault } });
    expect((await phaseOf(files)).phase).not.toBe('done');
  });
});

test('a warning waits whatever the credentials', async () => {
  const services = '    services.AddHttpClient("x").UseMaskinportenAuthorization(config["Scope"]);';
  expect(await phaseOf(appWith(services))).toEqual({ phase: 'switch', rules: ['scopes/unresolved'] });
});

describe('a finding that does not count', () => {
  const files = appWith('    services.AddHttpClient("x").UseMaskinportenAuthorisation("a:read");');

  test('is no work where someone has decided that it may stand', async () => {
    expect((await phaseOf(files, 'clients/obsolete-spelling')).phase).toBe('done');
  });

  test('is work all the same where a baseline knows it', async () => {
    expect((await phaseOf(files, 'clients/obsolete-spelling', 'baseline')).phase).toBe('prepare');
  });
});
