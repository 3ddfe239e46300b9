import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, type Files, found } from '../audited.ts';
import { patched, program, type StartUpOptions, startingApp } from '../start-ups.ts';
import { connecting, documented, kvSettings, oldSdkCall, sdkCall, usings } from './wirings.ts';

const rule = 'vault/handwritten-provider';

const inLambda =
  '    builder.ConfigureAppWebHost(args);\n    builder.ConfigureAppConfiguration((_, config) => ConnectToKeyVault(config));\n';

async function findings(app: StartUpOptions): Promise<readonly string[]> {
  return (await found(rule, startingApp(app))).map((line) => line.replace(/^\S+ /, ''));
}

async function fixed(app: StartUpOptions): Promise<string> {
  return patched(startingApp({ usings, ...app }), [rule]);
}

const review = ['warning switch review, vault-required'];
const byHand = (because: string) => [`warning switch manual, wiring-unclear (${because})`];

const inLocal = (address: string) =>
  `var address = ${address};\n    ${sdkCall.replace('keyVaultSettings.SecretUri', 'address')}`;

describe('Key Vault that is not added by the library’s method', () => {
  test.each<[string, StartUpOptions]>([
    ['by the SDK, through a function', { host: inLambda, functions: connecting() }],
    ['by the deprecated SDK', { host: inLambda, functions: connecting(oldSdkCall) }],
    [
      'by a method group',
      {
        host: '    builder.ConfigureAppWebHost(args);\n    builder.ConfigureAppConfiguration(ConnectToKeyVault);\n',
        functions: connecting().replace(
          '(IConfigurationBuilder config)',
          '(WebHostBuilderContext _, IConfigurationBuilder config)',
        ),
      },
    ],
    [
      'at top level, straight on the configuration',
      {
        after: `${kvSettings.replaceAll('    ', '').replace('config.Build()', 'builder.Configuration')}${sdkCall.replace('config.', 'builder.Configuration.')}\n\n`,
      },
    ],
    [
      'in an extension method of another file',
      {
        after: 'builder.Configuration.AddVault();\n\n',
        more: {
          'App/VaultExtensions.cs': `public static class VaultExtensions\n{\n    public static void AddVault(this IConfigurationBuilder config)\n    {\n${kvSettings}        ${sdkCall}\n    }\n}\n`,
        },
      },
    ],
    [
      'in a lambda over lines, with a guard of its own',
      {
        host: `    builder.ConfigureAppWebHost(args);\n    builder.ConfigureAppConfiguration((_, config) =>\n    {\n${kvSettings}        if (!string.IsNullOrEmpty(keyVaultSettings.SecretUri) && keyVaultSettings.ClientSecret != null)\n        {\n            ${sdkCall}\n        }\n    });\n`,
      },
    ],
    [
      'with keys of a section, in a lambda that asks where it runs',
      {
        host: `    builder.ConfigureAppWebHost(args);
    builder.ConfigureAppConfiguration((context, config) =>
    {
        if (context.HostingEnvironment.IsDevelopment())
        {
            return;
        }

        IConfigurationSection kv = config.Build().GetSection("kvSetting");
        config.AddAzureKeyVault(new Uri(kv["SecretUri"]!), new ClientSecretCredential(kv["TenantId"], kv["ClientId"], kv["ClientSecret"]));
    });
`,
      },
    ],
    [
      'when deployed only',
      {
        after: 'if (!builder.Environment.IsDevelopment())\n{\n    ConnectToKeyVault(builder.Configuration);\n}\n\n',
        functions: connecting(),
      },
    ],
    [
      'beside another for local runs',
      {
        before:
          'if (builder.Environment.IsDevelopment())\n{\n    builder.Configuration.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential());\n}\n\n',
        host: inLambda,
        functions: connecting(),
      },
    ],
    ['with the address in a local', { host: inLambda, functions: connecting(inLocal('keyVaultSettings.SecretUri')) }],
  ])('%s', async (_, app) => {
    expect(await findings(app)).toEqual(review);
  });

  test.each<[string, StartUpOptions]>([
    ['the library’s method', { after: documented }],
    [
      'only in Development',
      {
        after: 'if (builder.Environment.IsDevelopment())\n{\n    ConnectToKeyVault(builder.Configuration);\n}\n',
        functions: connecting(),
      },
    ],
    ['in a function that nothing calls', { functions: connecting() }],
    [
      'a function of the app’s own by that name',
      {
        after: 'AddAzureKeyVault(builder.Configuration);\n',
        functions: 'void AddAzureKeyVault(IConfiguration config) { }\n',
      },
    ],
    ['in an app without Maskinporten', { services: '', host: inLambda, functions: connecting() }],
  ])('not %s', async (_, app) => {
    expect(await findings(app)).toEqual([]);
  });

  test('of an app that only its record tells to have moved', async () => {
    const client = { id: 'a', section: 'a', decision: 'studio', scopes: [], exchange: null };
    const clients = [{ ...client, clientIdHashes: [], secrets: [], files: [] }];
    const more = { 'maskinflytt.migration.json': JSON.stringify({ schemaVersion: 1, clients }) };
    expect(await findings({ services: '', host: inLambda, functions: connecting(), more })).toEqual(review);
  });

  test.each([
    ['the one of today', connecting(), false],
    ['the deprecated one', connecting(oldSdkCall), true],
  ])('told with the function that it stands in, and whether its SDK is %s', async (_, functions, deprecated) => {
    const { settled } = await auditedApp(startingApp({ host: inLambda, functions }));
    const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
    expect(data).toEqual([{ deprecated, function: 'ConnectToKeyVault' }]);
  });

  test('of an app that has nothing of it', async () => {
    expect(await found(rule, appWith('    services.AddHttpContextAccessor();'))).toEqual([]);
  });
});

describe('it is left to people', () => {
  const calling = (call: string, guard = true): StartUpOptions => ({
    host: inLambda,
    functions: connecting(call, guard),
  });
  const prefixed = sdkCall.replace('));', '), new PrefixKeyVaultSecretManager("skogv"));');

  test.each<[string, StartUpOptions, string]>([
    ['a secret manager of its own', calling(prefixed), 'own-secret-manager'],
    [
      'options',
      calling(sdkCall.replace('));', '), new AzureKeyVaultConfigurationOptions { ReloadInterval = hour });')),
      'options',
    ],
    [
      'another vault',
      calling(sdkCall.replace('keyVaultSettings.SecretUri', '"https://skogv.vault.azure.net/"')),
      'other-address',
    ],
    [
      'a vault whose name is computed',
      calling(sdkCall.replace('keyVaultSettings.SecretUri', '$"https://{name}.vault.azure.net/"')),
      'other-address',
    ],
    ['another vault, in a local', calling(inLocal('"https://skogv.vault.azure.net/"')), 'other-address'],
    [
      'a vault of a section of its own',
      calling(
        'config.AddAzureKeyVault(new Uri(config.Build().GetSection("other")["SecretUri"]), new ClientSecretCredential(a, b, c));',
      ),
      'other-address',
    ],
    [
      'other credentials',
      calling(sdkCall.replace(/new ClientSecretCredential\(.*\)\)/, 'new DefaultAzureCredential())')),
      'other-credentials',
    ],
    ['a condition of its own', calling(`if (useVault) { ${sdkCall} }`, false), 'condition'],
    [
      'a call that is made twice',
      {
        after: 'ConnectToKeyVault(builder.Configuration);\nConnectToKeyVault(builder.Configuration);\n',
        functions: connecting(),
      },
      'several-calls',
    ],
    [
      'two wirings',
      { after: `${documented}\nConnectToKeyVault(builder.Configuration);\n`, functions: connecting() },
      'several-calls',
    ],
    [
      'a link of a chain',
      {
        after: `builder.Configuration.AddJsonFile("x.json").AddAzureKeyVault(new Uri(builder.Configuration["kvSetting:SecretUri"]), new ClientSecretCredential(a, b, c));\n`,
      },
      'part-of-more',
    ],
    [
      'something that comes after it in a function',
      {
        host: `${inLambda}    builder.ConfigureAppConfiguration((_, config) => config.AddJsonFile("last.json"));\n`,
        functions: connecting(),
      },
      'order',
    ],
    [
      'a lambda of an unknown library',
      { after: 'library.Use(config => ConnectToKeyVault(config));\n', functions: connecting() },
      'deferred',
    ],
  ])('%s', async (_, app, because) => {
    expect(await findings(app)).toEqual(byHand(because));
  });

  test('a start-up with a host builder', async () => {
    const files: Files = {
      ...startingApp({}),
      'App/Program.cs': `public class Program
{
    public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args)
            .ConfigureAppConfiguration((_, config) => ConnectToKeyVault(config))
            .ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
${connecting()}
}
`,
      'App/Startup.cs':
        'public class Startup { public void ConfigureServices(IServiceCollection services) { services.ConfigureMaskinportenClient("a:MaskinportenSettings"); services.AddAltinnAppServices(c, e); } }\n',
    };
    expect(await found(rule, files)).toEqual([expect.stringContaining('manual, wiring-unclear (deferred)')]);
  });

  test.each([
    ['8.2.5', 'version-too-old (8.2.5 < 8.2.6)'],
    ['8.*-x', 'version-unknown'],
  ])('a version of the library without the method, %s', async (version, reason) => {
    expect(await findings({ version, host: inLambda, functions: connecting() })).toEqual([
      `warning switch manual, ${reason}`,
    ]);
  });
});

describe('the library’s method takes its place', () => {
  test('below the call that leads to the host, where its function cannot name the builder', async () => {
    const functions = connecting();
    expect(await fixed({ host: inLambda, functions })).toBe(program({ usings, after: `${documented}\n`, functions }));
  });

  test('the function and its lambda, where all they do is to add the vault', async () => {
    const own = `\nvoid AddVault(IWebHostBuilder host)\n{\n    host.ConfigureAppConfiguration((_, config) =>\n    {\n        ConnectToKeyVault(config);\n    });\n}\n${connecting()}`;
    expect(await fixed({ after: 'AddVault(builder.WebHost);\n\n', functions: own })).toBe(
      program({ usings, after: `${documented}\n`, functions: own }),
    );
  });

  test('in the very place, with the comment above it, where the builder can be named', async () => {
    const functions = connecting();
    const commented = (call: string) => `// The agency’s vault\n${call}\n`;
    expect(await fixed({ after: commented('ConnectToKeyVault(builder.Configuration);\n'), functions })).toBe(
      program({ usings, after: commented(documented), functions }),
    );
  });

  describe('with the comment on what goes', () => {
    const functions = connecting();
    const call = '    builder.ConfigureAppConfiguration((_, config) => ConnectToKeyVault(config));\n';
    const host = '    builder.ConfigureAppWebHost(args);\n';

    test.each([
      ['that names the vault', '// Add Azure KV provider for TT02 & Prod environments'],
      ['that does not', '// Hent det som trengs når appen er publisert'],
      ['of several lines', '// Nøkler og passord\n// ligger i hvelvet'],
      ['in a block', '/*\n * Nøkler og passord\n */'],
    ])('%s', async (_, comment) => {
      const indented = comment.replace(/^/gm, '    ');
      expect(await fixed({ host: `${host}\n${indented}\n${call}`, functions })).toBe(
        program({ usings, host, after: `${comment}\n${documented}\n`, functions }),
      );
    });

    test('but not one on more than that, unless it names the vault', async () => {
      const next = 'builder.Host.UseSystemd();\n\n';
      const commented = (comment: string) => `${comment}\nConnectToKeyVault(builder.Configuration);\n${next}`;
      expect(await fixed({ before: commented('// Oppsett'), functions })).toBe(
        program({ usings, before: `// Oppsett\n${next}`, after: `${documented}\n`, functions }),
      );
      expect(await fixed({ before: commented('// Key Vault'), functions })).toBe(
        program({ usings, before: next, after: `// Key Vault\n${documented}\n`, functions }),
      );
    });

    test.each([
      ['slashes', '    // Hvelvet\n    // 2024\n'],
      ['its beginning and its end', '    /*\n     * Hvelvet\n     */\n'],
    ])('and no other for it, though that has %s too', async (_, inside) => {
      const drawn = '/*\n * Oppsett\n */\n// -----\n//\n// Mer\n';
      const next = 'builder.Host.UseSystemd();\n\n';
      const guarded = `if (!builder.Environment.IsDevelopment())\n{\n${inside}    ConnectToKeyVault(builder.Configuration);\n}\n`;
      const carried = inside.replaceAll('    ', '');
      expect(await fixed({ before: `${drawn}${guarded}${next}`, functions })).toBe(
        program({ usings, before: `${drawn}${next}`, after: `${carried}${documented}\n`, functions }),
      );
    });

    test('above and inside a condition of its own', async () => {
      const guarded = (above: string, inside: string) =>
        `${above}if (!builder.Environment.IsDevelopment())\n{\n${inside}    ConnectToKeyVault(builder.Configuration);\n}\n\n`;
      const after = guarded('// Bare publisert\n', '    // Hvelvet\n');
      expect(await fixed({ after, functions })).toBe(
        program({ usings, after: `// Bare publisert\n// Hvelvet\n${documented}\n`, functions }),
      );
      expect(await fixed({ before: after, functions })).toBe(
        program({ usings, after: `// Bare publisert\n// Hvelvet\n${documented}\n`, functions }),
      );
    });

    test('from another file', async () => {
      const lines = (comment: string) =>
        `${comment}        config.ConfigureAppConfiguration((_, c) => c.AddAzureKeyVault(new Uri(c.Build()["kvSetting:SecretUri"]), new ClientSecretCredential(a, b, c)));\n`;
      const extension = (body: string) =>
        `public static class HostExtensions\n{\n    public static void AddHost(this IWebHostBuilder config)\n    {\n        config.UseSetting("a", "b");\n\n${body}    }\n}\n`;
      const comment = '        // Hvelvet\n';
      const files = startingApp({
        usings,
        after: 'builder.WebHost.AddHost();\n\n',
        more: { 'App/HostExtensions.cs': extension(lines(comment)) },
      });
      expect(await patched(files, [rule])).toContain(`builder.WebHost.AddHost();\n\n// Hvelvet\n${documented}`);
    });
  });

  test('in place of its own condition', async () => {
    const functions = connecting();
    const after =
      'if (builder.Environment.EnvironmentName != "Development")\n{\n    ConnectToKeyVault(builder.Configuration);\n}\n\n';
    expect(await fixed({ after, functions })).toBe(program({ usings, after: `${documented}\n`, functions }));
  });

  test('of a lambda that does more, only what adds the vault', async () => {
    const functions = connecting();
    const host = (more: string) =>
      `    builder.ConfigureAppWebHost(args);\n    builder.ConfigureAppConfiguration((_, config) =>\n    {\n        config.AddJsonFile("tekster.json");\n${more}    });\n`;
    expect(await fixed({ host: host('        ConnectToKeyVault(config);\n'), functions })).toBe(
      program({ usings, host: host(''), after: `${documented}\n`, functions }),
    );
  });

  test('with the usings that it needs', async () => {
    const text = await patched(startingApp({ usings: 'using System;\n\n', host: inLambda, functions: connecting() }), [
      rule,
    ]);
    expect(text).toMatch(
      /^using System;\nusing Altinn\.App\.Api\.Extensions;\nusing Microsoft\.Extensions\.Hosting;\n\n/,
    );
  });

  test('with the line ends and the indentation of the file', async () => {
    const functions = connecting();
    const changed = (text: string) => text.replaceAll('    ', '\t').replaceAll('\n', '\r\n');
    const files = startingApp({});
    const before = { ...files, 'App/Program.cs': changed(program({ usings, host: inLambda, functions })) };
    expect(await patched(before, [rule])).toBe(changed(program({ usings, after: `${documented}\n`, functions })));
  });
});

test.each(['8.2.6', '8.3.0', '8.5.4', '8.7.0'])('behind the host it is the method of %s, too', async (version) => {
  const services =
    '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("a:MaskinportenSettings"));\n';
  expect(await findings({ version, services, host: inLambda, functions: connecting() })).toEqual(review);
});

test('where the host is missing it comes back along', async () => {
  const host =
    '    builder.ConfigureAppConfiguration((_, config) =>\n    {\n        config.LoadAppConfig(args);\n        ConnectToKeyVault(config);\n    });\n';
  expect(await findings({ host, functions: connecting() })).toEqual([
    'warning switch review, vault-required, host-restored',
  ]);
});

describe('a wiring that stands before the host', () => {
  const first = 'ConnectToKeyVault(builder.Configuration);\n\n';

  test('comes behind it, as nothing reads configuration in between', async () => {
    const functions = connecting();
    expect(await findings({ before: first, functions })).toEqual([
      'warning switch review, vault-required, vault-wins-again',
    ]);
    expect(await fixed({ before: first, functions })).toBe(program({ usings, after: `${documented}\n`, functions }));
  });

  const reading =
    '    var url = config["Skogregister:Url"];\n    services.ConfigureMaskinportenClient("skogv:MaskinportenSettings");\n';

  test('keeps its place where something does', async () => {
    const functions = connecting();
    const app = { services: reading, first, functions };
    expect(await findings(app)).toEqual(review);
    expect(await fixed(app)).toBe(program({ usings, services: reading, first: `${documented}\n`, functions }));
  });

  test('which the library’s method can only from 8.5.5 on, where no patch can bring the host back', async () => {
    const before = 'if (builder.Environment.IsDevelopment())\n{\n    builder.WebHost.ConfigureAppWebHost(args);\n}\n\n';
    const after = 'ConnectToKeyVault(builder.Configuration);\n\n';
    const app = { host: '', before, after, functions: connecting() };
    expect(await findings({ ...app, version: '8.5.4' })).toEqual([
      'warning switch manual, version-too-old (8.5.4 < 8.5.5)',
    ]);
    expect(await findings({ ...app, version: '8.5.5' })).toEqual(review);
  });

  test('and is left to people where the library’s method would throw there', async () => {
    const app = { version: '8.5.4', services: reading, first, functions: connecting() };
    expect(await findings(app)).toEqual(['warning switch manual, version-too-old (8.5.4 < 8.5.5)']);
  });
});
