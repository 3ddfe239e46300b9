import { describe, expect, test } from 'vitest';
import { appWith, found } from '../audited.ts';
import { patched, program, type StartUpOptions, startingApp } from '../start-ups.ts';
import { connecting, documented, usings } from './wirings.ts';

const rule = 'vault/before-host';
const custom = '    services.ConfigureMaskinportenClient("skogv:MaskinportenSettings");\n';

async function findings(app: StartUpOptions): Promise<readonly string[]> {
  return (await found(rule, startingApp(app))).map((line) => line.replace(/^\S+ /, ''));
}

const review = ['warning switch review, vault-wins-again'];
const byHand = (...reasons: readonly string[]) => [['warning switch manual', ...reasons].join(', ')];

describe('Key Vault that is added before the host', () => {
  test.each<[string, StartUpOptions]>([
    ['right before it', { before: `${documented}\n` }],
    ['before the services are registered', { first: `${documented}\n` }],
    [
      'in the function of the host',
      {
        host: '    if (x)\n    {\n        web.AddAzureKeyVaultAsConfigProvider();\n    }\n    builder.ConfigureAppWebHost(args);\n',
      },
    ],
    ['without a condition', { before: 'builder.AddAzureKeyVaultAsConfigProvider();\n' }],
    [
      'through a function that does nothing else',
      {
        before: 'AddVault();\n\n',
        functions: `\nvoid AddVault()\n{\n    builder.AddAzureKeyVaultAsConfigProvider();\n}\n`,
      },
    ],
  ])('%s', async (_, app) => {
    expect(await findings(app)).toEqual(review);
  });

  test('is said where it stands', async () => {
    expect(await found(rule, startingApp({ before: documented }))).toEqual([
      'App/Program.cs:12 warning switch review, vault-wins-again',
    ]);
  });

  test.each<[string, StartUpOptions]>([
    ['after it', { after: documented }],
    ['before and after it', { first: documented, after: documented }],
    [
      'in Development alone',
      { first: 'if (builder.Environment.IsDevelopment())\n{\n    builder.AddAzureKeyVaultAsConfigProvider();\n}\n' },
    ],
    ['in an app without Maskinporten', { services: '', before: documented }],
    [
      'where the client finds the provisioned file by itself',
      {
        version: '9.0.0',
        services: '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");\n',
        before: documented,
      },
    ],
    [
      'where nothing is provisioned',
      {
        version: '8.2.6',
        services:
          '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("a:MaskinportenSettings"));\n',
        before: 'ConnectToKeyVault(builder.Configuration);\n',
        functions: connecting(),
      },
    ],
  ])('not %s', async (_, app) => {
    expect(await findings(app)).toEqual([]);
  });

  test('not where v9 is asked for, unless the app does not start', async () => {
    const on = (version: string) => found(rule, startingApp({ before: documented, version }), { target: 'v9' });
    expect(await on('8.7.0')).toEqual([]);
    expect(await on('8.5.4')).toHaveLength(1);
  });

  test('of an app that only its record tells to have moved', async () => {
    const client = { id: 'a', section: 'a', decision: 'studio', scopes: [], exchange: null };
    const clients = [{ ...client, clientIdHashes: [], secrets: [], files: [] }];
    const more = { 'maskinflytt.migration.json': JSON.stringify({ schemaVersion: 1, clients }) };
    expect(await findings({ services: '', before: documented, more })).toEqual(review);
  });

  test('of an app that has nothing of it', async () => {
    expect(await found(rule, appWith('    services.AddHttpContextAccessor();'))).toEqual([]);
  });

  test('where the method throws, also before anything is provisioned', async () => {
    const services =
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("a:MaskinportenSettings"));\n';
    expect(await findings({ version: '8.2.6', services, before: documented })).toHaveLength(1);
  });
});

describe('it moves behind the host', () => {
  const only = async (app: StartUpOptions) => patched(startingApp({ usings, ...app }), [rule]);

  test('with its condition and its comments', async () => {
    const block = `// Add Azure KV provider for TT02 & Prod environments\n${documented}\n`;
    expect(await only({ before: block })).toBe(program({ usings, after: block }));
  });

  test('past the registration of services that reads nothing', async () => {
    expect(await only({ first: `${documented}\n` })).toBe(program({ usings, after: `${documented}\n` }));
  });

  test('within the function of the host', async () => {
    const call = '    web.AddAzureKeyVaultAsConfigProvider();\n';
    const host = '    builder.ConfigureAppWebHost(args);\n';
    expect(await only({ host: call + host })).toBe(program({ usings, host: host + call }));
  });

  test('as the call of a function that does nothing else', async () => {
    const functions = '\nvoid AddVault()\n{\n    builder.AddAzureKeyVaultAsConfigProvider();\n}\n';
    expect(await only({ before: 'AddVault();\n', functions })).toBe(
      program({ usings, functions }).replace(
        'ConfigureWebHostBuilder(builder.WebHost);\n',
        'ConfigureWebHostBuilder(builder.WebHost);\nAddVault();\n',
      ),
    );
  });

  test('as the library’s method where it was hand-written, by either rule', async () => {
    const functions = connecting();
    const files = startingApp({ usings, before: 'ConnectToKeyVault(builder.Configuration);\n\n', functions });
    const expected = program({ usings, after: `${documented}\n`, functions });
    expect(await patched(files, [rule])).toBe(expected);
    expect(await patched(files, [rule, 'vault/handwritten-provider'])).toBe(expected);
  });
});

describe('it is left to people', () => {
  const reading = (statement: string) => `    ${statement}\n${custom}`;

  test.each<[string, string, string]>([
    ['a key', 'var url = config["Skogregister:Url"];', 'Skogregister:Url'],
    ['a value', 'var url = config.GetValue<string>("Skogregister:Url");', 'Skogregister:Url'],
    ['a section', 'var s = config.GetSection("Skogregister").Get<Register>();', 'Skogregister'],
    ['a section into an object', 'config.GetSection("Skogregister").Bind(register);', 'Skogregister'],
    ['a section by its name into an object', 'config.Bind("Skogregister", register);', 'Skogregister'],
    ['a connection string', 'var c = config.GetConnectionString("Arkiv");', 'ConnectionStrings:Arkiv'],
    ['whether a section is there', 'if (config.GetSection("Skogregister").Exists()) { }', 'Skogregister'],
    ['the value of a section', 'var u = config.GetSection("Skogregister:Url").Value;', 'Skogregister:Url'],
    ['what a library takes', 'services.AddDanClient(config.GetSection("Dan"));', 'Dan'],
    ['an argument', 'services.AddArchive(config["Arkiv:Url"]);', 'Arkiv:Url'],
    ['a key that is computed', 'var u = config[Keys.For(env)];', 'unknown'],
  ])('where start-up reads %s in between', async (_, statement, path) => {
    expect(await findings({ services: reading(statement), first: documented })).toEqual(
      byHand(`reads-early (${path})`),
    );
  });

  test.each<[string, string]>([
    ['a section that is bound late', 'services.Configure<Register>(config.GetSection("Skogregister"));'],
    ['options that bind late', 'services.AddOptions<Register>().Bind(config.GetSection("Skogregister"));'],
    [
      'a lambda that runs late',
      'services.AddHttpClient("x", http => http.BaseAddress = new Uri(config["Skogregister:Url"]));',
    ],
    ['a key that is set', 'config["Skogregister:Url"] = "x";'],
    ['in Development alone', 'if (env.IsDevelopment()) { var u = config["Skogregister:Url"]; }'],
    ['what is no configuration', 'var x = routes["Skogregister:Url"];'],
  ])('but not where it only has %s', async (_, statement) => {
    expect(await findings({ services: reading(statement), first: documented })).toEqual(review);
  });

  test.each([
    ['nothing but the vault’s own address', 'var u = builder.Configuration["kvSetting:SecretUri"];', review],
    [
      'nothing but the vault’s own section',
      'var kv = builder.Configuration.GetSection("KvSetting").Get<KeyVaultSettings>();',
      review,
    ],
    [
      'a section that begins like it',
      'var u = builder.Configuration["kvSettings:Url"];',
      byHand('reads-early (kvSettings:Url)'),
    ],
    ['one that ends like it', 'var u = builder.Configuration["my-kvSetting"];', byHand('reads-early (my-kvSetting)')],
    [
      'one that stands in another',
      'var u = builder.Configuration["a:kvSetting:Url"];',
      byHand('reads-early (a:kvSetting:Url)'),
    ],
    [
      'some in Development alone',
      'if (builder.Environment.IsDevelopment()) { var u = builder.Configuration["A:Url"]; }',
      review,
    ],
  ])('for what start-up reads in between: %s', async (_, statement, expected) => {
    expect(await findings({ first: documented, before: `${statement}\n` })).toEqual(expected);
  });

  test.each<[string, StartUpOptions]>([
    ['before the vault is there', { services: reading('var u = config["A:Url"];'), before: documented }],
    ['after the host', { first: documented, after: 'var u = builder.Configuration["A:Url"];\n' }],
  ])('but not for what is read %s', async (_, app) => {
    expect(await findings(app)).toEqual(review);
  });

  test('with every read in between, and whatever else is in the way', async () => {
    const before = 'var a = builder.Configuration["A:Url"];\nvar b = builder.Configuration["B:Url"];\n';
    const asked = { vaultSecrets: ['MaskinportenSettings--ClientId'] };
    const [one = ''] = await found(rule, startingApp({ first: documented, before }), asked);
    expect(one).toContain('manual, reads-early (A:Url), reads-early (B:Url), vault-holds-default');
  });

  test('where the host is set up in another function', async () => {
    const services = `    if (!builder.Environment.IsDevelopment())\n    {\n        builder.AddAzureKeyVaultAsConfigProvider();\n    }\n${custom}`;
    expect(await findings({ services })).toEqual(byHand('wiring-unclear (different-functions)'));
  });

  test('where other code stands under the same condition', async () => {
    const before = documented.replace('{\n', '{\n    builder.UseStrictTransport();\n');
    expect(await findings({ before })).toEqual(byHand('wiring-unclear (shares-condition)'));
  });

  test('where something else is an alternative to it', async () => {
    const before = `${documented.trimEnd()}\nelse\n{\n    builder.UseLocalSecrets();\n}\n`;
    expect(await findings({ before })).toEqual(byHand('wiring-unclear (shares-condition)'));
  });

  test('in a start-up with a host builder', async () => {
    const files = {
      ...startingApp({}),
      'App/Program.cs': `public class Program
{
    public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args)
            .ConfigureAppConfiguration((_, config) => ConnectToKeyVault(config))
            .ConfigureWebHostDefaults(web => { web.ConfigureAppWebHost(args); web.UseStartup<Startup>(); });
${connecting()}
}
`,
      'App/Startup.cs':
        'public class Startup { public void ConfigureServices(IServiceCollection services) { services.ConfigureMaskinportenClient("a:MaskinportenSettings"); services.AddAltinnAppServices(c, e); } }\n',
    };
    expect(await found(rule, files)).toEqual(['App/Program.cs:19 warning switch manual, wiring-unclear (deferred)']);
  });

  test('in a region', async () => {
    expect(await findings({ before: `#region Vault\n${documented}#endregion\n\n` })).toEqual(
      byHand('refused (directive-in-the-way)'),
    );
  });

  test('where the listing tells that the vault would keep Studio’s credentials out', async () => {
    const asked = { vaultSecrets: ['MaskinportenSettings--ClientId', 'skogv--Api--Key'] };
    expect(await found(rule, startingApp({ before: documented }), asked)).toEqual([
      expect.stringContaining('manual, vault-holds-default'),
    ]);
  });

  test('where the version of the library is not known', async () => {
    expect(await findings({ before: documented, version: '$(AltinnVersion)' })).toEqual(byHand('version-unknown'));
  });

  test('where an object that is made there takes the configuration', async () => {
    for (const made of ['var k = new Skogregister(config);', 'services.AddSingleton(new Skogregister(config));']) {
      expect(await findings({ services: reading(made), first: documented })).toEqual([
        expect.stringContaining('manual, reads-early'),
      ]);
    }
  });
});

describe('with a listing that has nothing of the default section', () => {
  const asked = { vaultSecrets: ['skogv--Api--Key'] };

  test('it makes no difference which of the two comes first', async () => {
    expect(await found(rule, startingApp({ before: documented }), asked)).toEqual([]);
  });

  test('the app still does not start on a version that throws there', async () => {
    const files = startingApp({ before: documented, version: '8.5.4' });
    expect(await found(rule, files, asked)).toEqual([expect.stringContaining('review')]);
  });
});

describe('a second call, after the host', () => {
  const twice = { first: documented, after: documented };

  test('leaves the first where it does no harm', async () => {
    expect(await findings({ ...twice, version: '8.5.5' })).toEqual([]);
  });

  test('does not help an app that the first keeps from starting', async () => {
    expect(await findings({ ...twice, version: '8.5.4' })).toEqual(byHand('wiring-unclear (several-calls)'));
  });
});
