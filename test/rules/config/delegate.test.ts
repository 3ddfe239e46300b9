import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, type Files, found, programWith } from '../audited.ts';
import { switched } from '../clients/switched.ts';

const rule = 'config/delegate';

const usings = `using System;
using Altinn.App.Api.Extensions;
using Altinn.App.Core.Features.Maskinporten.Exceptions;
using LegacyMaskinportenSettings = Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings;
`;

/** What the documentation shows for an app that keeps the settings of the external package. */
const documented = `    var legacySettings =
        config.GetSection("Own").Get<LegacyMaskinportenSettings>()
        ?? throw new MaskinportenConfigurationException("Maskinporten settings not found in config.");

    services.ConfigureMaskinportenClient(options =>
    {
        options.ClientId = legacySettings.ClientId;
        options.JwkBase64 = legacySettings.EncodedJwk;
        options.Authority = legacySettings.Environment switch
        {
            "prod" => "https://maskinporten.no/",
            "test" => "https://test.maskinporten.no/",
            _ => throw new MaskinportenConfigurationException($"Unknown environment {legacySettings.Environment}")
        };
    });`;

function program(services: string, head = usings): Files {
  return { ...appWith(''), 'App/Program.cs': head + programWith(services) };
}

describe('a client that is configured by a delegate', () => {
  test.each([
    ['of members', '    services.ConfigureMaskinportenClient(o => { o.ClientId = "x"; });'],
    [
      'of keys of the configuration',
      '    services.ConfigureMaskinportenClient(o => { o.ClientId = config["Own:ClientId"]; o.JwkBase64 = config["Own:JwkBase64"]; });',
    ],
    ['of one expression', '    services.ConfigureMaskinportenClient(o => config.GetSection("Own").Bind(o));'],
    [
      'that is a method',
      '    services.ConfigureMaskinportenClient(Configure);\n    void Configure(MaskinportenSettings o) { }',
    ],
    ['called statically', '    ServiceCollectionExtensions.ConfigureMaskinportenClient(services, o => { });'],
    ['on the Fiks builder', '    services.AddFiksArkiv().WithMaskinportenConfig(o => { });'],
  ])('%s, is worth a look', async (_, services) => {
    expect(await found(rule, appWith(services))).toEqual(['App/Program.cs:3 error switch review, set-in-code']);
  });

  test.each([
    [
      'the section that it copies',
      '    services.ConfigureMaskinportenClient(o => { o.ClientId = config["Own:ClientId"]; o.JwkBase64 = config["Own:JwkBase64"]; });',
      'Own',
    ],
    ['the section of the object that it copies', documented, 'Own'],
    [
      'the section that it reads when it runs',
      '    services.ConfigureMaskinportenClient(o =>\n    {\n        var own = config.GetSection("Own").Get<OwnSettings>();\n        o.ClientId = own?.ClientId;\n        o.JwkBase64 = own!.EncodedJwk;\n    });',
      'Own',
    ],
    [
      'no section where it copies from two',
      '    services.ConfigureMaskinportenClient(o => { o.ClientId = config["A:ClientId"]; o.JwkBase64 = config["B:JwkBase64"]; });',
      null,
    ],
    ['no section where it names none', '    services.ConfigureMaskinportenClient(o => { o.ClientId = "x"; });', null],
  ])('belongs to %s', async (_, services, section) => {
    const { settled } = await auditedApp(program(services));
    const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data.section] : []));
    expect(data).toEqual([section]);
  });
});

describe('what the call leaves behind', () => {
  test('nothing of the documented mapping: neither object nor alias nor usings', async () => {
    const { texts, withdrawn, left } = await switched(program(documented));
    expect({ withdrawn, left }).toEqual({ withdrawn: [], left: [] });
    expect(texts['App/Program.cs']).toBe(
      `using System;\nusing Altinn.App.Api.Extensions;\n${programWith('')}`.replace('{\n\n}', '{\n}'),
    );
  });

  test('what other code needs', async () => {
    const services = `${documented}\n    services.AddSingleton(legacySettings);`;
    const { texts } = await switched(program(services));
    const object = documented.slice(0, documented.indexOf('\n\n'));
    expect(texts['App/Program.cs']).toBe(
      `${usings}${programWith(`${object}\n\n    services.AddSingleton(legacySettings);`)}`,
    );
  });

  test('the rest of the chain', async () => {
    const services = '    services.AddFiksArkiv().WithMaskinportenConfig(o => { o.ClientId = "x"; }).WithOther();';
    expect((await switched(appWith(services))).services).toBe('    services.AddFiksArkiv().WithOther();\n');
  });

  test('nothing of an object that an external client used as well, when that moves too', async () => {
    const client =
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(legacySettings, d => { d.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = false; });';
    const head = `${usings}using Altinn.ApiClients.Maskinporten.Extensions;\nusing Altinn.ApiClients.Maskinporten.Services;\nusing Microsoft.Extensions.DependencyInjection;\n`;
    const { texts, withdrawn, left } = await switched(program(`${documented}\n${client}`, head));
    expect({ withdrawn, left }).toEqual({ withdrawn: [], left: [] });
    expect(texts['App/Program.cs']).toBe(
      `using System;\nusing Altinn.App.Api.Extensions;\nusing Microsoft.Extensions.DependencyInjection;\n${programWith('    services.AddHttpClient<DanClient>().UseMaskinportenAuthorization("a");')}`,
    );
  });
});

describe('it is worth another look', () => {
  const own = '    services.ConfigureMaskinportenClient(o => { o.ClientId = config["Own:ClientId"]; });';
  test.each([
    [
      'beside a path of the same section',
      `${own}\n    services.ConfigureMaskinportenClient("Own");`,
      'set-in-code, several-configurers',
    ],
    [
      'under a condition',
      `    if (config.GetValue<bool>("x"))\n${own}`,
      'set-in-code, conditional (config.GetValue<bool>("x"))',
    ],
    [
      'in a function that nothing shows to run',
      `    services.A();\n}\n\nvoid Unused(IServiceCollection services, IConfiguration config)\n{\n${own}`,
      'set-in-code, order-unknown',
    ],
  ])('%s', async (_, services, reasons) => {
    expect((await found(rule, appWith(services)))[0]).toMatch(/error switch review, /);
    expect((await found(rule, appWith(services)))[0]?.replace(/^.*? review, /, '')).toBe(reasons);
  });

  test('in Development only it is a note', async () => {
    expect(await found(rule, appWith(`    if (env.IsDevelopment())\n${own}`))).toEqual([
      'App/Program.cs:4 note switch review, set-in-code, development-only',
    ]);
    expect(await found(rule, appWith(`    if (env.IsDevelopment())\n${own}`), { target: 'v9' })).toEqual([
      'App/Program.cs:4 error switch review, set-in-code, development-only',
    ]);
  });
});

describe('it is left to people', () => {
  const own = '    services.ConfigureMaskinportenClient(o => { o.ClientId = config["Own:ClientId"]; });';
  test.each<[string, Files, string]>([
    ['an app that is too old', appWith(own, { version: '8.2.0' }), 'version-too-old (8.2.0 < 8.3.0)'],
    ['an app of unknown version', appWith(own, { version: '$(Unset)' }), 'version-unknown'],
    [
      'beside another identity',
      appWith(`${own}\n    services.ConfigureMaskinportenClient("Other");`),
      'undecided-identities (Own Other)',
    ],
    [
      'beside an external client of another section',
      appWith(
        `${own}\n    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("Other"), d => d.ClientSettings.Scope = "a");`,
      ),
      'undecided-identities (Own Other)',
    ],
    [
      'with the default section filled by the deployment',
      appWith(own, { more: { 'deployment/values.yaml': 'env:\n  - name: MaskinportenSettings__ClientId\n' } }),
      'default-section-filled (deployment/values.yaml: ClientId)',
    ],
    [
      'without the host that reads Studio’s file, and without a place for it',
      {
        ...appWith(own),
        'App/Program.cs': programWith(own).replace(
          'builder.WebHost.ConfigureAppWebHost(args);\n',
          'later(() => builder.WebHost.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args)));\n',
        ),
      },
      'studio-file-not-loaded',
    ],
    ['where #if decides', appWith(`#if X\n${own}\n#endif`), 'refused (conditional-compilation)'],
    [
      'where an object is made by what has effects',
      appWith(`    var s = Load();\n    services.ConfigureMaskinportenClient(o => o.ClientId = s.ClientId);`),
      'refused (local-with-effects)',
    ],
  ])('%s', async (_, files, reason) => {
    expect((await found(rule, files))[0]).toMatch(/^App\/Program\.cs:\d error switch manual, /);
    expect((await found(rule, files))[0]?.replace(/^.*? manual, /, '')).toBe(reason);
  });
});

describe('what was decided is done', () => {
  const own = '    services.ConfigureMaskinportenClient(o => { o.ClientId = config["Own:ClientId"]; });';

  test('own-built-in: it stays, and nothing is said', async () => {
    expect(await found(rule, appWith(own), { decide: { own: 'own-built-in' } })).toEqual([]);
  });

  test('own-built-in does not fit v9', async () => {
    expect(await found(rule, appWith(own), { target: 'v9', decide: { own: 'own-built-in' } })).toEqual([
      'App/Program.cs:3 error switch manual, decision-does-not-fit (studio own-external)',
    ]);
  });

  test('own-external does not fit the built-in client', async () => {
    expect(await found(rule, appWith(own), { decide: { own: 'own-external' } })).toEqual([
      'App/Program.cs:3 error switch manual, decision-does-not-fit (studio own-built-in)',
    ]);
  });

  test('studio for it and for another', async () => {
    const services = `${own}\n    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("Other"), d => d.ClientSettings.Scope = "a");`;
    const decide = { own: 'studio', other: 'studio' } as const;
    expect(await found(rule, appWith(services), { decide })).toEqual([
      'App/Program.cs:3 error switch review, set-in-code, several-identities',
    ]);
  });
});

describe('nothing is said of', () => {
  const call = '    services.ConfigureMaskinportenClient(o => { });';
  const declared =
    'public static class Own\n{\n    public static void ConfigureMaskinportenClient(this IServiceCollection services, Action<OwnSettings> configure) { }\n}\n';
  test.each<[string, Files]>([
    ['a path', appWith('    services.ConfigureMaskinportenClient("Own");')],
    ['a function of the app’s own', appWith(call, { more: { 'App/Own.cs': declared } })],
    ['a comment', appWith(`    //${call}`)],
  ])('%s', async (_, files) => {
    expect(await found(rule, files)).toEqual([]);
  });
});
