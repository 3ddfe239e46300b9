import { describe, expect, test } from 'vitest';
import { auditedApp, type Files } from '../../rules/audited.ts';
import { type StartUpOptions, startingApp } from '../../rules/start-ups.ts';
import { connecting, documented, kvSettings, oldSdkCall, sdkCall } from '../../rules/vault/wirings.ts';

async function appOf(app: StartUpOptions) {
  return (await auditedApp(startingApp(app))).app;
}

async function wiringsOf(app: StartUpOptions) {
  return (await appOf(app)).wirings;
}

const local = 'ConnectToKeyVault(builder.Configuration);\n';

describe('what adds Key Vault', () => {
  test.each<[string, StartUpOptions, readonly string[]]>([
    ['the library’s method', { after: documented }, ['helper']],
    [
      'the library’s method, called statically',
      { after: 'WebApplicationBuilderExtensions.AddAzureKeyVaultAsConfigProvider(builder);\n' },
      ['helper'],
    ],
    ['the SDK', { after: local, functions: connecting() }, ['sdk']],
    [
      'the SDK, called statically',
      {
        after: `AzureKeyVaultConfigurationExtensions.AddAzureKeyVault(builder.Configuration, new Uri(u), new DefaultAzureCredential());\n`,
      },
      ['sdk'],
    ],
    [
      'the SDK with a client',
      {
        after:
          'var client = new SecretClient(uri, credential);\nbuilder.Configuration.AddAzureKeyVault(client, new KeyVaultSecretManager());\n',
      },
      ['sdk'],
    ],
    ['the deprecated SDK', { after: local, functions: connecting(oldSdkCall) }, ['old-sdk']],
    ['the documented helper of old, in a library', { after: local }, ['old-sdk']],
    [
      'the deprecated SDK with its client in a local',
      {
        after:
          'var client = new KeyVaultClient(callback);\nbuilder.Configuration.AddAzureKeyVault(address, client, manager);\n',
      },
      ['old-sdk'],
    ],
    [
      'the deprecated SDK, as the usings tell',
      {
        usings: 'using Microsoft.Extensions.Configuration.AzureKeyVault;\n',
        after: 'builder.Configuration.AddAzureKeyVault(address);\n',
      },
      ['old-sdk'],
    ],
    ['two of them', { after: `${documented}\n${local}`, functions: connecting() }, ['helper', 'sdk']],
    [
      'a function of the app’s own by the name',
      { after: 'AddAzureKeyVault(1);\n', functions: 'void AddAzureKeyVault(int x) { }\n' },
      [],
    ],
    [
      'what a function of the app’s own by the library’s name does',
      {
        after: 'builder.AddAzureKeyVaultAsConfigProvider();\n',
        more: {
          'App/Vault.cs': `public static class Vault\n{\n    public static void AddAzureKeyVaultAsConfigProvider(this WebApplicationBuilder app)\n    {\n        var config = app.Configuration;\n${kvSettings}        ${sdkCall}\n    }\n}\n`,
        },
      },
      ['sdk'],
    ],
  ])('%s', async (_, app, kinds) => {
    expect((await wiringsOf(app)).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('where and when', () => {
  test('the calls that lead to it, and its conditions', async () => {
    const app = await appOf({
      host: '    builder.ConfigureAppWebHost(args);\n    builder.ConfigureAppConfiguration((_, config) => ConnectToKeyVault(config));\n',
      functions: connecting(),
    });
    const read = app.workspace.read('App/Program.cs');
    const text = read.kind === 'text' ? read.source.text : '';
    const [wiring] = app.wirings;
    expect(wiring?.through.map(({ start, end }) => text.slice(start, end))).toEqual([
      'ConfigureWebHostBuilder(builder.WebHost)',
      'ConnectToKeyVault(config)',
    ]);
    expect(wiring?.function).toBe('ConnectToKeyVault');
    expect(wiring?.conditions.map((condition) => condition.text)).toEqual([
      '!(string.IsNullOrEmpty(keyVaultSettings.SecretUri))',
    ]);
  });

  test.each<[string, StartUpOptions, string]>([
    ['after the host', { after: documented }, 'after-host'],
    ['before it', { before: documented }, 'before-host'],
    [
      'in a lambda that a library keeps',
      { after: 'library.Use(() => builder.AddAzureKeyVaultAsConfigProvider());\n' },
      'unknown',
    ],
    ['without any host', { host: '', after: documented }, 'unknown'],
    ['inside ConfigureServices', { services: '    web.AddAzureKeyVaultAsConfigProvider();\n' }, 'before-host'],
  ])('%s', async (_, app, order) => {
    expect((await wiringsOf(app)).map((wiring) => wiring.order)).toEqual([order]);
  });

  test('once, where it is made for the last time', async () => {
    const app = { before: local, after: local, functions: connecting() };
    expect((await wiringsOf(app)).map((wiring) => wiring.order)).toEqual(['after-host']);
  });

  test('the last that a deployed app makes, whatever Development makes after it', async () => {
    const app = {
      before: local,
      after: `if (builder.Environment.IsDevelopment())\n{\n    ${local}\n}\n`,
      functions: connecting(),
    };
    const [wiring] = await wiringsOf(app);
    expect(wiring?.order).toBe('before-host');
    expect((await appOf(app)).vault.kind).toBe('before-host');
  });

  test('in Development alone it is told with its condition', async () => {
    const after = 'if (builder.Environment.IsDevelopment())\n{\n    builder.AddAzureKeyVaultAsConfigProvider();\n}\n';
    const [wiring] = await wiringsOf({ after });
    expect(wiring?.conditions.map(({ environment }) => environment)).toEqual(['development']);
  });
});

describe('what the start-up never makes', () => {
  async function unreached(app: StartUpOptions, more: Files = {}) {
    const { unreachedWirings, wirings } = await appOf({ ...app, more });
    expect(wirings).toEqual([]);
    return unreachedWirings.map(({ function: own, leftOver }) => `${own} ${leftOver ? 'left over' : 'open'}`);
  }

  test.each<[string, StartUpOptions, string]>([
    ['a function that nothing calls', { functions: connecting() }, 'ConnectToKeyVault left over'],
    [
      'one that only such a function calls',
      { functions: `${connecting()}\nvoid Unused()\n{\n    ${local}}\n` },
      'ConnectToKeyVault left over',
    ],
    [
      'one that calls itself',
      {
        functions: connecting().replace(
          'keyVaultSettings.ClientSecret));',
          'keyVaultSettings.ClientSecret));\n    ConnectToKeyVault(config);',
        ),
      },
      'ConnectToKeyVault left over',
    ],
    [
      'one that is handed to a library',
      { after: 'library.Use(ConnectToKeyVault);\n', functions: connecting() },
      'ConnectToKeyVault open',
    ],
    [
      'one that only a comment names',
      { after: '// ConnectToKeyVault(config);\n', functions: connecting() },
      'ConnectToKeyVault left over',
    ],
  ])('%s', async (_, app, expected) => {
    expect(await unreached(app)).toEqual([expected]);
  });

  const vault = (method: string, bases = '') => ({
    'App/Vault.cs': `public class Vault${bases}\n{\n    ${method}(IConfigurationBuilder config)\n    {\n${kvSettings}        ${sdkCall}\n    }\n}\n`,
  });

  test.each<[string, Files, string]>([
    ['a method that nothing names', vault('public void Connect'), 'Connect left over'],
    ['one that an interface may tell of', vault('public void Connect', ' : IConnect'), 'Connect open'],
    ['a private one beside it', vault('private void Connect', ' : IConnect'), 'Connect left over'],
    ['a constructor', vault('public Vault'), 'Vault open'],
    [
      'one that another class calls, which the framework may call',
      {
        ...vault('public void Connect'),
        'App/Other.cs': 'public class Other : IOther\n{\n    public void F(dynamic v) { v.Connect(c); }\n}\n',
      },
      'Connect open',
    ],
  ])('%s', async (_, more, expected) => {
    expect(await unreached({}, more)).toEqual([expected]);
  });
});
