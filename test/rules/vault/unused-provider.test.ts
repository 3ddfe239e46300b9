import { describe, expect, test } from 'vitest';
import { isSelected } from '../../../src/migrate/plan.ts';
import { planVerified } from '../../../src/migrate/verify.ts';
import { type Asked, auditedApp, type Files, found, projectOf, referencing } from '../audited.ts';

const rule = 'vault/unused-provider';

const record = `{
  "schemaVersion": 1,
  "clients": [
    {
      "id": "mine",
      "section": "mine:MaskinportenSettings",
      "decision": "studio",
      "scopes": ["altinn:serviceowner"],
      "exchange": false,
      "clientIdHashes": [],
      "secrets": ["mine--MaskinportenSettings--ClientId"],
      "files": ["App/Program.cs"]
    }
  ]
}
`;

const moved = 'services.AddHttpClient<BerthClient>().UseMaskinportenAuthorization("altinn:serviceowner");';
const legacy = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';

const provider = `// Add Azure KV provider for TT02 & Prod environments
if (!builder.Environment.IsDevelopment())
{
    builder.AddAzureKeyVaultAsConfigProvider();
}

`;

interface Shape {
  readonly usings?: readonly string[];
  readonly services?: string;
  /** Between the host and the building of the app. */
  readonly wiring?: string;
  /** In the function that sets the host up, behind the library's own call. */
  readonly inHost?: string;
  readonly functions?: string;
}

function program({ usings = [], services = moved, wiring = '', inHost = '', functions = '' }: Shape): string {
  return `${['Altinn.App.Api.Extensions', ...usings].map((name) => `using ${name};\n`).join('')}
void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
{
    ${services}
}

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
ConfigureServices(builder.Services, builder.Configuration);
ConfigureWebHostBuilder(builder.WebHost);

${wiring}WebApplication app = builder.Build();
app.UseAltinnAppCommonConfiguration();
app.Run();

void ConfigureServices(IServiceCollection services, IConfiguration config)
{
    RegisterCustomAppServices(services, config, builder.Environment);
    services.AddAltinnAppServices(config, builder.Environment);
}

void ConfigureWebHostBuilder(IWebHostBuilder builder)
{
    builder.ConfigureAppWebHost(args);
${inHost}}
${functions}`;
}

function appOf(shape: Shape, more: Files = {}): Files {
  return {
    'App/App.csproj': projectOf('8.12.7'),
    'App/Program.cs': program(shape),
    'App/config/applicationmetadata.json': '{ "id": "ttd/app", "org": "ttd" }\n',
    'maskinflytt.migration.json': record,
    ...more,
  };
}

/** The files that the cleanup changes, as far as this rule asks for it; null for one that goes. */
async function cleaned(files: Files, asked: Asked = {}): Promise<Readonly<Record<string, string | null>>> {
  const audit = await auditedApp(files, asked);
  const selection = { phase: 'cleanup', fixes: 'review', withPhaseless: false } as const;
  const selected = audit.settled.filter((one) => one.finding.rule === rule && isSelected(one, selection));
  expect(selected).not.toEqual([]);
  const plan = await planVerified(audit, selected, selection, audit.audit);
  expect(plan.withdrawn).toEqual([]);
  const { 'maskinflytt.migration.json': _, ...texts } = Object.fromEntries(plan.texts);
  return texts;
}

function withPackages(...ids: readonly string[]): string {
  const references = ids.map((id) => `    <PackageReference Include="${id}" Version="1.12.0" />\n`).join('');
  return projectOf('8.12.7').replace('  </ItemGroup>', `${references}  </ItemGroup>`);
}

const review = 'note cleanup review, no-reader-found';

describe('after the switch the provider goes with its if', () => {
  test.each<[string, Shape]>([
    ['at top level', { wiring: provider }],
    [
      'without braces',
      { wiring: 'if (!builder.Environment.IsDevelopment())\n    builder.AddAzureKeyVaultAsConfigProvider();\n\n' },
    ],
    ['without an if', { wiring: 'builder.AddAzureKeyVaultAsConfigProvider();\n\n' }],
    [
      'inside the function that sets the host up',
      {
        inHost:
          '\n    // Key Vault\n    if (!app.Environment.IsDevelopment())\n    {\n        builder.AddAzureKeyVaultAsConfigProvider();\n    }\n',
      },
    ],
    [
      'under a comment in Norwegian',
      { wiring: '// Hemmelighetene fra hvelvet\nbuilder.AddAzureKeyVaultAsConfigProvider();\n\n' },
    ],
  ])('%s', async (_, shape) => {
    expect(await found(rule, appOf(shape))).toEqual([expect.stringContaining(review)]);
    expect(await cleaned(appOf(shape))).toEqual({ 'App/Program.cs': program({}) });
  });

  test('with the line ends of the file', async () => {
    const crlf = (shape: Shape) => program(shape).replaceAll('\n', '\r\n');
    const files = { ...appOf({}), 'App/Program.cs': crlf({ wiring: provider }) };
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': crlf({}) });
  });

  test.each([
    ['Hentes fra key vault', true],
    ['AzureKV', true],
    ['Azure KV', true],
    ['Se kvSetting', true],
    ['Hemmelighetene ligger i hvelvet', true],
    ['Oppsett', false],
    ['Azure', false],
    ['KV', false],
  ])('under a comment on more than it, which goes where it tells of the vault: %s', async (comment, goes) => {
    const next = 'builder.Host.UseSystemd();\n\n';
    const wiring = `// ${comment}\nbuilder.AddAzureKeyVaultAsConfigProvider();\n${next}`;
    const after = goes ? next : `// ${comment}\n${next}`;
    expect(await cleaned(appOf({ wiring }))).toEqual({ 'App/Program.cs': program({ wiring: after }) });
  });

  test('not where symbols decide whether it is there', async () => {
    const wiring = '#if !LOCAL\nbuilder.AddAzureKeyVaultAsConfigProvider();\n#endif\n\n';
    expect(await found(rule, appOf({ wiring }))).toEqual([
      expect.stringContaining('manual, refused (conditional-compilation)'),
    ]);
  });

  test('but only the call where the if holds more', async () => {
    const wiring = (more: string) => `if (!builder.Environment.IsDevelopment())\n{\n${more}    Log();\n}\n\n`;
    const before = appOf({ wiring: wiring('    builder.AddAzureKeyVaultAsConfigProvider();\n') });
    expect(await cleaned(before)).toEqual({ 'App/Program.cs': program({ wiring: wiring('') }) });
  });

  test('and only the else where it is the else', async () => {
    const wiring = (otherwise: string) => `if (builder.Environment.IsDevelopment())\n{\n    Log();\n}\n${otherwise}\n`;
    const before = appOf({ wiring: wiring('else\n{\n    builder.AddAzureKeyVaultAsConfigProvider();\n}\n') });
    expect(await cleaned(before)).toEqual({ 'App/Program.cs': program({ wiring: wiring('') }) });
  });

  test('not where an else would take its place', async () => {
    const wiring =
      'if (!builder.Environment.IsDevelopment())\n    builder.AddAzureKeyVaultAsConfigProvider();\nelse\n    Log();\n\n';
    expect(await found(rule, appOf({ wiring }))).toEqual([expect.stringContaining('manual, refused (if-with-else)')]);
  });
});

describe('an extension method that is there for nothing else goes with its call', () => {
  const own = (body: string, more = '') => `using Altinn.App.Api.Extensions;

namespace Altinn.App.Setup;

public static class VaultSetup
{
    /// <summary>Adds the vault.</summary>
    public static WebApplicationBuilder AddVault(this WebApplicationBuilder builder)
    {
${body}
        return builder;
    }
${more}}
`;
  const wires =
    '        if (!builder.Environment.IsDevelopment())\n            builder.AddAzureKeyVaultAsConfigProvider();';

  test('the whole file, when it is all there is, with the usings of its namespace', async () => {
    const files = appOf(
      { usings: ['Altinn.App.Setup'], wiring: 'builder.AddVault();\n\n' },
      { 'App/VaultSetup.cs': own(wires) },
    );
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'App/VaultSetup.cs': null });
  });

  test('called like any static method', async () => {
    const files = appOf(
      { usings: ['Altinn.App.Setup'], wiring: 'VaultSetup.AddVault(builder);\n\n' },
      { 'App/VaultSetup.cs': own(wires) },
    );
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'App/VaultSetup.cs': null });
  });

  test('in a chain that goes on', async () => {
    const other =
      '\n    public static WebApplicationBuilder AddOther(this WebApplicationBuilder builder) => builder;\n';
    const files = appOf(
      { usings: ['Altinn.App.Setup'], wiring: 'builder.AddVault().AddOther();\n\n' },
      { 'App/VaultSetup.cs': own(wires, other) },
    );
    const text = own('', other);
    const start = text.indexOf('    /// <summary>');
    const end = text.indexOf('    public static WebApplicationBuilder AddOther');
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({ usings: ['Altinn.App.Setup'], wiring: 'builder.AddOther();\n\n' }),
      'App/VaultSetup.cs': text.slice(0, start) + text.slice(end),
    });
  });

  test('a namespace that holds more stays imported', async () => {
    const other = { 'App/Other.cs': 'namespace Altinn.App.Setup;\n\npublic class Other { }\n' };
    const files = appOf(
      { usings: ['Altinn.App.Setup'], wiring: 'builder.AddVault();\n\n' },
      { 'App/VaultSetup.cs': own(wires), ...other },
    );
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({ usings: ['Altinn.App.Setup'] }),
      'App/VaultSetup.cs': null,
    });
  });

  test('it stays when it does more, and only the call goes', async () => {
    const more = '        builder.Services.AddOther();';
    const files = appOf(
      { usings: ['Altinn.App.Setup'], wiring: 'builder.AddVault();\n\n' },
      { 'App/VaultSetup.cs': own(`${wires}\n${more}`) },
    );
    expect(await cleaned(files)).toEqual({ 'App/VaultSetup.cs': own(more) });
  });

  test('in a library that others build on it is worth a look', async () => {
    const library = '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n';
    const files = {
      ...appOf({ usings: ['Altinn.App.Setup'], wiring: 'builder.AddVault();\n\n' }),
      'App/App.csproj': referencing(projectOf('8.12.7'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': library,
      'Lib/VaultSetup.cs': own(wires),
      'Other/Other.csproj': referencing(projectOf('8.12.7'), '../Lib/Lib.csproj'),
    };
    expect(await found(rule, files)).toEqual([
      expect.stringContaining('review, no-reader-found, shared-library (Other/Other.csproj)'),
    ]);
  });

  test('in two files of such a library it is said once', async () => {
    const inner = wires.replace('builder.AddAzureKeyVaultAsConfigProvider()', 'VaultCall.Add(builder)');
    const call =
      'using Altinn.App.Api.Extensions;\n\nnamespace Altinn.App.Setup;\n\npublic static class VaultCall\n{\n    public static void Add(WebApplicationBuilder builder)\n    {\n        builder.AddAzureKeyVaultAsConfigProvider();\n    }\n}\n';
    const files = {
      ...appOf({ usings: ['Altinn.App.Setup'], wiring: 'builder.AddVault();\n\n' }),
      'App/App.csproj': referencing(projectOf('8.12.7'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n',
      'Lib/VaultSetup.cs': own(inner),
      'Lib/VaultCall.cs': call,
      'Other/Other.csproj': referencing(projectOf('8.12.7'), '../Lib/Lib.csproj'),
    };
    expect(await found(rule, files)).toEqual([
      expect.stringMatching(/review, no-reader-found, shared-library \(Other\/Other\.csproj\)$/),
    ]);
  });

  test('a test that names it leaves it to people', async () => {
    const files = appOf(
      { usings: ['Altinn.App.Setup'], wiring: 'builder.AddVault();\n\n' },
      {
        'App/VaultSetup.cs': own(wires),
        'Test/Test.csproj': '<Project Sdk="Microsoft.NET.Sdk" />\n',
        'Test/T.cs': 'class T { void F() { builder.AddVault(); } }\n',
      },
    );
    expect(await found(rule, files)).toEqual([expect.stringContaining('manual, vault-function-named')]);
  });
});

const oldUsings = [
  'AltinnCore.Authentication.Constants',
  'Microsoft.Azure.KeyVault',
  'Microsoft.Azure.Services.AppAuthentication',
  'Microsoft.Extensions.Configuration.AzureKeyVault',
];
const oldPackages = [
  'Microsoft.Azure.KeyVault',
  'Microsoft.Azure.Services.AppAuthentication',
  'Microsoft.Extensions.Configuration.AzureKeyVault',
];
const oldHelper = `
static void ConnectToKeyVault(IConfigurationBuilder config)
{
    IConfiguration stageOneConfig = config.Build();
    KeyVaultSettings keyVaultSettings = new KeyVaultSettings();
    stageOneConfig.GetSection("kvSetting").Bind(keyVaultSettings);

    if (!string.IsNullOrEmpty(keyVaultSettings.ClientId) && !string.IsNullOrEmpty(keyVaultSettings.SecretUri))
    {
        string connectionString =
            $"RunAs=App;AppId={keyVaultSettings.ClientId};TenantId={keyVaultSettings.TenantId};AppKey={keyVaultSettings.ClientSecret}";
        AzureServiceTokenProvider azureServiceTokenProvider = new AzureServiceTokenProvider(connectionString);
        KeyVaultClient keyVaultClient = new KeyVaultClient(
            new KeyVaultClient.AuthenticationCallback(azureServiceTokenProvider.KeyVaultTokenCallback)
        );
        config.AddAzureKeyVault(keyVaultSettings.SecretUri, keyVaultClient, new DefaultKeyVaultSecretManager());
    }
}
`;
const withOldPackages: Files = { 'App/App.csproj': withPackages(...oldPackages) };
const withoutOldPackages = projectOf('8.12.7');

describe('the helper of the old documentation goes with its usings and packages', () => {
  test.each<[string, string]>([
    [
      'a lambda in braces',
      '    builder.ConfigureAppConfiguration((_, c) =>\n    {\n        ConnectToKeyVault(c);\n    });\n',
    ],
    ['a lambda', '    builder.ConfigureAppConfiguration((_, c) => ConnectToKeyVault(c));\n'],
    ['the function itself', '    builder.ConfigureAppConfiguration(ConnectToKeyVault);\n'],
  ])('called by %s', async (_, inHost) => {
    const files = appOf({ usings: oldUsings, inHost, functions: oldHelper }, withOldPackages);
    expect(await found(rule, files)).toEqual([expect.stringContaining(review)]);
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'App/App.csproj': withoutOldPackages });
  });

  test('a lambda that does more loses the call only', async () => {
    const inHost = (call: string) =>
      `    builder.ConfigureAppConfiguration((_, c) =>\n    {\n        c.AddJsonFile("more.json");\n${call}    });\n`;
    const files = appOf(
      { usings: oldUsings, inHost: inHost('        ConnectToKeyVault(c);\n'), functions: oldHelper },
      withOldPackages,
    );
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({ inHost: inHost('') }),
      'App/App.csproj': withoutOldPackages,
    });
  });

  test('with the functions that only it calls', async () => {
    const split = oldHelper
      .replace(
        '$"RunAs=App;AppId={keyVaultSettings.ClientId};TenantId={keyVaultSettings.TenantId};AppKey={keyVaultSettings.ClientSecret}"',
        'ConnectionTo(keyVaultSettings)',
      )
      .concat(
        '\nstatic string ConnectionTo(KeyVaultSettings settings)\n{\n    return $"RunAs=App;AppId={settings.ClientId}";\n}\n',
      );
    const files = appOf(
      {
        usings: oldUsings,
        inHost: '    builder.ConfigureAppConfiguration((_, c) => ConnectToKeyVault(c));\n',
        functions: split,
      },
      withOldPackages,
    );
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'App/App.csproj': withoutOldPackages });
  });

  test.each([
    ['handing on', 'config.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential())', true],
    [
      'yielding something else',
      'config.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential()).Build()',
      false,
    ],
  ])('a function with a single expression, %s', async (_, expression, goes) => {
    const functions = `\nIConfigurationBuilder Vault(IConfigurationBuilder config) => ${expression};\n`;
    const wiring = 'IConfigurationBuilder config = Vault(builder.Configuration);\nUse(config);\n\n';
    const files = appOf({ wiring, functions });
    if (goes) {
      const after = wiring.replace('Vault(builder.Configuration)', 'builder.Configuration');
      expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({ wiring: after }) });
    } else {
      const after = functions.replace('.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential())', '');
      expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({ wiring, functions: after }) });
    }
  });

  test('a using that something else needs stays, and so does its package', async () => {
    const services = 'services.AddSingleton(new AzureServiceTokenProvider());';
    const files = appOf(
      {
        usings: oldUsings,
        services,
        inHost: '    builder.ConfigureAppConfiguration((_, c) => ConnectToKeyVault(c));\n',
        functions: oldHelper,
      },
      withOldPackages,
    );
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({ services, usings: ['Microsoft.Azure.Services.AppAuthentication'] }),
      'App/App.csproj': withPackages('Microsoft.Azure.Services.AppAuthentication'),
    });
  });

  test('a package that another file needs stays', async () => {
    const more = { 'App/Other.cs': 'using Azure.Identity;\n\nclass Other { DefaultAzureCredential A() => new(); }\n' };
    const files = appOf(
      { wiring: provider },
      {
        'App/App.csproj': withPackages('Azure.Identity', 'Azure.Extensions.AspNetCore.Configuration.Secrets'),
        ...more,
      },
    );
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({}),
      'App/App.csproj': withPackages('Azure.Identity'),
    });
  });

  test('a package that a project imports for all its files stays', async () => {
    const items = '  <ItemGroup>\n    <Using Include="Azure.Identity" />\n  </ItemGroup>\n</Project>';
    const project = withPackages('Azure.Identity').replace('</Project>', items);
    const files = appOf({ wiring: provider }, { 'App/App.csproj': project });
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}) });
  });

  test('a package that tests of the app need stays', async () => {
    const files = appOf(
      { wiring: provider },
      {
        'App/App.csproj': withPackages('Azure.Identity'),
        'Test/Test.csproj':
          '<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    <ProjectReference Include="../App/App.csproj" />\n  </ItemGroup>\n</Project>\n',
        'Test/T.cs': 'using Azure.Identity;\n',
      },
    );
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}) });
  });

  test('a reference under a condition is left, and said', async () => {
    const project = withPackages('Azure.Identity').replace(
      'Version="1.12.0"',
      `Version="1.12.0" Condition="'$(Configuration)' == 'Debug'"`,
    );
    const files = appOf({ wiring: provider }, { 'App/App.csproj': project });
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}) });
    const { settled } = await auditedApp(files);
    const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
    expect(data).toEqual([expect.objectContaining({ packages: [], unclearPackages: ['Azure.Identity'] })]);
  });

  test('a version that is stated for all projects goes with the last reference', async () => {
    const props = (version: string) =>
      `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n    <PackageVersion Include="Altinn.App.Api" Version="8.12.7" />\n    <PackageVersion Include="Altinn.App.Core" Version="8.12.7" />\n${version}  </ItemGroup>\n</Project>\n`;
    const bare = (text: string) => text.replaceAll(/ Version="[^"]*"/g, '');
    const files = appOf(
      { wiring: provider },
      {
        'App/App.csproj': bare(withPackages('Azure.Identity')),
        'Directory.Packages.props': props('    <PackageVersion Include="Azure.Identity" Version="1.12.0" />\n'),
      },
    );
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({}),
      'App/App.csproj': bare(withoutOldPackages),
      'Directory.Packages.props': props(''),
    });
  });

  test('a version that is stated for a library goes with the reference of that', async () => {
    const props = (version: string) =>
      `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n    <PackageVersion Include="Other" Version="1.0.0" />\n${version}  </ItemGroup>\n</Project>\n`;
    const library = (reference: string) =>
      `<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    <PackageReference Include="Other" />\n${reference}  </ItemGroup>\n</Project>\n`;
    const setup = (using: string) =>
      `${using}namespace Altinn.App.Setup;\n\npublic static class Other\n{\n    public static void A() { }\n}\n`;
    const files = {
      ...appOf({ wiring: provider }),
      'App/App.csproj': referencing(projectOf('8.12.7'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': library('    <PackageReference Include="Azure.Identity" />\n'),
      'Lib/Directory.Packages.props': props('    <PackageVersion Include="Azure.Identity" Version="1.12.0" />\n'),
      'Lib/Other.cs': setup('using Azure.Identity;\n\n'),
    };
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({}),
      'Lib/Lib.csproj': library(''),
      'Lib/Directory.Packages.props': props(''),
      'Lib/Other.cs': setup(''),
    });
  });

  test('packages of Azure’s that it may have been there to pin are named, and no others', async () => {
    const project = withPackages('azure.identity', ...oldPackages);
    const files = appOf({ usings: oldUsings, wiring: provider, functions: oldHelper }, { 'App/App.csproj': project });
    const { settled } = await auditedApp(files);
    const remedies = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.remedy] : []));
    const pinned = remedies.flatMap((remedy) =>
      remedy.kind === 'change'
        ? remedy.reasons.flatMap((reason) => (reason.code === 'packages-perhaps-pinned' ? reason.packages : []))
        : [],
    );
    expect(new Set(pinned)).toEqual(new Set(['azure.identity']));
  });

  test('a lock file is named', async () => {
    const files = appOf(
      { wiring: provider },
      { 'App/App.csproj': withPackages('Azure.Identity'), 'App/packages.lock.json': '{ "Azure.Identity": 1 }' },
    );
    expect(await found(rule, files)).toEqual([
      expect.stringContaining('no-reader-found, packages-perhaps-pinned, lock-file'),
    ]);
  });
});

describe('wiring by the SDK', () => {
  const usings = ['AltinnCore.Authentication.Constants', 'Azure.Identity'];
  const raw = `builder.WebHost.ConfigureAppConfiguration((_, config) =>
{
    var kv = new KeyVaultSettings();
    config.Build().GetSection("kvSetting").Bind(kv);
    if (string.IsNullOrEmpty(kv.SecretUri))
    {
        return;
    }
    config.AddAzureKeyVault(new Uri(kv.SecretUri), new ClientSecretCredential(kv.TenantId, kv.ClientId, kv.ClientSecret));
});

`;

  test('in a lambda of its own', async () => {
    expect(await cleaned(appOf({ usings, wiring: raw }))).toEqual({ 'App/Program.cs': program({}) });
  });

  test('at top level, with what fills its settings', async () => {
    const wiring =
      'var kv = new KeyVaultSettings();\nbuilder.Configuration.GetSection("kvSetting").Bind(kv);\nbuilder.Configuration.AddAzureKeyVault(new Uri(kv.SecretUri), new DefaultAzureCredential());\n\n';
    expect(await cleaned(appOf({ usings, wiring }))).toEqual({ 'App/Program.cs': program({}) });
  });

  test('at top level, with the locals that only it used', async () => {
    const wiring =
      'var kv = builder.Configuration.GetSection("kvSetting").Get<KeyVaultSettings>();\nvar credential = new ClientSecretCredential(kv.TenantId, kv.ClientId, kv.ClientSecret);\nif (!builder.Environment.IsDevelopment())\n    builder.Configuration.AddAzureKeyVault(new Uri(kv.SecretUri), credential);\n\n';
    const files = appOf({ usings, wiring }, { 'App/App.csproj': withPackages('Azure.Identity') });
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'App/App.csproj': withoutOldPackages });
  });

  test('settings that something else takes as well leave it to people', async () => {
    const wiring =
      'var kv = builder.Configuration.GetSection("kvSetting").Get<KeyVaultSettings>();\nbuilder.Configuration.AddAzureKeyVault(new Uri(kv.SecretUri), new DefaultAzureCredential());\nUse(kv);\n\n';
    expect(await found(rule, appOf({ usings, wiring }))).toEqual([
      expect.stringContaining('manual, vault-code-beside'),
    ]);
  });

  test('in an app that starts by a Startup class', async () => {
    const start = (links: string) =>
      `using Altinn.App.Api.Extensions;\n\npublic static class Program\n{\n    public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();\n\n    public static IHostBuilder CreateHostBuilder(string[] args) =>\n        Host.CreateDefaultBuilder(args)\n            .ConfigureWebHostDefaults(web => web.UseStartup<Startup>())${links};\n}\n`;
    const link =
      '\n            .ConfigureAppConfiguration((_, config) =>\n            {\n                config.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential());\n            })';
    const startup = `public class Startup\n{\n    public void ConfigureServices(IServiceCollection services)\n    {\n        ${moved}\n    }\n}\n`;
    const files = { ...appOf({}), 'App/Program.cs': start(link), 'App/Startup.cs': startup };
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': start('') });
  });

  test('as a link of a chain', async () => {
    const wiring = (link: string) => `builder.Configuration.AddJsonFile("a.json")${link};\n\n`;
    const before = appOf({
      usings: ['Azure.Identity'],
      wiring: wiring('.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential())'),
    });
    expect(await cleaned(before)).toEqual({ 'App/Program.cs': program({ wiring: wiring('') }) });
  });
});

describe('what is made for the provider goes with it', () => {
  const values = (mount: string, volume: string) =>
    `deployment:\n  volumeMounts:\n    - name: datakeys\n      mountPath: /mnt/keys\n${mount}  volumes:\n    - name: datakeys\n      persistentVolumeClaim:\n        claimName: keys\n${volume}`;
  const mount =
    '    # Secret with the address of the Key Vault\n    - name: altinn-appsettings-secret\n      mountPath: "/altinn-appsettings-secret"\n';
  const volume =
    '    - name: altinn-appsettings-secret\n      secret:\n        secretName: altinn-appsettings-secret\n';

  test('the mount and the volume of its secret', async () => {
    const files = appOf({ wiring: provider }, { 'deployment/values.yaml': values(mount, volume) });
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'deployment/values.yaml': values('', '') });
  });

  test('and where nothing of it is mounted, no file is named for that', async () => {
    const mountsIn = async (deployment: string) => {
      const { settled } = await auditedApp(appOf({ wiring: provider }, { 'deployment/values.yaml': deployment }));
      return settled.flatMap(({ finding }) =>
        finding.rule === rule && 'mounts' in finding.data ? [finding.data.mounts] : [],
      );
    };
    expect(await mountsIn(values(mount, ''))).toEqual(['deployment/values.yaml']);
    expect(await mountsIn(values('', ''))).toEqual([null]);
  });

  test.each<[string, Asked, boolean]>([
    ['whose secrets nobody listed', {}, false],
    ['whose secrets are listed', { vaultSecrets: ['Payment--Key'] }, true],
  ])('told of a vault %s', async (_, asked, listed) => {
    const { settled } = await auditedApp(appOf({ wiring: provider }), asked);
    const told = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
    expect(told).toMatchObject([{ kind: 'provider', switched: true, listed }]);
  });

  test('its section in the settings', async () => {
    const files = appOf(
      { wiring: provider },
      { 'App/appsettings.json': '{\n  "A": 1,\n  "kvSetting": {\n    "SecretUri": ""\n  }\n}\n' },
    );
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'App/appsettings.json': '{\n  "A": 1\n}\n' });
  });

  test.each([
    ['flattened', '"A": 1,\n  "KVSetting:SecretUri": "https://x",\n  "kvSetting:ClientId": ""', '"A": 1'],
    ['with an empty key', '"A": 1,\n  "kvSetting": { "ClientSecret": "" }', '"A": 1'],
    [
      'and no other',
      '"kvSettings": { "ClientSecret": "x" },\n  "kvSetting": { "ClientId": "a" }',
      '"kvSettings": { "ClientSecret": "x" }',
    ],
  ])('its section in the settings, %s', async (_, before, after) => {
    const files = appOf({ wiring: provider }, { 'App/appsettings.json': `{\n  ${before}\n}\n` });
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({}),
      'App/appsettings.json': `{\n  ${after}\n}\n`,
    });
  });

  test.each([
    ['Key Vault', true],
    ['The secret of the app', true],
    ['kvSetting', true],
    ['Hvelvet', true],
    ['What the app needs', false],
  ])('a comment above what is mounted, where it tells of that: %s', async (comment, goes) => {
    const commented = (text: string) => `    # ${comment}\n${text}`;
    const bare = mount.slice(mount.indexOf('\n') + 1);
    const files = appOf({ wiring: provider }, { 'deployment/values.yaml': values(commented(bare), volume) });
    const { 'deployment/values.yaml': after } = await cleaned(files);
    expect(after).toBe(values(goes ? '' : commented(''), ''));
  });

  test.each<[string, Files, string]>([
    [
      'values that are a template',
      { 'deployment/values.yaml': `${values(mount, volume)}{{- if .Values.x }}\nx: 1\n{{- end }}\n` },
      'mounts-unclear',
    ],
    [
      'a secret that a variable takes',
      {
        'deployment/values.yaml': `${values(mount, volume)}  env:\n    - name: X\n      valueFrom:\n        secretKeyRef:\n          name: altinn-appsettings-secret\n`,
      },
      'mounts-unclear',
    ],
    [
      'values with tabs, which nobody can read',
      { 'deployment/values.yaml': values(mount, volume).replaceAll('    - name', '\t- name') },
      'mounts-unclear',
    ],
    [
      'a secret that is read by its name',
      {
        'App/Other.cs':
          'class O(ISecretsClient secrets) { Task<string> F() => secrets.GetSecretAsync("mine--MaskinportenSettings--EncodedJwk"); }\n',
      },
      'secret-still-read',
    ],
    [
      'a list that an alias repeats',
      {
        'deployment/values.yaml': `${values(mount, volume).replace('volumes:', 'volumes: &v')}other:\n  volumes: *v\n`,
      },
      'mounts-unclear',
    ],
    [
      'code that reads the mounted file',
      { 'App/Other.cs': 'class O { string F() => "/altinn-appsettings-secret/x.json"; }\n' },
      'vault-code-beside',
    ],
    [
      'code that reads the mounted file twice, and asks for the address',
      {
        'App/Other.cs':
          'class O { string F() => "/altinn-appsettings-secret/x.json"; string G() => "/altinn-appsettings-secret/y.json"; object H(IConfiguration c) => c.GetSection("kvSetting"); }\n',
      },
      'vault-code-beside',
    ],
    [
      'a secret that is read by its name twice',
      {
        'App/Other.cs':
          'class O(ISecretsClient secrets) { Task<string> F() => secrets.GetSecretAsync("mine--MaskinportenSettings--EncodedJwk"); Task<string> G() => secrets.GetSecretAsync("mine--MaskinportenSettings--ClientId"); }\n',
      },
      'secret-still-read',
    ],
    [
      'code and a deployment that both read it',
      {
        'App/Other.cs': 'class O { string F() => "/altinn-appsettings-secret/x.json"; }\n',
        'deployment/more.yml': 'args: ["/altinn-appsettings-secret/x.json"]\n',
      },
      'vault-code-beside, mounts-unclear',
    ],
    [
      'code that reads it in a file that is called like a deployment',
      { 'App/values.yaml.cs': 'class O { string F() => "/altinn-appsettings-secret/x.json"; }\n' },
      'vault-code-beside',
    ],
    [
      'a key to the vault in the settings, flattened and in another casing',
      { 'App/appsettings.Development.json': '{ "KvSetting:CLIENTSECRET": "x" }\n' },
      'secret-in-context',
    ],
    [
      'code that asks for the vault’s address',
      { 'App/Other.cs': 'class O { object F(IConfiguration c) => c.GetSection("kvSetting"); }\n' },
      'vault-code-beside',
    ],
    [
      'a key to the vault in the settings',
      { 'App/appsettings.Development.json': '{ "kvSetting": { "ClientSecret": "x" } }\n' },
      'secret-in-context',
    ],
  ])('%s: neither goes', async (_, more, reason) => {
    const files = appOf({ wiring: provider }, { 'deployment/values.yaml': values(mount, volume), ...more });
    expect(await found(rule, files)).toEqual([expect.stringMatching(new RegExp(`note cleanup manual, ${reason}$`))]);
  });

  test('a comment that names the secret is no use of it', async () => {
    const comment = '# altinn-appsettings-secret: see the wiki\n';
    const files = appOf({ wiring: provider }, { 'deployment/values.yaml': comment + values(mount, volume) });
    expect(await cleaned(files)).toEqual({
      'App/Program.cs': program({}),
      'deployment/values.yaml': comment + values('', ''),
    });
  });

  test('another provider for local runs keeps all of it', async () => {
    const wiring =
      'if (builder.Environment.IsDevelopment())\n{\n    builder.Configuration.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential());\n}\nelse\n{\n    builder.AddAzureKeyVaultAsConfigProvider();\n}\n\n';
    expect(await found(rule, appOf({ wiring }))).toEqual([expect.stringContaining('manual, vault-code-beside')]);
  });

  test('two providers go together', async () => {
    const wiring = `${provider}builder.Configuration.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential());\n\n`;
    const files = appOf({ usings: ['Azure.Identity'], wiring }, { 'deployment/values.yaml': values(mount, volume) });
    expect(await found(rule, files)).toHaveLength(2);
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'deployment/values.yaml': values('', '') });
  });
});

describe('before the switch it is only said', () => {
  const without = ({ 'maskinflytt.migration.json': _, ...files }: Files): Files => files;

  test('while a client is bound to its own section', async () => {
    const files = without(appOf({ services: legacy, wiring: provider }));
    expect(await found(rule, files)).toEqual(['App/Program.cs:15 note cleanup manual, vault-still-read']);
  });

  test('also when another has moved', async () => {
    const files = appOf({ services: legacy, wiring: provider });
    expect(await found(rule, files)).toEqual(['App/Program.cs:15 note cleanup manual, vault-still-read']);
  });

  test('without a record nobody knows whether the default section is fed by the vault', async () => {
    const files = without(appOf({ wiring: provider }));
    expect(await found(rule, files)).toEqual(['App/Program.cs:15 note cleanup manual, switch-unrecorded']);
  });
});

describe('silent', () => {
  test.each<[string, Files, Asked]>([
    ['without a provider', appOf({}), {}],
    [
      'where only local runs have the vault',
      appOf({
        wiring: 'if (builder.Environment.IsDevelopment())\n{\n    builder.AddAzureKeyVaultAsConfigProvider();\n}\n\n',
      }),
      {},
    ],
    [
      'where code reads a section that the settings leave empty',
      appOf({ services: 'services.Configure<Other>(config.GetSection("Other"));', wiring: provider }),
      {},
    ],
    [
      'where a secret is listed that the app reads',
      appOf({ services: 'services.Configure<Other>(config.GetSection("Other"));', wiring: provider }),
      { vaultSecrets: ['Other--Key'] },
    ],
    [
      'where a client keeps its own credentials',
      appOf({ services: legacy, wiring: provider }),
      { decide: { 'mine:MaskinportenSettings': 'own-built-in' } },
    ],
    ['without Maskinporten', { ...appOf({ services: '', wiring: provider }), 'maskinflytt.migration.json': '' }, {}],
  ])('%s', async (_, files, asked) => {
    expect(await found(rule, files, asked)).toEqual([]);
  });
});

describe('a helper that nothing calls any more', () => {
  const dead = 'note cleanup review, nothing-calls-it';

  test('goes in any app, with usings and packages', async () => {
    const { 'maskinflytt.migration.json': _, ...files } = appOf(
      { usings: oldUsings, functions: oldHelper },
      withOldPackages,
    );
    expect(await found(rule, files)).toEqual([expect.stringContaining(dead)]);
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'App/App.csproj': withoutOldPackages });
  });

  test('beside the provider that took its place', async () => {
    const files = appOf({ usings: oldUsings, wiring: provider, functions: oldHelper }, withOldPackages);
    expect(await found(rule, files)).toEqual([expect.stringContaining(review), expect.stringContaining(dead)]);
    expect(await cleaned(files)).toEqual({ 'App/Program.cs': program({}), 'App/App.csproj': withoutOldPackages });
  });

  test('in a class of its own', async () => {
    const own = `using Azure.Identity;\n\nnamespace Altinn.App;\n\ninternal static class Vault\n{\n    internal static void Connect(IConfigurationBuilder config)\n    {\n        config.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential());\n    }\n}\n`;
    expect(await cleaned(appOf({}, { 'App/Vault.cs': own }))).toEqual({ 'App/Vault.cs': null });
  });

  test.each([
    [
      'that a test calls',
      {
        'Test/Test.csproj': '<Project Sdk="Microsoft.NET.Sdk" />\n',
        'Test/T.cs': 'class T { void F() => Own.Connect(null); }\n',
      },
    ],
    ['that is named elsewhere', { 'App/T.cs': 'class T { Action<IConfigurationBuilder> F = Own.Connect; }\n' }],
  ])('is none %s', async (_, more) => {
    const own =
      'static class Own\n{\n    public static void Connect(IConfigurationBuilder config)\n    {\n        config.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential());\n    }\n}\n';
    expect(await found(rule, appOf({}, { 'App/Own.cs': own, ...more }))).toEqual([]);
  });

  test('stands in Program.cs, where no other file can call it, whatever it calls its own', async () => {
    const functions =
      '\nvoid Connect(IConfigurationBuilder config)\n{\n    config.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential());\n}\n';
    const other = { 'App/T.cs': 'class T\n{\n    void Connect(object o) { }\n    void F() => Connect(null);\n}\n' };
    const expected = [expect.stringMatching(/^App\/Program\.cs:\d+ note cleanup review, nothing-calls-it/)];
    expect(await found(rule, appOf({ functions }))).toEqual(expected);
    expect(await found(rule, appOf({ functions }, other))).toEqual(expected);
  });

  test('is none when it does more', async () => {
    const functions =
      '\nvoid Connect(IConfigurationBuilder config)\n{\n    config.AddAzureKeyVault(new Uri("https://x"), new DefaultAzureCredential());\n    Start();\n}\n';
    expect(await found(rule, appOf({ functions }))).toEqual([]);
  });
});

describe('usings and packages that a wiring in a lambda left', () => {
  const ids = ['Azure.Extensions.AspNetCore.Configuration.Secrets', 'Azure.Identity'];
  const without = (files: Files, name: string): Files =>
    Object.fromEntries(Object.entries(files).filter(([path]) => path !== name));
  const left = (shape: Shape = {}, more: Files = {}) =>
    appOf(
      { usings: ['Azure.Identity'], wiring: provider, ...shape },
      { 'App/App.csproj': withPackages(...ids), ...more },
    );
  const unrecorded = (shape: Shape = {}, more: Files = {}) => without(left(shape, more), 'maskinflytt.migration.json');
  const byHand = 'App/Program.cs:15 note cleanup manual, switch-unrecorded';

  test('go with the provider', async () => {
    expect(await found(rule, left())).toHaveLength(1);
    expect(await cleaned(left())).toEqual({ 'App/Program.cs': program({}), 'App/App.csproj': projectOf('8.12.7') });
  });

  test('go with the provider from other files too', async () => {
    const more = (using: string) => ({ 'App/Other.cs': `using System;\n${using}\nclass Other { }\n` });
    expect(await cleaned(left({}, more('using Azure.Identity;\n')))).toEqual({
      'App/Program.cs': program({}),
      'App/App.csproj': projectOf('8.12.7'),
      ...more(''),
    });
  });

  test('go by themselves where the provider stays', async () => {
    expect(await found(rule, unrecorded())).toEqual([
      'App/Program.cs:2 note cleanup review, nothing-used, packages-perhaps-pinned',
      byHand.replace(':15', ':16'),
    ]);
    expect(await cleaned(unrecorded())).toEqual({
      'App/Program.cs': program({ wiring: provider }),
      'App/App.csproj': projectOf('8.12.7'),
    });
  });

  test('go by themselves where a reader keeps the provider', async () => {
    const reading = left(
      { services: 'services.Use(config["Skogregister:ApiKey"]);' },
      {
        'App/appsettings.json': '{ "Skogregister": { "ApiKey": "" } }\n',
      },
    );
    expect(await found(rule, reading)).toEqual([
      'App/Program.cs:2 note cleanup review, nothing-used, packages-perhaps-pinned',
    ]);
  });

  test.each<[string, Files]>([
    ['without a using', unrecorded({ usings: [] })],
    [
      'that code needs',
      unrecorded({ usings: ['Azure.Identity'], functions: 'object F() => new ManagedIdentityCredential();\n' }),
    ],
    ['of claims', unrecorded({ usings: ['AltinnCore.Authentication.Constants'] })],
  ])('stay %s', async (_, files) => {
    expect((await found(rule, files)).filter((line) => line.includes('review'))).toEqual([]);
  });

  test('stay as long as a wiring of the app’s own is there', async () => {
    const own = `builder.Configuration.AddAzureKeyVault(new Uri(vault), credential);\n\n`;
    for (const wiring of [own, provider + own]) {
      expect((await found(rule, unrecorded({ wiring }))).filter((line) => line.includes('review'))).toEqual([]);
    }
  });

  test('leave a package that another file needs', async () => {
    const more = { 'App/Other.cs': 'class Other { object A => new Azure.Identity.ManagedIdentityCredential(); }\n' };
    expect(await cleaned(unrecorded({}, more))).toEqual({
      'App/Program.cs': program({ wiring: provider }),
      'App/App.csproj': withPackages('Azure.Identity'),
    });
  });

  test('go with the last of several functions', async () => {
    const helper = (name: string) =>
      `\nstatic void ${name}(IConfigurationBuilder config)\n{\n    config.AddAzureKeyVault(new Uri(config.Build()["kvSetting:SecretUri"]), new ClientSecretCredential("a", "b", "c"));\n}\n`;
    const functions = `${helper('ConnectToVault')}${helper('ConnectToKeyVault')}`;
    expect(await cleaned(unrecorded({ functions }))).toEqual({
      'App/Program.cs': program({ wiring: provider }),
      'App/App.csproj': projectOf('8.12.7'),
    });
  });
});
