import { describe, expect, test } from 'vitest';
import { overridesStudio as words } from '../../../src/words/rules/vault/overrides-studio.ts';
import { appWith, auditedApp, found } from '../audited.ts';
import { patched, type StartUpOptions, startingApp } from '../start-ups.ts';
import { connecting, documented, oldSdkCall, usings } from './wirings.ts';

const rule = 'vault/overrides-studio';

const onDefault = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a:b");\n';

const packageUsings =
  'using Altinn.ApiClients.Maskinporten.Extensions;\nusing Altinn.ApiClients.Maskinporten.Services;\nusing Altinn.App.Api.Extensions;\n\n';

async function findings(app: StartUpOptions, vaultSecrets?: readonly string[]): Promise<readonly string[]> {
  const asked = vaultSecrets ? { vaultSecrets } : {};
  return (await found(rule, startingApp({ services: onDefault, ...app }), asked)).map((line) =>
    line.replace(/^\S+ /, ''),
  );
}

describe('Key Vault that is added after the host', () => {
  test.each<[string, StartUpOptions]>([
    ['as documented', { after: documented }],
    ['by hand', { after: 'ConnectToKeyVault(builder.Configuration);\n', functions: connecting() }],
    [
      'in the function of the host',
      { host: '    builder.ConfigureAppWebHost(args);\n    web.AddAzureKeyVaultAsConfigProvider();\n' },
    ],
  ])('%s', async (_, app) => {
    expect(await findings(app)).toEqual(['warning switch manual']);
  });

  test.each<[string, StartUpOptions]>([
    ['before it', { before: documented }],
    [
      'in Development alone',
      { after: 'if (builder.Environment.IsDevelopment())\n{\n    builder.AddAzureKeyVaultAsConfigProvider();\n}\n' },
    ],
    ['in an app without Maskinporten', { services: '', after: documented }],
    ['in a version whose client reads no settings of the app', { version: '9.0.0', after: documented }],
    ['in a version that is provided nothing', { version: '8.2.6', after: documented }],
    ['nowhere', {}],
  ])('not %s', async (_, app) => {
    expect(await findings(app)).toEqual([]);
  });

  test('in a version that nobody knows', async () => {
    expect(await findings({ version: '$(Unset)', after: documented })).toEqual(['warning switch manual']);
  });

  test('not where nobody knows when it is added', async () => {
    const after = 'library.Use(config => ConnectToKeyVault(config));\n';
    expect(await findings({ after, functions: connecting() })).toEqual([]);
  });

  test('not for an app that is to move to v9', async () => {
    expect(await found(rule, startingApp({ services: onDefault, after: documented }), { target: 'v9' })).toEqual([]);
  });

  test('of an app that has nothing of it', async () => {
    expect(await found(rule, appWith('    services.AddHttpContextAccessor();'))).toEqual([]);
  });
});

test.each<[string, StartUpOptions]>([
  ['as documented', { after: documented }],
  ['by hand', { after: 'ConnectToKeyVault(builder.Configuration);\n', functions: connecting() }],
])('whatever adds it, the finding is about the same: %s', async (_, app) => {
  const { app: read, settled } = await auditedApp(startingApp({ services: onDefault, ...app }));
  const subjects = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.subject] : []));
  const texts = subjects.map(({ file, start, end }) => {
    const text = read.workspace.read(file);
    return text.kind === 'text' ? text.source.text.slice(start, end) : null;
  });
  expect(texts).toEqual(['AddAzureKeyVault']);
});

describe('where nothing calls the host', () => {
  const local = 'if (builder.Environment.IsDevelopment())\n{\n    builder.WebHost.ConfigureAppWebHost(args);\n}\n';

  test.each<[string, StartUpOptions, number]>([
    ['and a patch brings it back', { host: '', after: documented }, 1],
    ['and no patch can', { host: '', before: local, after: documented }, 0],
    ['and no vault is added', { host: '' }, 0],
    ['in v9, which needs none', { version: '9.0.0', host: '', after: documented }, 0],
  ])('%s', async (_, app, count) => {
    expect(await findings(app)).toHaveLength(count);
  });
});

test('an app that only its record tells to have moved has it, too', async () => {
  const client = { id: 'a', section: 'a', decision: 'studio', scopes: [], exchange: null };
  const clients = [{ ...client, clientIdHashes: [], secrets: [], files: [] }];
  const more = { 'maskinflytt.migration.json': JSON.stringify({ schemaVersion: 1, clients }) };
  expect(await findings({ services: '', after: documented, more })).toHaveLength(1);
});

describe('the message says which comes last', () => {
  const inHost =
    '    builder.ConfigureAppConfiguration((_, config) =>\n    {\n        config.LoadAppConfig(args);\n        ConnectToKeyVault(config);\n    });\n';

  test.each<[string, StartUpOptions, readonly string[] | undefined, RegExp, RegExp]>([
    ['now', { after: documented }, undefined, /^Key Vault is added after the host, /, /^Key Vault legges til etter/],
    [
      'once the host is called, where nothing calls it',
      { host: inHost, functions: connecting(oldSdkCall) },
      undefined,
      /^Once ConfigureAppWebHost is called, Key Vault comes after it, and wins/,
      /^Når ConfigureAppWebHost blir kalt, kommer Key Vault etter det, og vinner/,
    ],
    [
      'then, with what the vault is known to hold',
      { host: inHost, functions: connecting(oldSdkCall) },
      ['MaskinportenSettings--ClientId'],
      /^Once ConfigureAppWebHost is called, .* holds MaskinportenSettings--ClientId/,
      /^Når ConfigureAppWebHost blir kalt, .* inneholder MaskinportenSettings--ClientId/,
    ],
  ])('%s', async (_, app, vaultSecrets, en, nb) => {
    const asked = vaultSecrets ? { vaultSecrets } : {};
    const { settled } = await auditedApp(startingApp({ usings, services: onDefault, ...app }), asked);
    const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
    expect(data.map((one) => words.en.message(one))).toEqual([expect.stringMatching(en)]);
    expect(data.map((one) => words.nb.message(one))).toEqual([expect.stringMatching(nb)]);
  });
});

describe('clients that are decided to keep credentials of their own', () => {
  const external =
    '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("c:Maskinporten"), d => { d.ClientSettings.Scope = "a:b"; });\n';
  const bound = '    services.ConfigureMaskinportenClient("c:Maskinporten");\n';
  const decided = (services: string, decision: 'own-external' | 'own-built-in' | 'studio') =>
    found(rule, startingApp({ usings: packageUsings, services, after: documented }), {
      decide: { 'c:Maskinporten': decision },
    });

  test.each<[string, string, 'own-external' | 'own-built-in']>([
    ['the external client', external, 'own-external'],
    ['the built-in client on a path of its own', `${bound}${onDefault}`, 'own-built-in'],
  ])('%s: nothing that could take effect is kept from it', async (_, services, decision) => {
    expect(await decided(services, decision)).toEqual([]);
  });

  test('one of two that moves', async () => {
    const two = `${external}${external.replace('"c:', '"d:').replace(', C>', ', D>')}`;
    const files = startingApp({ usings: packageUsings, services: two, after: documented });
    const decide = (other: 'own-external' | 'studio') => ({
      decide: { 'c:Maskinporten': 'own-external', 'd:Maskinporten': other } as const,
    });
    expect(await found(rule, files, decide('own-external'))).toEqual([]);
    expect(await found(rule, files, decide('studio'))).toHaveLength(1);
  });

  test.each<[string, string, 'own-external' | 'studio']>([
    ['beside one on Studio’s', `${external}${onDefault}`, 'own-external'],
    ['not when it is to move', external, 'studio'],
  ])('%s', async (_, services, decision) => {
    expect(await decided(services, decision)).toHaveLength(1);
  });
});

describe('what the vault is known to hold decides', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['keys of the default section', ['maskinportensettings--ClientId'], ['error switch manual']],
    ['keys of other sections', ['skogv--MaskinportenSettings--ClientId', 'MaskinportenSettings2--Jwk'], []],
    ['nothing', [], []],
  ])('%s', async (_, listed, expected) => {
    expect(await findings({ after: documented }, listed)).toEqual(expected);
  });

  test('and does not keep the library’s method from taking the place of another', async () => {
    const files = startingApp({
      usings,
      services: onDefault,
      after: 'ConnectToKeyVault(builder.Configuration);\n',
      functions: connecting(),
    });
    const asked = { vaultSecrets: ['MaskinportenSettings--ClientId'] };
    expect(await patched(files, ['vault/handwritten-provider'], asked)).toContain('AddAzureKeyVaultAsConfigProvider');
  });

  test('nor the host from coming back', async () => {
    const files = startingApp({
      usings,
      services: onDefault,
      host: '    builder.ConfigureAppConfiguration((_, config) =>\n    {\n        config.LoadAppConfig(args);\n        ConnectToKeyVault(config);\n    });\n',
      functions: connecting(oldSdkCall),
    });
    const asked = { vaultSecrets: ['MaskinportenSettings--ClientId'] };
    expect(await found(rule, files, asked)).toEqual([expect.stringContaining('error switch manual')]);
    expect(await patched(files, ['host/studio-file-not-loaded'], asked)).toContain('ConfigureAppWebHost');
  });
});
