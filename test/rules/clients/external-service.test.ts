import { describe, expect, test } from 'vitest';
import { type Asked, appWith, type Files, found, libraryOf, projectOf, referencing } from '../audited.ts';
import { moved } from './moved.ts';

const rule = 'clients/external-service';
const review = 'error switch review, token-source-changes';
const usings = `using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Config;
using Altinn.ApiClients.Maskinporten.Interfaces;
using Altinn.ApiClients.Maskinporten.Models;
`;

/** A class whose only method does what is given, in a primary constructor of its own. */
function clientWith(statements: string, parameters = 'IMaskinportenService service, MaskinportenSettings s'): string {
  return `${usings}
namespace Altinn.App.Clients;

public class Client(${parameters})
{
    public async Task<string> Ask(string x)
    {
        ${statements}
    }
}
`;
}

/** The same with the client in the service's place, and without what only the service was given. */
function movedClient(statements: string, parameters = 'IMaskinportenClient service'): string {
  return clientWith(statements, parameters).replace(
    usings,
    'using System.Threading.Tasks;\nusing Altinn.App.Core.Features.Maskinporten;\n',
  );
}

async function rewritten(text: string, version = '8.7.0', more: Files = {}, asked?: Asked) {
  const files = appWith('', { version, more: { 'App/Client.cs': text, ...more } });
  const { findings, after } = await moved(rule, files, asked);
  return { findings, client: after['App/Client.cs'] };
}

const ask = 'service.GetToken(s.EncodedJwk, s.Environment, s.ClientId, x, null)';

describe('a response of which only the token is used becomes the token', () => {
  test.each([
    [
      `var r = await ${ask};\n        return r.AccessToken;`,
      'string r = await service.GetAccessToken([x]);\n        return r;',
    ],
    [
      `TokenResponse r = await ${ask};\n        return r!.AccessToken + r?.AccessToken;`,
      'string r = await service.GetAccessToken([x]);\n        return r + r;',
    ],
    [
      `TokenResponse? r = await ${ask};\n        var t = r?.AccessToken;\n        return r!.AccessToken;`,
      'string r = await service.GetAccessToken([x]);\n        var t = r;\n        return r;',
    ],
    [`return (await ${ask}).AccessToken;`, 'return (await service.GetAccessToken([x])).Value;'],
    [
      `var t = (await ${ask}).AccessToken;\n        return t;`,
      'string t = await service.GetAccessToken([x]);\n        return t;',
    ],
    [
      `string t = (await ${ask}.ConfigureAwait(false)).AccessToken;`,
      'string t = await service.GetAccessToken([x]).ConfigureAwait(false);',
    ],
    [`return ${ask}.Result.AccessToken;`, 'return service.GetAccessToken([x]).Result.Value;'],
    [
      `var r = ${ask}.GetAwaiter().GetResult();\n        return r.AccessToken;`,
      'string r = service.GetAccessToken([x]).GetAwaiter().GetResult().Value;\n        return r;',
    ],
    [`await ${ask};`, 'await service.GetAccessToken([x]);'],
    [
      `var r = await ${ask};\n        Send($"Bearer {r.AccessToken}");`,
      'string r = await service.GetAccessToken([x]);\n        Send($"Bearer {r}");',
    ],
    [
      `var r = await service.GetToken(
            s.EncodedJwk,
            s.Environment,
            s.ClientId,
            "a b",
            null
        );
        return r.AccessToken;`,
      'string r = await service.GetAccessToken(["a", "b"]);\n        return r;',
    ],
    [
      'var r = await service.GetToken(scope: x, resource: null, base64EncodedJWK: s.EncodedJwk, environment: s.Environment, clientId: s.ClientId);\n        return r.AccessToken;',
      'string r = await service.GetAccessToken([x]);\n        return r;',
    ],
    [
      'var r = await service.GetToken(new JsonWebKey(s.EncodedJwk), s.Environment, s.ClientId, x, null, null, false);\n        return r.AccessToken;',
      'string r = await service.GetAccessToken([x]);\n        return r;',
    ],
  ])('%s', async (before, after) => {
    const { findings, client } = await rewritten(clientWith(before));
    expect({ findings, client }).toEqual({ findings: [`App/Client.cs:8 ${review}`], client: movedClient(after) });
  });

  test('in 8.3 by a member of the same name', async () => {
    const { client } = await rewritten(
      clientWith(`var r = await ${ask};\n        return r.AccessToken + (await ${ask}).AccessToken;`),
      '8.3.4',
    );
    expect(client).toBe(
      movedClient(
        'string r = (await service.GetAccessToken([x])).AccessToken;\n        return r + (await service.GetAccessToken([x])).AccessToken;',
      ),
    );
  });
});

describe('a token that is asked for to be exchanged', () => {
  const exchange = (token: string) => `service.ExchangeToAltinnToken(${token}, s.Environment)`;
  test('takes the comment on the exchange along', async () => {
    const text = clientWith(
      `// Hent token\n        var r = await ${ask};\n\n        // Veksle til Altinn-token\n        var altinn = await ${exchange('r')};\n        return altinn.AccessToken;`,
    );
    expect((await rewritten(text)).client).toBe(
      movedClient(
        '// Hent token\n        string altinn = await service.GetAltinnExchangedToken([x]);\n\n        return altinn;',
      ),
    );
  });

  test.each([
    [
      'into a variable of its own',
      `var r = await ${ask};\n        var altinn = await ${exchange('r')};\n        return altinn.AccessToken;`,
      'string altinn = await service.GetAltinnExchangedToken([x]);\n        return altinn;',
    ],
    [
      'into the same variable',
      `var r = await ${ask};\n        r = await ${exchange('r')};\n        return r.AccessToken;`,
      'string r = await service.GetAltinnExchangedToken([x]);\n        return r;',
    ],
    [
      'into its token',
      `var r = await ${ask};\n        var token = (await ${exchange('r')}).AccessToken;\n        return token;`,
      'string token = await service.GetAltinnExchangedToken([x]);\n        return token;',
    ],
    [
      'where it is used',
      `var r = await ${ask};\n        return (await ${exchange('r')}).AccessToken;`,
      'string r = await service.GetAltinnExchangedToken([x]);\n        return r;',
    ],
    [
      'in one expression',
      `var r = await ${exchange(`await ${ask}`)};\n        return r.AccessToken;`,
      'string r = await service.GetAltinnExchangedToken([x]);\n        return r;',
    ],
    [
      'in one expression, its token used',
      `return (await ${exchange(`(await ${ask})`)}).AccessToken;`,
      'return (await service.GetAltinnExchangedToken([x])).Value;',
    ],
    [
      'with a scope that a variable holds',
      `const string scope = "a";\n        var r = await ${ask.replace(', x,', ', scope,')};\n        Log();\n        var altinn = await ${exchange('r')};\n        return altinn.AccessToken;`,
      'const string scope = "a";\n        string altinn = await service.GetAltinnExchangedToken([scope]);\n        Log();\n        return altinn;',
    ],
  ])('%s', async (_, before, after) => {
    const { findings, client } = await rewritten(clientWith(before));
    expect({ findings, client }).toEqual({ findings: [`App/Client.cs:8 ${review}`], client: movedClient(after) });
  });

  test.each([
    [
      'and used by itself',
      `var r = await ${ask};\n        Use(r.AccessToken);\n        return (await ${exchange('r')}).AccessToken;`,
      'first-token-used',
    ],
    [
      'under a condition',
      `var r = await ${ask};\n        if (x == "") r = await ${exchange('r')};\n        return r.AccessToken;`,
      'exchanged-elsewhere',
    ],
    [
      'in a branch',
      `var r = await ${ask};\n        return x == "" ? "" : (await ${exchange('r')}).AccessToken;`,
      'exchanged-elsewhere',
    ],
    [
      'later',
      `var r = await ${ask};\n        F(async () => (await ${exchange('r')}).AccessToken);`,
      'exchanged-elsewhere',
    ],
    ['from elsewhere', `return (await ${exchange('Token')}).AccessToken;`, 'exchanged-elsewhere'],
    [
      'for an enterprise user',
      `return (await service.ExchangeToAltinnToken(await ${ask}, "tt02", "n", "p")).AccessToken;`,
      'enterprise-user',
    ],
    [
      'for a test organisation',
      `return (await service.ExchangeToAltinnToken(await ${ask}, "tt02", isTestOrg: true)).AccessToken;`,
      'test-org',
    ],
    [
      'without caching',
      `return (await service.ExchangeToAltinnToken(await ${ask}, "tt02", disableCaching: x != "")).AccessToken;`,
      'caching-disabled',
    ],
  ])('%s is left to people', async (_, before, use) => {
    expect((await rewritten(clientWith(before))).findings).toEqual([
      `App/Client.cs:8 error switch manual, token-use (${use})`,
    ]);
  });

  test('on 8.3 waits for an upgrade', async () => {
    const text = clientWith(`return (await ${exchange(`await ${ask}`)}).AccessToken;`);
    expect((await rewritten(text, '8.3.4')).findings).toEqual([
      'App/Client.cs:8 error switch manual, version-too-old (8.3.4 < 8.7.0)',
    ]);
  });
});

describe('what has no equivalent is left to people', () => {
  const call = (args: string) => `return (await service.GetToken(${args})).AccessToken;`;
  test.each([
    [call('definition'), 'definition'],
    [call('definition, true'), 'definition'],
    [call('cert: c, environment: e, clientId: i, scope: x, resource: null'), 'certificate'],
    [call('new X509Certificate2(path), e, i, x, null'), 'certificate'],
    [call('Key(), e, i, x, null'), 'unknown-key'],
    [`Expression<Func<string>> f = () => ${ask}.Result.AccessToken;`, 'expression-tree'],
    [call('configs["key"], e, i, x, null'), 'unknown-key'],
    [call('s.EncodedJwk, e, i, x, "resource"'), 'resource'],
    [call('s.EncodedJwk, e, i, x, s.Resource'), 'resource'],
    [call('s.EncodedJwk, e, i, x, null, x'), 'consumer-org'],
    [call('s.EncodedJwk, e, i, x, null, null, true'), 'caching-disabled'],
    [call('s.EncodedJwk, e, i, x, null, disableCaching: x != ""'), 'caching-disabled'],
    [`var r = await ${ask};\n        return r.AccessToken + r.ExpiresIn;`, 'response-used'],
    [`var r = await ${ask};\n        return Use(r);`, 'response-used'],
    [`var r = await ${ask};\n        if (r == null) throw new E();\n        return r.AccessToken;`, 'response-used'],
    [`return Use(await ${ask});`, 'response-used'],
    [`return ${ask};`, 'task-kept'],
    [`var t = ${ask};\n        return (await t).AccessToken;`, 'task-kept'],
    ['return new Handler(service);', 'passed-on'],
    [
      `var r = await service.GetToken(s.EncodedJwk, e, i, x /* les */, null);\n        return r.AccessToken;`,
      'commented',
    ],
  ])('%s', async (statements, use) => {
    expect((await rewritten(clientWith(statements))).findings).toEqual([
      `App/Client.cs:8 error switch manual, token-use (${use})`,
    ]);
  });
});

describe('what only the service was given goes', () => {
  const inClass = (members: string, body: string, head = usings) => `${head}
public class Client
{
${members}

    public async Task<string> Ask(string x)
    {
        ${body}
    }
}
`;
  const needed = 'using System.Threading.Tasks;\nusing Altinn.App.Core.Features.Maskinporten;\n';

  test('a field, the parameter that filled it, and its check', async () => {
    const text = inClass(
      `    private readonly IMaskinportenService _service;
    private readonly MaskinportenSettings _settings;
    private readonly ILogger<Client> _logger;

    public Client(
        IMaskinportenService service,
        IOptions<MaskinportenSettings> settings,
        ILogger<Client> logger
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        _service = service;
        _settings = settings.Value;
        _logger = logger;
    }`,
      `_logger.LogInformation("Henter token");
        var r = await _service.GetToken(_settings.EncodedJwk, _settings.Environment, _settings.ClientId, x, null);
        return r.AccessToken;`,
    );
    const { findings, client } = await rewritten(text);
    expect(findings).toEqual([`App/Client.cs:13 ${review}`]);
    expect(client).toBe(
      inClass(
        `    private readonly IMaskinportenClient _service;
    private readonly ILogger<Client> _logger;

    public Client(
        IMaskinportenClient service,
        ILogger<Client> logger
    )
    {
        _service = service;
        _logger = logger;
    }`,
        `_logger.LogInformation("Henter token");
        string r = await _service.GetAccessToken([x]);
        return r;`,
        needed,
      ),
    );
  });

  test('a secret that is read for it', async () => {
    const text = clientWith(
      `var jwk = await secrets.GetSecretAsync("mp--EncodedJwk");
        var settings = options.Value;
        var r = await service.GetToken(jwk, settings.Environment, settings.ClientId, x, null);
        return r.AccessToken;`,
      'HttpClient http, ISecretsClient secrets, IMaskinportenService service, IOptions<MaskinportenSettings> options',
    );
    const { client } = await rewritten(text);
    expect(client).toBe(
      movedClient(
        'string r = await service.GetAccessToken([x]);\n        return r;',
        'HttpClient http, IMaskinportenClient service',
      ),
    );
  });

  test('a secret that a method of the class reads', async () => {
    const text = inClass(
      `    private readonly IMaskinportenService _service;
    private readonly ISecretsClient _secrets;
    private readonly MaskinportenSettings _settings;

    public Client(IMaskinportenService service, ISecretsClient secrets, IOptions<MaskinportenSettings> settings)
    {
        _service = service;
        _secrets = secrets;
        _settings = settings.Value;
    }

    private async Task<string> Key()
    {
        return await _secrets.GetSecretAsync("key");
    }`,
      `string jwk = await Key();
        TokenResponse r = await _service.GetToken(jwk, _settings.Environment, _settings.ClientId, x, string.Empty);
        TokenResponse altinn = await _service.ExchangeToAltinnToken(r, _settings.Environment);
        return altinn.AccessToken;`,
    );
    const { client } = await rewritten(text);
    expect(client).toBe(
      inClass(
        `    private readonly IMaskinportenClient _service;
    private readonly ISecretsClient _secrets;

    public Client(IMaskinportenClient service, ISecretsClient secrets)
    {
        _service = service;
        _secrets = secrets;
    }

    private async Task<string> Key()
    {
        return await _secrets.GetSecretAsync("key");
    }`,
        `string altinn = await _service.GetAltinnExchangedToken([x]);
        return altinn;`,
        needed,
      ),
    );
  });

  test('not what is used for something else', async () => {
    const text = clientWith(
      'return (await service.GetToken(config["a:EncodedJwk"], config["a:Environment"], config["a:ClientId"], x, null)).AccessToken + config["b"];',
      'IMaskinportenService service, IConfiguration config',
    );
    expect((await rewritten(text)).client).toBe(
      movedClient(
        'return (await service.GetAccessToken([x])).Value + config["b"];',
        'IMaskinportenClient service, IConfiguration config',
      ),
    );
  });

  test('not one of several constructors’', async () => {
    const text = inClass(
      `    readonly IMaskinportenService _service;
    readonly MaskinportenSettings _settings;

    public Client(IMaskinportenService service, MaskinportenSettings settings)
    {
        _service = service;
        _settings = settings;
    }

    public Client(IMaskinportenService service)
    {
        _service = service;
    }`,
      'return (await _service.GetToken(_settings.EncodedJwk, _settings.Environment, _settings.ClientId, x, null)).AccessToken;',
    );
    const { client } = await rewritten(text);
    expect(client).toContain('public Client(IMaskinportenClient service, MaskinportenSettings settings)');
    expect(client).not.toContain('_settings');
  });

  test('and where someone makes the class, all of it is left to people', async () => {
    const more = { 'App/Other.cs': 'class Other { object A(object a, object b) => new Client(a, b); }' };
    const { findings } = await rewritten(clientWith(`return (await ${ask}).AccessToken;`), '8.7.0', more);
    expect(findings).toEqual(['App/Client.cs:8 error switch manual, token-use (made-by-hand)']);
  });
});

describe('what the app registered for the service', () => {
  const client = clientWith(
    `return (await ${ask}).AccessToken;`,
    'IMaskinportenService service, IOptions<MaskinportenSettings> s',
  )
    .replaceAll('s.E', 's.Value.E')
    .replace('s.ClientId', 's.Value.ClientId');
  const register = '    services.AddHttpClient<IMaskinportenService, MaskinportenService>();';
  const cache = '    services.AddSingleton<ITokenCacheProvider, MemoryTokenCacheProvider>();';
  const configure = '    services.Configure<MaskinportenSettings>(config.GetSection("mine:MaskinportenSettings"));';

  function withServices(services: string, more: Files = {}): Files {
    const files = appWith(services, { more: { 'App/Client.cs': client, ...more } });
    const head = `${usings}using Altinn.ApiClients.Maskinporten.Services;\nusing Altinn.App.Core.Internal.Maskinporten;\n`;
    return { ...files, 'App/Program.cs': `${head}\n${files['App/Program.cs']}` };
  }

  async function servicesAfter(files: Files) {
    const { findings, after } = await moved(rule, files);
    const program = after['App/Program.cs'];
    return { findings, services: program && /\n\{\n(.*?)\}\n\nWebApp/s.exec(program)?.[1] };
  }

  test('goes with the last class that takes it', async () => {
    const services = `    services.AddMemoryCache();\n${cache}\n${register}\n${configure}\n    services.B();`;
    expect(await servicesAfter(withServices(services))).toEqual({
      findings: [`App/Client.cs:8 ${review}`],
      services: '    services.AddMemoryCache();\n    services.B();\n',
    });
  });

  test('with the imports that only it needed', async () => {
    const { after } = await moved(rule, withServices(`${register}\n${configure}`));
    expect(after['App/Program.cs']).not.toContain('using Altinn.ApiClients.Maskinporten');
  });

  test('but for the cache, while a handler of the package has it too', async () => {
    const handler = `    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", config.GetSection("mine:MaskinportenSettings"));
    services.AddHttpClient<H>().AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("k", d => d.ClientSettings.Scope = "a");`;
    const { findings, services } = await servicesAfter(withServices(`${cache}\n${register}\n${configure}\n${handler}`));
    expect({ findings, services }).toEqual({
      findings: [`App/Client.cs:8 ${review}`],
      services: `${cache}\n${handler}\n`,
    });
  });

  test('with what is said to its HttpClient', async () => {
    const services =
      '    services.AddHttpClient<IMaskinportenService, MaskinportenService>()\n        .AddPolicyHandler(p);\n    services.B();';
    expect((await servicesAfter(withServices(services))).services).toBe('    services.B();\n');
  });

  test('as a singleton', async () => {
    const services = '    services.AddMemoryCache().AddSingleton<IMaskinportenService, MaskinportenService>().B();';
    expect((await servicesAfter(withServices(services))).services).toBe('    services.AddMemoryCache().B();\n');
  });

  test('stays for a class whose identity keeps the package', async () => {
    const asking = (name: string) =>
      `${usings}class ${name}(IMaskinportenService service, IConfiguration c)
{
    public async Task<string> Ask() => (await service.GetToken(c["${name}:EncodedJwk"], "prod", c["${name}:ClientId"], "a", null)).AccessToken;
}
`;
    const more = { 'App/Client.cs': '', 'App/A.cs': asking('A'), 'App/B.cs': asking('B') };
    const files = withServices(register, more);
    const { findings, after } = await moved(rule, files, { decide: { A: 'studio', B: 'own-external' } });
    expect(findings).toEqual([`App/A.cs:5 ${review}`]);
    expect(Object.keys(after)).toEqual(['App/A.cs']);
  });

  test('stays for a class that is left to people', async () => {
    const more = { 'App/Other.cs': client.replace('class Client', 'class Other').replace(').AccessToken', ').Scope') };
    expect(await servicesAfter(withServices(`${cache}\n${register}\n${configure}`, more))).toEqual({
      findings: [`App/Client.cs:8 ${review}`, 'App/Other.cs:8 error switch manual, token-use (response-used)'],
      services: undefined,
    });
  });

  test('stays for the library’s old eFormidling', async () => {
    const services = `    services.AddEFormidlingServices<A, B>(config);\n${register}\n${configure}`;
    expect(await servicesAfter(withServices(services))).toEqual({
      findings: [
        `App/Client.cs:8 ${review}, legacy-eformidling`,
        'App/Program.cs:10 error switch manual, legacy-eformidling',
      ],
      services: undefined,
    });
  });

  test('is a matter of the library’s old eFormidling only where it is registered', async () => {
    const services = '    services.AddEFormidlingServices<A, B>(config);';
    expect((await servicesAfter(withServices(services, { 'App/Client.cs': '' }))).findings).toEqual([]);
  });

  test('goes with the library’s provider as well', async () => {
    const services = `${register}\n${configure}\n    services.AddMaskinportenJwkTokenProvider("x");\n    services.B();`;
    expect((await servicesAfter(withServices(services))).services).toBe('    services.B();\n');
  });

  test('goes by itself when nothing takes the service', async () => {
    const files = withServices(`${cache}\n${register}\n    services.B();`, { 'App/Client.cs': '' });
    expect(await servicesAfter(files)).toEqual({
      findings: ['App/Program.cs:11 error switch review, registered-for-nobody'],
      services: '    services.B();\n',
    });
  });

  test('stays beside a class of its own, whoever takes the service', async () => {
    const more = { 'App/Client.cs': '', 'App/Own.cs': `${usings}class Own : IMaskinportenService { }` };
    expect(await servicesAfter(withServices(`${register}\n    services.B();`, more))).toEqual({
      findings: ['App/Own.cs:5 error switch manual, own-provider'],
      services: undefined,
    });
  });

  test('of its own class is a matter for people', async () => {
    const more = { 'App/Own.cs': `${usings}class Own : IMaskinportenService { }` };
    const services = '    services.AddTransient<IMaskinportenService, Own>();';
    expect((await servicesAfter(withServices(services, more))).findings).toEqual([
      'App/Client.cs:8 error switch manual, own-token-client',
      'App/Own.cs:5 error switch manual, own-provider',
    ]);
  });
});

describe('the oldest relatives are left to people', () => {
  test.each([
    ['its settings', 'services.Configure<MaskinportenSettings<SettingsJwkClientDefinition>>(config.GetSection("X"));'],
    ['its service', 'services.AddHttpClient<IMaskinporten, MaskinportenService>();'],
    [
      'its handler',
      'services.AddHttpClient<C>().AddHttpMessageHandler<MaskinportenTokenHandler<SettingsJwkClientDefinition>>();',
    ],
  ])('%s', async (_, services) => {
    const files = appWith(`    ${services}`);
    const program = `using Altinn.ApiClients.Maskinporten.Handlers;\n${files['App/Program.cs']}`;
    expect(await found(rule, { ...files, 'App/Program.cs': program })).toEqual([
      'App/Program.cs:4 error switch manual, oldest-api',
    ]);
    expect(await found(rule, files)).toEqual([]);
  });
});

describe('nothing is found', () => {
  test.each([
    ['in another package’s service', 'using Own.Tokens;\n\nclass C(IMaskinportenService service) { }'],
    [
      'in the app’s own interface',
      `${usings}interface IMaskinportenService { }\nclass C(IMaskinportenService service) { }`,
    ],
    ['in the app’s own class', 'class MaskinportenService { }\nclass C(MaskinportenService service) { }'],
    ['in a comment', `${usings}// IMaskinportenService\nclass C { }`],
  ])('%s', async (_, text) => {
    expect(await found(rule, appWith('', { more: { 'App/C.cs': text } }))).toEqual([]);
  });
});

test('a library that does not know the app library cannot take its client', async () => {
  const files = {
    ...appWith(''),
    'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
    'Lib/Lib.csproj': libraryOf(null),
    'Lib/Client.cs': clientWith(`return (await ${ask}).AccessToken;`),
  };
  expect(await found(rule, files)).toEqual(['Lib/Client.cs:8 error switch manual, core-not-referenced']);
});

test('an exception of the package that is caught is said', async () => {
  const more = { 'App/Other.cs': `${usings}class C { void A() { try { } catch (TokenRequestException) { } } }` };
  const { findings } = await rewritten(clientWith(`return (await ${ask}).AccessToken;`), '8.7.0', more);
  expect(findings).toEqual([`App/Client.cs:8 ${review}, catches-token-exception (App/Other.cs)`]);
});

describe('a key from configuration is text, whatever the configuration is called', () => {
  const taking = (parameter: string, key: string) =>
    clientWith(
      `return (await service.GetToken(${key}, e, i, x, null)).AccessToken;`,
      `IMaskinportenService service, ${parameter}`,
    );

  test.each([
    ['IConfiguration c', 'c["m:EncodedJwk"]'],
    ['Microsoft.Extensions.Configuration.IConfiguration c', 'c["m:EncodedJwk"]!'],
    ['IConfigurationSection section', 'section["EncodedJwk"]'],
    ['IConfigurationRoot r', 'r["m:EncodedJwk"]'],
    ['IConfiguration c', 'c.GetSection("m")["EncodedJwk"]'],
    ['IConfiguration c', 'c.GetValue<string>("m:EncodedJwk")'],
    ['IServiceProvider p', 'p.GetRequiredService<IConfiguration>()["m:EncodedJwk"]'],
  ])('%s: %s', async (parameter, key) => {
    expect((await rewritten(taking(parameter, key))).findings).toEqual([`App/Client.cs:8 ${review}`]);
  });

  test.each([
    ['Dictionary<string, X509Certificate2> config', 'config["key"]', 'certificate'],
    ['CertificateConfig config', 'config["key"]', 'unknown-key'],
    ['IConfiguration c', 'c.GetValue<byte[]>("key")', 'unknown-key'],
  ])('%s: %s', async (parameter, key, use) => {
    expect((await rewritten(taking(parameter, key))).findings).toEqual([
      `App/Client.cs:8 error switch manual, token-use (${use})`,
    ]);
  });
});
