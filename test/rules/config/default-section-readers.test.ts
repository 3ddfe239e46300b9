import { describe, expect, test } from 'vitest';
import { type Asked, appWith, type Files, found } from '../audited.ts';
import { switched } from '../clients/switched.ts';

const settings = 'App/appsettings.json';
const filled = '{ "MaskinportenSettings": { "Authority": "a", "ClientId": "x", "EncodedJwk": "" } }';
const cleared = `default-section-cleared (${settings}: ClientId)`;

const builtIn = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");';
const customPath = '    services.ConfigureMaskinportenClient("own:MaskinportenSettings");';

function withCode(services: string, more: Files = {}): Files {
  return appWith(services, { more: { [settings]: filled, ...more } });
}

function reading(body: string, given = '(IConfiguration config)'): Files {
  return { 'App/Reading.cs': `public class Reading${given}\n{\n    ${body}\n}\n` };
}

function isRead(path: string, file = 'App/Reading.cs'): string {
  return `manual, default-section-read (${file}: ${path})`;
}

describe('keys of the default section stay while code of the app reads them', () => {
  test.each([
    ['a key', 'string Id => config["MaskinportenSettings:ClientId"];', 'MaskinportenSettings:ClientId'],
    [
      'a key in another casing',
      'string Id => config["maskinportensettings:clientid"];',
      'maskinportensettings:clientid',
    ],
    ['a part of a key', 'string Id => config["MaskinportenSettings:Jwk:kid"];', 'MaskinportenSettings:Jwk:kid'],
    [
      'a key of the section',
      'string Key => config.GetSection("MaskinportenSettings")["EncodedJwk"];',
      'MaskinportenSettings:EncodedJwk',
    ],
    [
      'a value',
      'string Key => config.GetValue<string>("MaskinportenSettings:EncodedJwk");',
      'MaskinportenSettings:EncodedJwk',
    ],
    [
      'the section of a key',
      'string Id => config.GetSection("MaskinportenSettings:ClientId").Value;',
      'MaskinportenSettings:ClientId',
    ],
    ['the section', 'Mine Own => config.GetSection("MaskinportenSettings").Get<Mine>();', 'MaskinportenSettings'],
    ['the section, bound', 'void Fill(Mine o) => config.Bind("MaskinportenSettings", o);', 'MaskinportenSettings'],
    [
      'the section, bound by itself',
      'void Fill(Mine o) => config.GetSection("MaskinportenSettings").Bind(o);',
      'MaskinportenSettings',
    ],
    [
      'the section through a local',
      'string Id() { var mp = config.GetSection("MaskinportenSettings"); return mp["ClientId"]; }',
      'MaskinportenSettings',
    ],
    [
      'the section that a field holds',
      'readonly IConfigurationSection _mp = config.GetSection("MaskinportenSettings"); Mine Own => _mp.Get<Mine>();',
      'MaskinportenSettings',
    ],
  ])('%s', async (_, body, path) => {
    const files = withCode(builtIn, reading(body));
    expect(await found('config/mixed-credentials', files)).toEqual([`${settings}:1 error switch ${isRead(path)}`]);
    const { texts, withdrawn } = await switched(files);
    expect({ text: texts[settings], withdrawn }).toEqual({ text: undefined, withdrawn: [] });
  });

  test.each([
    ['by their section', 'services.Configure<Mine>(config.GetSection("MaskinportenSettings"));'],
    ['by their name', 'services.AddOptions<Mine>().BindConfiguration("MaskinportenSettings");'],
    ['behind their type', 'services.AddOptions<Mine>().Bind(config.GetSection("MaskinportenSettings"));'],
  ])('options of the app’s own, bound %s', async (_, options) => {
    const files = withCode(`${builtIn}\n    ${options}`, reading('', '(IOptions<Mine> mine)'));
    expect(await found('config/mixed-credentials', files)).toEqual([
      `${settings}:1 error switch ${isRead('MaskinportenSettings', 'App/Program.cs')}`,
    ]);
  });

  const id = reading('string Id => config["MaskinportenSettings:ClientId"];');
  const why = isRead('MaskinportenSettings:ClientId');
  const external =
    '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, D>(config.GetSection("Own"), d => d.ClientSettings.Scope = "a");';

  test('and with them the custom path', async () => {
    const files = withCode(`${customPath}\n${builtIn}`, id);
    expect(await found('config/custom-path', files)).toEqual([`App/Program.cs:3 error switch ${why}`]);
    expect((await switched(files)).texts).toEqual({});
  });

  test('and with them the delegate', async () => {
    const files = withCode('    services.ConfigureMaskinportenClient(o => o.ClientId = config["own:ClientId"]);', id);
    expect(await found('config/delegate', files)).toEqual([`App/Program.cs:3 error switch ${why}`]);
  });

  test('and with them a client that would move', async () => {
    expect(await found('clients/external-http-client', withCode(external, id))).toEqual([
      `App/Program.cs:3 error switch ${why}`,
    ]);
  });

  test('each file that reads them is named once', async () => {
    const other = { 'App/Other.cs': String(id['App/Reading.cs']).replaceAll('Reading', 'Other') };
    const twice = reading(
      'string Id => config["MaskinportenSettings:ClientId"]; string Again => config["MaskinportenSettings:ClientId"];',
    );
    expect(await found('config/mixed-credentials', withCode(builtIn, { ...twice, ...other }))).toEqual([
      `${settings}:1 error switch ${isRead('MaskinportenSettings:ClientId', 'App/Other.cs')}, ${why.replace('manual, ', '')}`,
    ]);
  });
});

describe('code that has no use for them does not keep them', () => {
  test.each<[string, string, Files]>([
    ['another key', '', reading('string Url => config["MaskinportenSettings:Authority"];')],
    ['another section', '', reading('string Id => config["Own:MaskinportenSettings:ClientId"];')],
    ['another key of the section', '', reading('string Scope => config.GetSection("MaskinportenSettings")["Scope"];')],
    [
      'another key through a local',
      '',
      reading('string Scope() { var mp = config.GetSection("MaskinportenSettings"); return mp["Scope"]; }'),
    ],
    [
      'the built-in client’s own options',
      '    services.Configure<Altinn.App.Core.Features.Maskinporten.Models.MaskinportenSettings>(config.GetSection("MaskinportenSettings"));',
      {},
    ],
    ['local runs', '    if (env.IsDevelopment()) Use(config.GetSection("MaskinportenSettings").Get<Mine>());', {}],
    ['local runs by a key', '    if (env.IsDevelopment()) Use(config["MaskinportenSettings:ClientId"]);', {}],
  ])('%s', async (_, services, more) => {
    expect(await found('config/mixed-credentials', withCode(`${builtIn}\n${services}`, more))).toEqual([
      `${settings}:1 error switch review, ${cleared}`,
    ]);
  });

  test('another project', async () => {
    const test = {
      'Test/Test.csproj': '<Project Sdk="Microsoft.NET.Sdk" />',
      'Test/Reading.cs': String(reading('string Id => config["MaskinportenSettings:ClientId"];')['App/Reading.cs']),
    };
    expect(await found('config/mixed-credentials', withCode(builtIn, test))).toEqual([
      `${settings}:1 error switch review, ${cleared}`,
    ]);
  });

  const client = (section: string) =>
    `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, D>(${section}, d => d.ClientSettings.Scope = "a");`;

  test.each([
    ['a client that moves', client('config.GetSection("MaskinportenSettings")')],
    ['through a local', `    var mp = config.GetSection("MaskinportenSettings");\n${client('mp')}`],
    [
      'through an object',
      `    var mp = config.GetSection("MaskinportenSettings").Get<MaskinportenSettings>()!;\n${client('mp')}`,
    ],
    [
      'through an object that is filled',
      `    var mp = new MaskinportenSettings();\n    config.GetSection("MaskinportenSettings").Bind(mp);\n${client('mp')}`,
    ],
    [
      'through a function',
      `    Add(services, config.GetSection("MaskinportenSettings"));\n    static void Add(IServiceCollection services, IConfiguration mp)\n    {\n    ${client('mp')}\n    }`,
    ],
    [
      'through what a function returns',
      `${client('Own(config)')}\n    static MaskinportenSettings Own(IConfiguration config) => config.GetSection("MaskinportenSettings").Get<MaskinportenSettings>()!;`,
    ],
    [
      'by a key in its delegate',
      client('config.GetSection("MaskinportenSettings")').replace(
        'd => d.ClientSettings.Scope = "a"',
        'd => { d.ClientSettings.Scope = "a"; d.ClientSettings.ClientId = config["MaskinportenSettings:ClientId"]; }',
      ),
    ],
  ])('%s', async (_, services) => {
    const [finding] = await found('clients/external-http-client', withCode(services));
    expect(finding).toContain(cleared);
  });

  const held = 'var mp = config.GetSection("MaskinportenSettings")';

  test.each([
    ['a section', `    ${held};\n    services.AddSingleton(mp.Get<Mine>());`],
    ['a settings object', `    ${held}.Get<MaskinportenSettings>()!;\n    services.AddSingleton(mp);`],
    [
      'a function’s parameter',
      `    ${held};\n    Add(mp);\n    void Add(IConfiguration own) => services.AddSingleton(own["ClientId"]);`,
    ],
  ])('but a client that shares %s with other code does', async (_, services) => {
    const files = withCode(
      `${services}\n${client('config.GetSection("Own")')}\n${client('mp').replace(', D>', ', E>')}`,
    );
    const asked = { decide: { Own: 'studio', MaskinportenSettings: 'studio' } } as const;
    const [finding] = await found('clients/external-http-client', files, asked);
    expect(finding).toContain(isRead('MaskinportenSettings', 'App/Program.cs'));
  });

  test.each([
    ['by its keys', 'o => { o.ClientId = config["MaskinportenSettings:ClientId"]; }'],
    ['by the section', 'o => config.GetSection("MaskinportenSettings").Bind(o)'],
  ])('a delegate that goes, %s', async (_, delegate) => {
    const [finding] = await found(
      'config/delegate',
      withCode(`    services.ConfigureMaskinportenClient(${delegate});`),
    );
    expect(finding).toContain(cleared);
  });
});

describe('a class that asks the package’s service', () => {
  const asking = (member: string, given: string, id: string): Files => ({
    'App/Asking.cs': [
      'using Altinn.ApiClients.Maskinporten.Interfaces;',
      'using Altinn.ApiClients.Maskinporten.Models;',
      `public class Asking(IMaskinportenService service, ${given})`,
      '{',
      '    public async Task<string> Ask()',
      '    {',
      `        TokenResponse token = await service.GetToken(${id.replace('ID', 'EncodedJwk')}, "prod", ${id.replace('ID', 'ClientId')}, "a", null);`,
      `        return token.${member};`,
      '    }',
      '}',
      '',
    ].join('\n'),
  });
  const services = '    services.AddSingleton<IMaskinportenService, MaskinportenService>();';
  const key = ['IConfiguration config', 'config["MaskinportenSettings:ID"]'] as const;
  const options = ['IOptions<Mine> mine', 'mine.Value.ID'] as const;
  const bound = '\n    services.Configure<Mine>(config.GetSection("MaskinportenSettings"));';
  const mine = {
    'App/Mine.cs':
      'public class Mine { public string ClientId { get; set; } public string EncodedJwk { get; set; } }\n',
  };

  test.each<[string, Files]>([
    ['its keys', withCode(`${builtIn}\n${services}`, asking('AccessToken', ...key))],
    ['options', withCode(`${builtIn}\n${services}${bound}`, { ...asking('AccessToken', ...options), ...mine })],
  ])('takes %s along when it moves', async (_, files) => {
    expect(await found('config/mixed-credentials', files)).toEqual([`${settings}:1 error switch review, ${cleared}`]);
  });

  test.each<[string, Files, Asked, string]>([
    [
      'left to people',
      withCode(`${builtIn}\n${services}`, asking('Scope', ...key)),
      {},
      isRead('MaskinportenSettings:EncodedJwk', 'App/Asking.cs'),
    ],
    [
      'decided to stay',
      withCode(`${builtIn}\n${services}`, asking('AccessToken', ...key)),
      { decide: { MaskinportenSettings: 'own-external' } },
      isRead('MaskinportenSettings:EncodedJwk', 'App/Asking.cs'),
    ],
    [
      'decided to stay, with options',
      withCode(`${builtIn}\n${services}${bound}`, { ...asking('AccessToken', ...options), ...mine }),
      { decide: { MaskinportenSettings: 'own-external' } },
      isRead('MaskinportenSettings', 'App/Program.cs'),
    ],
  ])('keeps them when it is %s', async (_, files, asked, outcome) => {
    expect(await found('config/mixed-credentials', files, asked)).toEqual([`${settings}:1 error switch ${outcome}`]);
  });
});

describe('settings of the package, bound to the section beside a custom path,', () => {
  const usings = 'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.App.Core.Internal.Maskinporten;\n';
  const bound = '    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));';
  const withUsings = (services: string, more: Files = {}) => {
    const files = withCode(`${customPath}\n${services}`, more);
    return { ...files, 'App/Program.cs': `${usings}${String(files['App/Program.cs'])}` };
  };
  const asked = { decide: { 'own:MaskinportenSettings': 'studio', MaskinportenSettings: 'studio' } } as const;
  const taking = { 'App/Own.cs': `${usings}public class Own(IOptions<MaskinportenSettings> settings);\n` };

  test.each([
    ['keep the keys while a class takes them', withUsings(bound, taking)],
    [
      'keep the keys while the library’s old eFormidling takes them',
      withUsings(`${bound}\n    services.AddEFormidlingServices<A, B>(config);`),
    ],
  ])('%s', async (_, files) => {
    const [finding] = await found('config/custom-path', files, asked);
    expect(finding).toBe('App/Program.cs:5 error switch manual, external-on-default-section');
  });

  test.each([
    ['do not when nobody takes them', withUsings(bound)],
    [
      'do not when the provider that takes them goes',
      withUsings(`${bound}\n    services.AddMaskinportenJwkTokenProvider("x");`),
    ],
  ])('%s', async (_, files) => {
    const [finding] = await found('config/custom-path', files, asked);
    expect(finding).toContain(cleared);
  });
});

test('what is read may go through thousands of locals', async () => {
  const last = 4000;
  const locals = Array.from({ length: last }, (_, index) => `var a${index + 1} = a${index};`).join('\n');
  const body = `string F() { var a0 = config["MaskinportenSettings:ClientId"];\n${locals}\nreturn a${last}; }`;
  const [one] = await found('config/custom-path', withCode(customPath, reading(body)));
  expect(one).toContain(isRead('MaskinportenSettings:ClientId'));
});
