import { describe, expect, test } from 'vitest';
import { type Asked, appWith, auditedApp, type Files, found } from '../audited.ts';
import { switched } from '../clients/switched.ts';

const rule = 'config/settings-in-code';
const packages = 'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.ApiClients.Maskinporten.Extensions;\n';
const library = 'using Altinn.App.Core.Features.Maskinporten.Models;\n';

/** A class of the app in a file of its own; its body begins on line 3. */
function withClass(code: string, usings = packages.split('\n')[0] ?? ''): Files {
  return appWith('', { more: { 'App/Own.cs': `${usings}\n\n${code}\n` } });
}

/** With usings above `Program.cs`, two lines of them. */
function withServices(services: string, usings = packages): Files {
  const files = appWith(services);
  return { ...files, 'App/Program.cs': `${usings}${String(files['App/Program.cs'])}` };
}

async function hows(files: Files, asked: Asked = {}) {
  const { settled } = await auditedApp(files, asked);
  return settled.flatMap(({ finding: { rule: id, data } }) =>
    id === rule && 'of' in data && 'how' in data ? [`${data.of} ${data.how}`] : [],
  );
}

describe('code that handles settings itself is found', () => {
  test.each<[string, Files, string, string]>([
    ['injected', withClass('class Own(IOptions<MaskinportenSettings> o);'), 'App/Own.cs:3', 'package injected'],
    [
      'monitored',
      withClass('class Own { Own(IOptionsMonitor<MaskinportenSettings> o) {} }'),
      'App/Own.cs:3',
      'package injected',
    ],
    [
      'injected bare',
      withClass('class Own { public Own(MaskinportenSettings s) {} }'),
      'App/Own.cs:3',
      'package injected',
    ],
    [
      'resolved',
      withServices('    sp.GetRequiredService<IOptions<MaskinportenSettings>>();'),
      'App/Program.cs:5',
      'package injected',
    ],
    [
      'configured',
      withServices('    services.Configure<MaskinportenSettings>(config.GetSection("a"));'),
      'App/Program.cs:5',
      'package configured',
    ],
    [
      'configured with options',
      withServices('    services.AddOptions<MaskinportenSettings>().BindConfiguration("a");'),
      'App/Program.cs:5',
      'package configured',
    ],
    [
      'read',
      withServices('    var s = config.GetSection("a").Get<MaskinportenSettings>();'),
      'App/Program.cs:5',
      'package bound',
    ],
    ['made', withServices('    var s = new MaskinportenSettings();'), 'App/Program.cs:5', 'package made'],
    ['made by target type', withServices('    MaskinportenSettings s = new();'), 'App/Program.cs:5', 'package made'],
    [
      'under an alias',
      withClass(
        'class Own(IOptions<Old> o);',
        'using Old = Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings;',
      ),
      'App/Own.cs:3',
      'package injected',
    ],
    [
      'of the built-in client',
      withClass('class Own(IOptions<MaskinportenSettings> o);', library.trim()),
      'App/Own.cs:3',
      'library injected',
    ],
    [
      'of the built-in client, configured',
      withServices(
        '    services.Configure<MaskinportenSettings>(config.GetSection("a"));',
        `${library}using System;\n`,
      ),
      'App/Program.cs:5',
      'library configured',
    ],
  ])('%s', async (_, files, at, how) => {
    expect(await found(rule, files)).toEqual([`${at} warning switch manual`]);
    expect(await hows(files)).toEqual([how]);
    expect(await found(rule, files, { target: 'v9' })).toEqual([`${at} error switch manual`]);
  });
});

describe('nothing is said', () => {
  const register = (settings: string) =>
    `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(${settings}, d => d.ClientSettings.Scope = "a");`;
  test.each<[string, Files]>([
    [
      'of a type of the app’s own',
      withClass('class MaskinportenSettings {}\nclass Own(IOptions<MaskinportenSettings> o);', ''),
    ],
    ['of what a registration takes', withServices(register('config.GetSection("a").Get<MaskinportenSettings>()'))],
    [
      'of a local that a registration takes',
      withServices(`    var s = config.GetSection("a").Get<MaskinportenSettings>();\n${register('s')}`),
    ],
    [
      'of an object that is filled for a registration',
      withServices(`    var s = new MaskinportenSettings();\n    config.GetSection("a").Bind(s);\n${register('s')}`),
    ],
    [
      'of a function that makes them for a registration',
      withServices(
        `${register('Own(config)')}\n}\n\nMaskinportenSettings Own(IConfiguration config)\n{\n    return config.GetSection("a").Get<MaskinportenSettings>();`,
      ),
    ],
    [
      'of a function that makes them, called with a space',
      withServices(
        `${register('Own (config)')}\n}\n\nMaskinportenSettings Own(IConfiguration config)\n{\n    return config.GetSection("a").Get<MaskinportenSettings>();`,
      ),
    ],
    [
      'of what a delegate reads',
      withServices(
        '    services.ConfigureMaskinportenClient(o => { var s = config.GetSection("a").Get<MaskinportenSettings>(); o.ClientId = s.ClientId; });',
      ),
    ],
    [
      'of what a delegate copies',
      withServices(
        '    var s = config.GetSection("a").Get<MaskinportenSettings>();\n    services.ConfigureMaskinportenClient(o => { o.ClientId = s.ClientId; });',
      ),
    ],
    [
      'of the form of eFormidling',
      withServices(
        '    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));\n    services.AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk");',
        `${packages.split('\n')[0]}\nusing Altinn.App.Core.Internal.Maskinporten;\n`,
      ),
    ],
    [
      'of the form of eFormidling, without a provider',
      withServices(
        '    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));\n    services.AddEFormidlingServices<A, B>(config);',
      ),
    ],
    [
      'of what goes with a service that nobody takes',
      withServices(
        '    services.Configure<MaskinportenSettings>(config.GetSection("a"));\n    services.AddSingleton<IMaskinportenService, MaskinportenService>();',
        'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.ApiClients.Maskinporten.Interfaces;\nusing Altinn.ApiClients.Maskinporten.Services;\n',
      ),
    ],
    ['of a comment', withServices('    // services.Configure<MaskinportenSettings>(config.GetSection("a"));')],
    ['of its name', withServices('    config.GetSection(nameof(MaskinportenSettings));')],
  ])('%s', async (_, files) => {
    expect(await found(rule, files)).toEqual([]);
  });

  const own = packages.split('\n')[0];
  const programLength = String(withServices(register('config.GetSection("a")'))['App/Program.cs']).indexOf(
    'services.Add',
  );
  test.each<[string, Files, string]>([
    [
      'at the place of a registration in another file',
      {
        ...withServices(register('config.GetSection("a")')),
        'App/Own.cs': `${own}\n// ${'-'.repeat(programLength)}\nclass Own(IOptions<MaskinportenSettings> o);\n`,
      },
      'App/Own.cs:3',
    ],
    [
      'of a local by the name that another file registers',
      {
        ...withServices(`    var s = config.GetSection("a");\n${register('s')}`),
        'App/Own.cs': `${own}\nclass Own { void M() { var s = config.GetSection("b").Get<MaskinportenSettings>(); } }\n`,
      },
      'App/Own.cs:2',
    ],
    [
      'of a local by the name that a delegate of another file copies',
      {
        ...withServices(
          '    var s = config.GetSection("a").Get<Ours>();\n    services.ConfigureMaskinportenClient(o => { o.ClientId = s.ClientId; });',
        ),
        'App/Own.cs': `${own}\nclass Own { void M() { var s = config.GetSection("b").Get<MaskinportenSettings>(); } }\n`,
      },
      'App/Own.cs:2',
    ],
    [
      'of a local that no delegate copies',
      withServices(
        '    var s = config.GetSection("a").Get<MaskinportenSettings>();\n    var t = config.GetSection("b").Get<Ours>();\n    services.ConfigureMaskinportenClient(o => { o.ClientId = t.ClientId; });',
      ),
      'App/Program.cs:5',
    ],
    [
      'of a local beside a path',
      withServices(
        '    var s = config.GetSection("a").Get<MaskinportenSettings>();\n    services.ConfigureMaskinportenClient("a");',
      ),
      'App/Program.cs:5',
    ],
    [
      'of a function whose name a registration’s ends with',
      withServices(
        `${register('MyOwn(config)')}\n}\n\nMaskinportenSettings Own(IConfiguration config)\n{\n    return config.GetSection("a").Get<MaskinportenSettings>();`,
      ),
      'App/Program.cs:10',
    ],
    [
      'of a function whose name a registration’s begins with',
      withServices(
        `${register('Owner(config)')}\n}\n\nMaskinportenSettings Own(IConfiguration config)\n{\n    return config.GetSection("a").Get<MaskinportenSettings>();`,
      ),
      'App/Program.cs:10',
    ],
  ])('but not %s', async (_, files, at) => {
    expect(await found(rule, files)).toEqual([`${at} warning switch manual`]);
  });

  const injecting = (usings: string) => `${usings}class Own(IOptions<MaskinportenSettings> o);\n`;

  test('when the package stays by decision, but of the built-in client’s', async () => {
    const files = {
      ...withServices(register('config.GetSection("a")')),
      'App/Old.cs': injecting(packages),
      'App/Own.cs': injecting(library),
    };
    expect(await hows(files)).toEqual(['package injected', 'library injected']);
    expect(await hows(files, { decide: { a: 'studio' } })).toEqual(['package injected', 'library injected']);
    expect(await hows(files, { decide: { a: 'own-external' } })).toEqual(['library injected']);
  });

  test('when every credential stays with the package', async () => {
    const two = `${register('config.GetSection("a")')}\n${register('config.GetSection("b")').replace(', C>', ', D>')}`;
    const files = { ...withServices(two), 'App/Old.cs': injecting(packages) };
    expect(await hows(files, { decide: { a: 'own-external', b: 'own-external' } })).toEqual([]);
    expect(await hows(files, { decide: { a: 'own-external', b: 'studio' } })).toEqual(['package injected']);
    expect(await hows(files, { decide: { a: 'own-external', b: 'own-built-in' } })).toEqual(['package injected']);
  });
});

test('settings that are made beside those of eFormidling are told', async () => {
  const files = withServices(
    '    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));\n    services.AddEFormidlingServices<A, B>(config);\n    Use(new MaskinportenSettings());',
  );
  expect(await hows(files)).toEqual(['package made']);
});

describe('of a class that asks the package’s service, and moves', () => {
  const usings =
    'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.ApiClients.Maskinporten.Interfaces;\nusing Altinn.ApiClients.Maskinporten.Services;\n';
  const asking = (more: string): Files =>
    appWith('    services.AddTransient<Own>();', {
      more: {
        'App/Own.cs': `${usings}
public class Own(IMaskinportenService service, IOptions<MaskinportenSettings> settings)
{
    public async Task<string> Ask(string scope)
    {
        ${more}
        var token = await service.GetToken(settings.Value.EncodedJwk, settings.Value.Environment, settings.Value.ClientId, scope, null);
        return token.AccessToken;
    }
}
`,
      },
    });

  test.each([
    ['nothing is said where they go along', '', []],
    ['they are told where they stay for something else', 'Log(settings.Value.Environment);', ['package injected']],
    ['others are told that it makes', 'Use(new MaskinportenSettings());', ['package made']],
  ])('%s', async (_, more, expected) => {
    expect(await hows(asking(more))).toEqual(expected);
  });
});

test('settings that are injected beside a client that moves stay, and are told', async () => {
  const files = {
    ...withServices(
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("a"), d => d.ClientSettings.Scope = "a");',
    ),
    'App/Own.cs': `${packages.split('\n')[0]}\nclass Own(IOptions<MaskinportenSettings> o);\n`,
  };
  const { withdrawn, left } = await switched(files);
  expect(withdrawn).toEqual([]);
  expect(left).toContain(`${rule} App/Own.cs:2 warning switch manual`);
});
