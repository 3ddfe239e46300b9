import { describe, expect, test } from 'vitest';
import { triggerOf } from '../../../src/app/trigger.ts';
import { studioFileNotLoaded } from '../../../src/words/rules/host/studio-file-not-loaded.ts';
import { triggerEn, triggerNb } from '../../../src/words/trigger.ts';
import { appWith, auditedApp, found } from '../audited.ts';
import { patched, planned, program, type StartUpOptions, startingApp } from '../start-ups.ts';
import { connecting, documented, oldSdkCall, usings } from '../vault/wirings.ts';

const rule = 'host/studio-file-not-loaded';

/** As documented from November 2023 to June 2024. */
const replacedHost = (more = '            ConnectToKeyVault(config);\n') => `    builder.ConfigureAppConfiguration(
        (_, config) =>
        {
            config.LoadAppConfig(args);
${more}        }
    );
`;

async function findings(app: StartUpOptions): Promise<readonly string[]> {
  return found(rule, startingApp(app));
}

const review = 'error switch review, host-restored';

describe('the host is never set up', () => {
  test.each<[string, StartUpOptions, string]>([
    ['something took its place', { host: replacedHost(), functions: connecting(oldSdkCall) }, '24'],
    [
      'only LoadAppConfig took its place',
      { host: '    builder.ConfigureAppConfiguration((_, config) => config.LoadAppConfig(args));\n' },
      '24',
    ],
    ['nothing took its place', { host: '' }, '6'],
    ['it stands in a comment', { host: '    // builder.ConfigureAppWebHost(args);\n' }, '6'],
    [
      'it stands in a function that nothing calls',
      { host: '', functions: '\nvoid Unused(IWebHostBuilder builder)\n{\n    builder.ConfigureAppWebHost(args);\n}\n' },
      '6',
    ],
    [
      'a function of the app’s own has the name',
      {
        host: '',
        before: 'ConfigureAppWebHost(args);\n\n',
        functions: '\nvoid ConfigureAppWebHost(string[] args) { }\n',
      },
      '6',
    ],
  ])('%s', async (_, app, line) => {
    expect(await findings(app)).toEqual([`App/Program.cs:${line} ${review}`]);
  });

  test('also where only a library asks Maskinporten', async () => {
    const app = { services: '    services.AddFiksArkiv();\n', host: '' };
    expect(await findings(app)).toEqual([`App/Program.cs:6 ${review}`]);
  });

  test('also where only the record tells of Maskinporten, and not where nothing does', async () => {
    const client = { id: 'a', section: 'a', decision: 'studio', scopes: [], exchange: null };
    const clients = [{ ...client, clientIdHashes: [], secrets: [], files: [] }];
    const more = { 'maskinflytt.migration.json': JSON.stringify({ schemaVersion: 1, clients }) };
    const app = { services: '', host: '', after: documented };
    expect(await findings({ ...app, more })).toEqual([`App/Program.cs:5 ${review}`]);
    expect(await findings(app)).toEqual([]);
  });

  test('in a start-up with a host builder, for people', async () => {
    const files = {
      ...startingApp({}),
      'App/Program.cs': `public class Program
{
    public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args)
            .ConfigureAppConfiguration((_, config) => config.LoadAppConfig(args))
            .ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
}
`,
      'App/Startup.cs':
        'public class Startup { public void ConfigureServices(IServiceCollection services) { services.ConfigureMaskinportenClient("a:MaskinportenSettings"); services.AddAltinnAppServices(c, e); } }\n',
    };
    expect(await found(rule, files)).toEqual(['App/Program.cs:7 error switch manual, host-place-unclear']);
  });

  test('with Key Vault added before what took its place, for people', async () => {
    const app = { before: documented, host: replacedHost('') };
    expect(await findings(app)).toEqual([expect.stringContaining('manual, host-place-unclear')]);
  });

  describe('but in Development, where a second call would run besides: for people', () => {
    const inDevelopment =
      'if (builder.Environment.IsDevelopment())\n{\n    builder.WebHost.ConfigureAppWebHost(args);\n}\n';
    const options = { host: '', before: `${inDevelopment}\n` };
    const manual = 'error switch manual, host-development-only';

    test.each<[string, StartUpOptions]>([
      ['under a condition', options],
      ['beside what took its place elsewhere', { host: replacedHost(''), before: options.before }],
      [
        'in a function that is called under one',
        {
          host: '',
          before: 'if (builder.Environment.IsDevelopment()) SetUp(builder.WebHost);\n\n',
          functions: '\nvoid SetUp(IWebHostBuilder host)\n{\n    host.ConfigureAppWebHost(args);\n}\n',
        },
      ],
      [
        'after a return from the function that would call it',
        { host: '    if (!env.IsDevelopment()) return;\n    builder.ConfigureAppWebHost(args);\n' },
      ],
    ])('%s', async (_, app) => {
      const lines = program(app).split('\n');
      const line = lines.findIndex((text) => text.includes('ConfigureAppWebHost(args)')) + 1;
      expect(await findings(app)).toEqual([`App/Program.cs:${line} ${manual}`]);
    });

    test('and a client that waits for the file waits for them', async () => {
      expect(await found('config/custom-path', startingApp(options))).toEqual([
        expect.stringContaining('manual, studio-file-not-loaded'),
      ]);
    });

    test('which is said', async () => {
      const { app, settled } = await auditedApp(startingApp(options));
      const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
      expect(data).toEqual([{ method: 'ConfigureAppWebHost', vault: false }]);
      const trigger = triggerOf(app);
      expect(trigger).toEqual({ event: 'never', because: { why: 'host-development-only' } });
      const told = data.flatMap((one) => [studioFileNotLoaded.en.message(one), studioFileNotLoaded.nb.message(one)]);
      for (const text of [...told, triggerEn(trigger), triggerNb(trigger)]) expect(text).toContain('Development');
    });
  });

  test.each(['8.*-x'])('in a version that nobody knows, %s, for people', async (version) => {
    expect(await findings({ version, host: '' })).toEqual([expect.stringContaining('manual, version-unknown')]);
  });
});

describe('there is nothing to say', () => {
  test.each<[string, StartUpOptions]>([
    ['the host is set up', {}],
    ['it is set up at top level', { host: '', before: 'builder.WebHost.ConfigureAppWebHost(args);\n\n' }],
    [
      'it is set up in an extension method of another file',
      {
        host: '    builder.SetUp(args);\n',
        more: {
          'App/HostExtensions.cs':
            'public static class HostExtensions { public static void SetUp(this IWebHostBuilder host, string[] args) { host.ConfigureAppWebHost(args); } }\n',
        },
      },
    ],
    [
      'a function that cannot be followed sets it up',
      {
        host: '    library.Run(SetUp);\n',
        functions: '\nvoid SetUp(IWebHostBuilder host)\n{\n    host.ConfigureAppWebHost(args);\n}\n',
      },
    ],
    ['the app has nothing to do with Maskinporten', { host: '', services: '', after: documented }],
    ['nothing is provisioned in the version', { version: '8.2.6', host: '' }],
    [
      'the client finds the file by itself',
      { version: '9.0.0', host: '', services: '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");\n' },
    ],
  ])('%s', async (_, app) => {
    expect(await findings(app)).toEqual([]);
  });

  test('an app that has nothing of it', async () => {
    expect(await found(rule, appWith('    services.AddHttpContextAccessor();'))).toEqual([]);
  });
});

describe('the host comes back', () => {
  const only = async (app: StartUpOptions) => patched(startingApp({ usings, ...app }), [rule]);

  test('above what took its place, which loads no configuration of the app itself any more', async () => {
    const functions = connecting(oldSdkCall);
    const host = replacedHost().replace('            config.LoadAppConfig(args);\n', '');
    expect(await only({ host: replacedHost(), functions })).toBe(
      program({ usings, host: `    builder.ConfigureAppWebHost(args);\n${host}`, functions }),
    );
  });

  test.each([
    [
      'a lambda of one expression',
      '    builder.ConfigureAppConfiguration((_, config) => config.LoadAppConfig(args));\n',
    ],
    ['a lambda of one statement', replacedHost('')],
  ])('in place of %s that did nothing else', async (_, host) => {
    expect(await only({ host })).toBe(program({ usings }));
  });

  test('in place of a call on the configuration itself', async () => {
    const calling = (call: string) => `builder.${call}(args);\n\n`;
    expect(await only({ host: '', before: calling('Configuration.LoadAppConfig') })).toBe(
      program({ usings, host: '', before: calling('WebHost.ConfigureAppWebHost') }),
    );
  });

  test('before the app is built, where nothing stands in its place', async () => {
    expect(await only({ host: '    builder.UseKestrel();\n' })).toBe(
      program({ usings, host: '    builder.UseKestrel();\n' }).replace(
        'ConfigureWebHostBuilder(builder.WebHost);\n',
        'ConfigureWebHostBuilder(builder.WebHost);\nbuilder.WebHost.ConfigureAppWebHost(args);\n',
      ),
    );
  });

  test('before Key Vault, which stays the last to be added', async () => {
    expect(await only({ host: '', after: `// Vault\n${documented}\n` })).toBe(
      program({ usings, host: '', after: `// Vault\n${documented}\n` }).replace(
        'ConfigureWebHostBuilder(builder.WebHost);\n',
        'ConfigureWebHostBuilder(builder.WebHost);\nbuilder.WebHost.ConfigureAppWebHost(args);\n',
      ),
    );
  });

  test('together with the library’s method for Key Vault, as documented before and after', async () => {
    const functions = connecting(oldSdkCall);
    const files = startingApp({ usings, host: replacedHost(), functions });
    const expected = program({ usings, after: `${documented}\n`, functions });
    expect(await patched(files, [rule, 'vault/handwritten-provider'])).toBe(expected);
    expect(await patched(files, ['vault/handwritten-provider'])).toBe(expected);
  });

  test('not where nothing stands for the arguments of the app', async () => {
    const host = '    StartUp.SetUp(builder);\n';
    const more = {
      'App/StartUp.cs':
        'public static class StartUp\n{\n    public static void SetUp(IWebHostBuilder builder)\n    {\n        builder.ConfigureAppConfiguration((_, config) => config.LoadAppConfig());\n    }\n}\n',
    };
    expect(await findings({ host, more })).toEqual(['App/StartUp.cs:5 error switch manual, host-place-unclear']);
  });
});

describe('clients that wait for the file bring the host back', () => {
  const services =
    '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("x:MaskinportenSettings"), d => d.ClientSettings.Scope = "a:b");\n';
  const more = { 'App/C.cs': 'public class C { }\n' };

  test('a configuration by path', async () => {
    const files = startingApp({
      usings,
      host: '    builder.ConfigureAppConfiguration((_, config) => config.LoadAppConfig(args));\n',
    });
    expect(await found('config/custom-path', files)).toEqual(['App/Program.cs:6 error switch review, host-restored']);
    expect(await patched(files, ['config/custom-path'])).toBe(program({ usings, services: '' }));
  });

  test('a client of the external package', async () => {
    const files = startingApp({ usings, services, more, host: '' });
    expect(await found('clients/external-http-client', files)).toEqual([
      'App/Program.cs:6 error switch review, host-restored',
    ]);
    expect(await patched(files, ['clients/external-http-client'])).toContain(
      'builder.WebHost.ConfigureAppWebHost(args);',
    );
  });

  test('a class that asks for tokens', async () => {
    const asking = {
      'App/C.cs':
        'using Altinn.App.Core.Internal.Maskinporten;\n\npublic class C(IMaskinportenTokenProvider provider)\n{\n    public async Task<string> F() => await provider.GetToken("a:b");\n}\n',
    };
    const files = startingApp({ usings, services: '', more: asking, host: '' });
    expect(await found('clients/token-provider', files)).toEqual([expect.stringMatching(/review.*, host-restored/)]);
    expect(await patched(files, ['clients/token-provider'])).toContain('builder.WebHost.ConfigureAppWebHost(args);');
  });

  test('all of them in one change', async () => {
    const files = startingApp({ usings, services, more, host: '' });
    const { taken, texts } = await planned(files, ['clients/external-http-client', rule]);
    expect(taken).toHaveLength(2);
    expect(texts.get('App/Program.cs')?.match(/ConfigureAppWebHost/g)).toHaveLength(1);
  });

  test('unless the host cannot come back by itself', async () => {
    const files = startingApp({ usings, before: documented, host: replacedHost('') });
    expect(await found('config/custom-path', files)).toEqual([
      expect.stringContaining('manual, studio-file-not-loaded'),
    ]);
  });
});
