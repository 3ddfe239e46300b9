import { describe, expect, test } from 'vitest';
import { type Asked, appWith, auditedApp, type Files, programWith } from '../../rules/audited.ts';

const host = 'builder.WebHost.ConfigureAppWebHost(args);';
const external =
  '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Klient>(config.GetSection("soknad:MaskinportenSettings"), d => d.ClientSettings.Scope = "a:b");';

/** An app that has the vault as a source, and a Maskinporten client that reads from it. */
function withVault(services: string, more: Files = {}): Files {
  const program = programWith(`${external}\n${services}`).replace(
    host,
    `${host}\nbuilder.AddAzureKeyVaultAsConfigProvider();`,
  );
  return { ...appWith(''), 'App/Program.cs': program, ...more };
}

async function readers(files: Files, asked: Asked = {}): Promise<readonly string[]> {
  const { app } = await auditedApp(files, asked);
  return app.vaultReaders.map(({ kind, name }) => `${kind} ${name}`);
}

test.each([
  ['the default section', 'config["MaskinportenSettings:ClientId"]'],
  ['the default section as a whole', 'config.GetSection("maskinportensettings")'],
  ['that of the library’s second client', 'config["MaskinportenSettingsInternal:ClientId"]'],
  ['the path of the provisioned file', 'config["MaskinportenSettingsFilepath"]'],
  ['one of the app’s own', 'config.GetSection("soknad:MaskinportenSettings").Get<A>()'],
  ['one that nothing binds', 'config["annet:MaskinportenSettings:EncodedJwk"]'],
])('%s is none', async (_, read) => {
  expect(await readers(withVault(`    var a = ${read};`))).toEqual([]);
});

test('a section that a moved client had is none', async () => {
  const client = '{ "id": "a", "section": "Register", "decision": "studio", "scopes": [], "exchange": null';
  const record = `{ "schemaVersion": 1, "clients": [${client}, "clientIdHashes": [], "secrets": [], "files": [] }] }`;
  const services = '    var a = config["Register:Id"]; var b = config["Registeret:Id"];';
  const files = withVault(services, { 'maskinflytt.migration.json': record });
  expect(await readers(files)).toEqual(['options-section Registeret:Id']);
});

test('Maskinporten’s own are none', async () => {
  const more = {
    'App/appsettings.json':
      '{ "soknad": { "MaskinportenSettings": { "ClientId": "" } }, "MaskinportenSettings": { "Authority": "" } }',
    'App/A.cs':
      'class A(ISecretsClient s, IConfiguration config) { object B() => s.GetSecretAsync("maskinporten-jwk"); object C() => config["MaskinportenSettings:ClientId"]; }',
  };
  expect(await readers(withVault('', more))).toEqual([]);
  expect(await readers(withVault('    services.AddHttpContextAccessor();'))).toEqual([]);
});

describe('a section or key that no settings file fills', () => {
  test.each([
    ['bound to options', 'services.Configure<Kart>(config.GetSection("Kart"));', 'Kart'],
    ['read at once', 'var kart = config.GetSection("Kart").Get<Kart>();', 'Kart'],
    ['bound to an object', 'var kart = new Kart(); config.GetSection("Kart").Bind(kart);', 'Kart'],
    ['bound to an object by its name', 'config.Bind("Kart", kart);', 'Kart'],
    [
      'bound to an object by its name, of the builder',
      'builder.Configuration.Bind("soknad:Kart", kart);',
      'soknad:Kart',
    ],
    ['that is required', 'services.Configure<Kart>(config.GetRequiredSection("Kart"));', 'Kart'],
    ['within another', 'services.Configure<Kart>(config.GetSection("soknad").GetSection("Kart"));', 'soknad:Kart'],
    ['with options of its own', 'services.AddOptions<Kart>().BindConfiguration("Kart").ValidateOnStart();', 'Kart'],
    ['by its key', 'var key = config["Kart:Nokkel"];', 'Kart:Nokkel'],
    ['bound by its path', 'var kart = new Kart(); config.Bind("Kart", kart);', 'Kart'],
    ['by its key within a section', 'var key = config.GetSection("Kart")["Nokkel"];', 'Kart:Nokkel'],
    ['by its key within a required section', 'var key = config.GetRequiredSection("Kart")["Nokkel"];', 'Kart:Nokkel'],
    [
      'by its value within a required section',
      'var key = config.GetRequiredSection("Kart").GetValue<string>("Nokkel");',
      'Kart:Nokkel',
    ],
    ['by its key, of what may be null', 'var key = _configuration!["Kart:Nokkel"];', 'Kart:Nokkel'],
    ['whose name begins in capitals', 'var key = config["KART"]; var b = config["Kart_2"];', 'Kart_2'],
    ['whose name ends in capitals', 'var key = config["kartID"];', 'kartID'],
    [
      'that begins like one of Maskinporten',
      'var a = config["MaskinportenSettingsTwo:Key"];',
      'MaskinportenSettingsTwo:Key',
    ],
    [
      'that ends like one of Maskinporten',
      'var a = config["OwnMaskinportenSettingsKey"];',
      'OwnMaskinportenSettingsKey',
    ],
    ['that begins like one of the platform', 'var a = config["AppSettingsOwn:Key"];', 'AppSettingsOwn:Key'],
    ['that begins like telemetry', 'var a = config["ApplicationInsightsX"];', 'ApplicationInsightsX'],
    ['by its value', 'var key = config.GetValue<string>("Kart:Nokkel");', 'Kart:Nokkel'],
    ['by its value within a section', 'var key = config.GetSection("Kart").GetValue<string>("Nokkel");', 'Kart:Nokkel'],
    ['as a connection', 'var db = config.GetConnectionString("Arkiv");', 'ConnectionStrings:Arkiv'],
    ['of a client that a library registers', 'services.AddDanClient(config.GetSection("DanSettings"));', 'DanSettings'],
    ['that a constant names', 'const string Sti = "Kart"; services.Configure<Kart>(config.GetSection(Sti));', 'Kart'],
  ])('%s', async (_, services, name) => {
    expect(await readers(withVault(`    ${services}`))).toEqual([`options-section ${name}`]);
  });

  test.each([
    ['empty', '{ "Kart": { "Adresse": "https://x", "Nokkel": "" } }', true],
    ['null', '{ "Kart": { "Nokkel": null } }', true],
    ['filled', '{ "Kart": { "Adresse": "https://x", "Nokkel": "y" } }', false],
    ['filled beside what another section leaves empty', '{ "Kart": { "Nokkel": "y" }, "Annet": { "A": "" } }', false],
    ['with another section that begins alike filled', '{ "Kart2": { "Nokkel": "y" } }', true],
    ['filled, in another casing', '{ "kart:NOKKEL": "y" }', false],
  ])('or leaves %s', async (_, settings, isReader) => {
    const files = withVault('    services.Configure<Kart>(config.GetSection("Kart"));', {
      'App/appsettings.json': settings,
    });
    expect(await readers(files)).toEqual(isReader ? ['options-section Kart'] : []);
  });

  test('for a deployed app', async () => {
    const services = '    services.Configure<Kart>(config.GetSection("Kart"));';
    const development = { 'App/appsettings.Development.json': '{ "Kart": { "Nokkel": "x" } }' };
    expect(await readers(withVault(services, development))).toEqual(['options-section Kart']);
    const deployed = { 'App/appsettings.Production.json': '{ "Kart": { "Nokkel": "x" } }' };
    expect(await readers(withVault(services, deployed))).toEqual([]);
    const variable = { 'deployment/values.yaml': 'deployment:\n  env:\n    - name: Kart__Nokkel\n      value: x\n' };
    expect(await readers(withVault(services, variable))).toEqual([]);
  });

  test.each([
    [
      'what the platform fills',
      'var a = config.GetSection("GeneralSettings").Get<A>(); var b = config["PlatformSettings:ApiStorageEndpoint"];',
    ],
    ['what finds the vault', 'var a = config["kvSetting:SecretUri"]; config.GetSection("kvSetting").Bind(a);'],
    ['variables of the platform', 'var a = config["ASPNETCORE_ENVIRONMENT"]; var b = config["APP_NAME"];'],
    ['telemetry', 'var a = config["ApplicationInsights:InstrumentationKey"];'],
    ['what is no configuration', 'var a = ordbok["Kart"]; var b = request.Headers["Kart"];'],
    ['a name that is computed', 'var a = config[Navn()]; config.Bind(Navn(), kart);'],
    ['what is bound to no configuration', 'binder.Bind("Kart", kart); Bind("Kart", kart); config.Bind(kart);'],
    ['an object that something else is bound to', 'modell.Bind(kart); modell.Bind(kart, "Kart");'],
  ])('but not %s', async (_, services) => {
    expect(await readers(withVault(`    ${services}`))).toEqual([]);
  });

  test.each([
    ['injected', 'class A(IConfiguration c) { object B() => c["Kart:Nokkel"]; }'],
    [
      'kept in a field',
      'class A { readonly IConfigurationRoot _rot; A(IConfigurationRoot r) => _rot = r; object B() => _rot["Kart:Nokkel"]; }',
    ],
    [
      'kept by a base class',
      'class B(IConfiguration c) { protected IConfiguration Alt => c; } class A(IConfiguration c) : B(c) { object B() => this.Alt!["Kart:Nokkel"]; }',
    ],
  ])('whatever the configuration is called: %s', async (_, text) => {
    expect(await readers(withVault('', { 'App/A.cs': text }))).toEqual(['options-section Kart:Nokkel']);
  });

  test('in hardly more time beside a very long text', async () => {
    const long = 'a'.repeat(200_000);
    const text = `class A(IConfiguration c) { object B() => "${long}"["Kart"]; object C() => c["Kart:Nokkel"]; }`;
    expect(await readers(withVault('', { 'App/A.cs': text }))).toEqual(['options-section Kart:Nokkel']);
  }, 20_000);

  test('but nothing else that is called so', async () => {
    const text = 'class A(IDictionary<string, string> c) { object B() => c["Kart:Nokkel"]; }';
    expect(await readers(withVault('', { 'App/A.cs': text }))).toEqual([]);
  });

  test('where no vault is a source', async () => {
    expect(await readers(appWith(`${external}\n    services.Configure<Kart>(config.GetSection("Kart"));`))).toEqual([]);
  });
});

describe('sections that libraries read by themselves', () => {
  const filled = '{ "NetsPaymentSettings": { "SecretApiKey": "x", "WebhookCallbackKey": "y" } }';

  test.each([
    [
      'payment, by its settings',
      { 'App/appsettings.json': '{ "NetsPaymentSettings": { "BaseUrl": "https://x" } }' },
      ['NetsPaymentSettings'],
    ],
    ['payment, by its code', { 'App/Pris.cs': 'class Pris : IOrderDetailsCalculator;' }, ['NetsPaymentSettings']],
    ['payment that a settings file fills', { 'App/appsettings.json': filled }, []],
    ['payment that only a local file fills', { 'App/appsettings.Development.json': filled }, ['NetsPaymentSettings']],
    [
      'payment of which a settings file fills one secret',
      { 'App/appsettings.json': '{ "netsPaymentSettings": { "secretApiKey": "x", "WebhookCallbackKey": "" } }' },
      ['NetsPaymentSettings'],
    ],
    [
      'payment that two settings files fill',
      {
        'App/appsettings.json': '{ "NetsPaymentSettings": { "SecretApiKey": "x" } }',
        'App/appsettings.Production.json': '{ "netspaymentsettings": { "webhookcallbackkey": "x" } }',
      },
      [],
    ],
    ['another section that begins alike', { 'App/appsettings.json': '{ "NetsPaymentSettingsTwo": { "A": "" } }' }, []],
    ['Fiks', { 'App/Fiks.cs': 'class Fiks { void A(IServiceCollection s) => s.AddFiksArkiv(); }' }, ['FiksIOSettings']],
    [
      'eFormidling',
      { 'App/E.cs': 'class E { void A(IServiceCollection s) => s.AddEFormidlingServices2<M, R>(c); }' },
      ['EFormidlingClientSettings'],
    ],
  ])('%s', async (_, more: Files, names) => {
    expect(await readers(withVault('', more))).toEqual(names.map((name) => `known-section ${name}`));
  });
});

describe('secrets read by their name', () => {
  const reader = (call: string) => ({
    'App/A.cs': `using Altinn.App.Core.Internal.Secrets;\nclass A(ISecretsClient secrets, IConfiguration config) { object B() => ${call}; }`,
  });

  test.each([
    ['known', 'secrets.GetSecretAsync("betaling")', 'betaling'],
    ['computed', 'secrets.GetSecretAsync(config["x"] + "y")', 'GetSecretAsync'],
    ['a certificate', 'secrets.GetCertificateAsync("signering")', 'signering'],
    ['whatever the client of the SDK reads', 'secrets.GetKeyVaultClient()', 'GetKeyVaultClient'],
  ])('%s', async (_, call, name) => {
    expect(await readers(appWith(external, { more: reader(call) }))).toEqual([`secrets-client ${name}`]);
  });
});

describe('a listing of the vault', () => {
  const services =
    '    services.Configure<Kart>(config.GetSection("soknad:Kart"));\n    var navn = config["Enkelthemmelighet"];';
  const more = { 'App/appsettings.json': '{ "Arkiv": { "Url": "https://x" } }' };

  test('tells which secrets feed what the app reads', async () => {
    const vaultSecrets = [
      'SOKNAD--Kart--Nokkel',
      'Arkiv--Nokkel',
      'Enkelthemmelighet',
      'klage--Kart--Nokkel',
      'soknad--MaskinportenSettings--ClientId',
      'soknad--Karttjeneste--Nokkel',
      'MaskinportenSettings--ClientId',
    ];
    expect(await readers(withVault(services, more), { vaultSecrets })).toEqual([
      'listed SOKNAD--Kart--Nokkel',
      'listed Arkiv--Nokkel',
      'listed Enkelthemmelighet',
    ]);
  });

  test('leaves no reader of a section that none of them feeds', async () => {
    expect(await readers(withVault(services, more), { vaultSecrets: ['klage--Kart--Nokkel'] })).toEqual([]);
  });

  test('says nothing of certificates, nor of what is read by its name', async () => {
    const direct = { 'App/A.cs': 'class A(ISecretsClient s) { object B() => s.GetCertificateAsync("signering"); }' };
    expect(await readers(withVault('', direct), { vaultSecrets: [] })).toEqual(['secrets-client signering']);
  });
});
