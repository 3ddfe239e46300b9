import { describe, expect, test } from 'vitest';
import { appWith, type Files, found, libraryOf, projectOf, referencing } from '../audited.ts';
import { alone } from './alone.ts';
import { askingClass, client, handler, importing, lines, movedClass } from './old-clients.ts';

const usings = [
  'Altinn.ApiClients.Maskinporten.Config',
  'Altinn.ApiClients.Maskinporten.Handlers',
  'Altinn.ApiClients.Maskinporten.Interfaces',
  'Altinn.ApiClients.Maskinporten.Services',
  'Altinn.App.Core.Internal.Maskinporten',
];
const withUsings = (services: string, more: Files = {}, version = '8.12.7') =>
  importing(appWith(services, { more, version }), ...usings);

const register = 'services.AddHttpClient<IMaskinportenService, MaskinportenService>();';
const cache = 'services.AddSingleton<ITokenCacheProvider, MemoryTokenCacheProvider>();';
const configure = 'services.Configure<MaskinportenSettings>(config.GetSection("Own"));';
const provider = 'services.AddMaskinportenJwkTokenProvider("Own--EncodedJwk");';
const other = 'services.AddOther();';

/** What the patch of one finding leaves of the services; undefined where it does not touch them. */
async function servicesAfter(files: Files, which: string, asked: Parameters<typeof alone>[1] = {}) {
  const one = (await alone(files, asked)).find(({ found }) => found.startsWith(which));
  if (one === undefined) throw new Error(`no ${which}`);
  return one.services;
}

/** A class that has the settings by injection, and asks the service with them. */
function takingSettings(name: string, member = 'AccessToken'): Files {
  const text = `public class ${name}(IMaskinportenService service, IOptions<MaskinportenSettings> s)
{
    public async Task<string> Ask() =>
        (await service.GetToken(s.Value.EncodedJwk, s.Value.Environment, s.Value.ClientId, "k", null)).${member};
}
`;
  return { [`App/${name}.cs`]: text };
}

describe('what the app registers for the service', () => {
  const asking = askingClass('Asking', 'Own');
  const service = 'external-service App/Asking.cs';

  test('goes with each class that takes it, which take one another along', async () => {
    const files = withUsings(lines(cache, register, other), { ...asking, ...askingClass('Second', 'Own') });
    const all = await alone(files);
    expect(all.map(({ after }) => after['App/Asking.cs'])).toEqual([
      movedClass('Asking')['App/Asking.cs'],
      movedClass('Asking')['App/Asking.cs'],
    ]);
    expect(all.map(({ after }) => after['App/Second.cs'])).toEqual([
      movedClass('Second')['App/Second.cs'],
      movedClass('Second')['App/Second.cs'],
    ]);
    expect(all.map(({ services }) => services)).toEqual([`${lines(other)}\n`, `${lines(other)}\n`]);
  });

  test('where there is nothing, each class goes by itself', async () => {
    const all = await alone(withUsings('', { ...asking, ...askingClass('Second', 'Own') }));
    expect(all.map(({ after }) => Object.keys(after))).toEqual([['App/Asking.cs'], ['App/Second.cs']]);
  });

  test.each<[string, string, Files]>([
    [
      'the provider that the app makes',
      '',
      { 'App/Made.cs': 'class Made { object F() => new MaskinportenJwkTokenProvider(a, b, c, "x"); }\n' },
    ],
    ['the library’s old eFormidling', 'services.AddEFormidlingServices<Metadata, Receivers>(config);', {}],
    [
      'the oldest handler',
      'services.AddHttpClient<B>().AddHttpMessageHandler<MaskinportenTokenHandler<SettingsJwkClientDefinition>>();',
      {},
    ],
    ['a class that is left to people', '', askingClass('Left', 'Own', 'Scope')],
    ['the library’s provider, where the version has none of its own', provider, {}],
  ])('stays for %s', async (_, services, more) => {
    const files = importing(
      appWith(lines(cache, register, services), { more: { ...asking, ...more }, version: '8.5.0' }),
      ...usings,
    );
    expect(await servicesAfter(files, service)).toBeUndefined();
  });

  test.each<[string, string, Files]>([
    ['an external client that is decided to stay', client('X', 'Kept'), {}],
    ['a handler without a definition', handler('lost'), {}],
    ['a class that has it', other, { 'App/Has.cs': 'class Has(ITokenCacheProvider cache) { }\n' }],
  ])('goes but for the cache, which stays for %s', async (_, services, more) => {
    const files = withUsings(lines(cache, register, services), { ...asking, ...more });
    const after = await servicesAfter(files, service, { decide: { Own: 'studio', Kept: 'own-external' } });
    expect(after).toBe(`${lines(cache, services)}\n`);
  });

  test.each<[string, string, string]>([
    [
      'by the full name of its class',
      'services.AddTransient<IMaskinportenService, Altinn.ApiClients.Maskinporten.Services.MaskinportenService>();',
      '',
    ],
    [
      'in a chain',
      'services.AddLogging().AddScoped<IMaskinportenService, MaskinportenService>().AddOther();',
      'services.AddLogging().AddOther();',
    ],
  ])('goes, registered %s', async (_, services, after) => {
    const expected = after === '' ? '' : `${lines(after)}\n`;
    expect(await servicesAfter(withUsings(lines(services), asking), service)).toBe(expected);
  });

  test('goes beside a provider of the app’s own, which is another matter', async () => {
    const more = { ...asking, 'App/Own.cs': 'class Own : IMaskinportenTokenProvider { }\n' };
    expect(await servicesAfter(withUsings(lines(register, other), more), service)).toBe(`${lines(other)}\n`);
  });

  test('goes beside a class that asks the provider, and is left to people', async () => {
    const asks = 'class Asks(IMaskinportenTokenProvider provider) { object F() => new Other(provider); }\n';
    const files = withUsings(lines(register, other), { ...asking, 'App/Asks.cs': asks });
    expect(await servicesAfter(files, service)).toBe(`${lines(other)}\n`);
    expect(await found('clients/token-provider', files)).toEqual([expect.stringContaining('manual, token-use')]);
  });

  test.each<[string, string, boolean]>([
    ['the service', register, true],
    [
      'the service and a provider',
      `${register} services.AddTransient<IMaskinportenTokenProvider>(p => Make(p));`,
      true,
    ],
    ['a provider alone', 'services.AddTransient<IMaskinportenTokenProvider>(p => Make(p));', false],
    ['settings', configure, true],
    ['nothing', '', false],
  ])('is taken by the library’s old eFormidling where the app registers %s', async (_, services, isTaken) => {
    const files = withUsings(lines(services, 'services.AddEFormidlingServices<Metadata, Receivers>(config);'));
    const taken = (await found('clients/external-service', files)).filter((one) => one.includes('legacy-eformidling'));
    expect(taken.length > 0).toBe(isTaken);
  });

  test('with the comment that tells what it is', async () => {
    const commented = lines(
      '// IMaskinportenService caches in ITokenCacheProvider',
      cache,
      '// IMaskinportenService',
      register,
      '// something else',
      other,
    );
    expect(await servicesAfter(withUsings(commented, asking), service)).toBe(`${lines('// something else', other)}\n`);
  });

  test('stays where it is used for something else, when nobody takes it either', async () => {
    const files = withUsings(
      lines('var builder = services.AddHttpClient<IMaskinportenService, MaskinportenService>();'),
    );
    expect(await found('clients/external-service', files)).toEqual([]);
  });

  test('goes without its imports being asked for in a file that keeps other uses', async () => {
    const files = withUsings(lines(register), {
      'App/Setup.cs':
        'using Altinn.ApiClients.Maskinporten.Interfaces;\nstatic class Setup { static void Add(IServiceCollection services) { services.AddSingleton<ITokenCacheProvider, Mine>(); } }\n',
    });
    const [one] = await alone(files);
    expect(one?.after['App/Setup.cs']).toBe(
      'static class Setup { static void Add(IServiceCollection services) { } }\n',
    );
  });
});

describe('settings that the app registers for the package', () => {
  test('go with the last class that takes them', async () => {
    const files = withUsings(lines(register, configure, other), takingSettings('Taking'));
    expect(await servicesAfter(files, 'external-service')).toBe(`${lines(other)}\n`);
  });

  test('stay for a class that takes them for something else, which the provider says', async () => {
    const more = { 'App/Reads.cs': 'class Reads(IOptions<MaskinportenSettings> settings) { }\n' };
    const files = withUsings(lines(configure, provider), more);
    const [one] = await alone(files);
    expect(one?.services).toBe(`${lines(configure)}\n`);
    expect(one?.remedy).toMatchObject({
      reasons: [{ code: 'provider-of-library' }, { code: 'settings-still-taken', file: 'App/Reads.cs' }],
    });
  });

  test('which is said once, of the last of several registrations', async () => {
    const more = { 'App/Reads.cs': 'class Reads(IOptions<MaskinportenSettings> settings) { }\n' };
    const all = await alone(withUsings(lines(configure, provider, provider.replace('Own', 'Two')), more));
    expect(all.map(({ found }) => found)).toEqual([
      'token-provider App/Program.cs:4 warning switch review, provider-of-library',
      'token-provider App/Program.cs:5 warning switch review, provider-of-library, settings-still-taken',
    ]);
  });

  test('go with the provider where whatever takes them moves, too', async () => {
    const files = withUsings(lines(register, configure, provider, other), takingSettings('Taking'));
    const all = await alone(files);
    expect(all.map(({ found, services }) => [found, services])).toEqual([
      ['token-provider App/Program.cs:5 warning switch review, provider-of-library', `${lines(other)}\n`],
      ['external-service App/Taking.cs:1 error switch review, token-source-changes', `${lines(other)}\n`],
    ]);
  });

  test('stay for another class that takes them, at the same place of its file', async () => {
    const text = String(takingSettings('Taking')['App/Taking.cs']);
    const more = {
      ...takingSettings('Taking'),
      'App/Other.cs': text.replace('Taking', 'Others').replace('IMaskinportenService', 'IMaskinportenStorage'),
    };
    const files = withUsings(lines(register, configure, other), more);
    expect(await servicesAfter(files, 'external-service')).toBe(`${lines(configure, other)}\n`);
  });

  test('stay where the class that takes them is left to people', async () => {
    const files = withUsings(lines(register, configure, other), takingSettings('Taking', 'Scope'));
    expect(await servicesAfter(files, 'external-service')).toBeUndefined();
  });

  test.each([
    ['the provider that the app makes', 'var made = new MaskinportenJwkTokenProvider(a, b, c, "x");'],
    ['the oldest service', 'services.AddHttpClient<IMaskinporten, MaskinportenService>();'],
  ])('stay for %s', async (_, services) => {
    const all = await alone(withUsings(lines(configure, provider, services)));
    const one = all.find(({ found }) => found.startsWith('token-provider App/Program.cs:4'));
    expect(one?.services).toBe(`${lines(configure, services)}\n`);
    expect(one?.found).toContain('settings-still-taken');
  });

  const onDefault = configure.replace('Own', 'MaskinportenSettings');
  const filled = {
    'App/appsettings.json': JSON.stringify({ MaskinportenSettings: { ClientId: 'x', EncodedJwk: 'y' } }),
  };
  const cleared = 'default-section-cleared (App/appsettings.json: ClientId EncodedJwk)';

  test('of the default section go with its keys: Studio’s would be mixed with them', async () => {
    const [one] = await alone(withUsings(lines(onDefault, provider), filled));
    expect(one?.found).toContain(cleared);
    expect(one?.after['App/appsettings.json']).toBe('{}');
  });

  test('of another section leave them', async () => {
    const [one] = await alone(withUsings(lines(configure, provider), filled), { decide: { Own: 'studio' } });
    expect(one?.found).not.toContain('cleared');
    expect(one?.after['App/appsettings.json']).toBeUndefined();
  });

  test('and with a class that took them from there', async () => {
    const [one] = await alone(withUsings(lines(register, onDefault), { ...filled, ...takingSettings('Taking') }));
    expect(one?.after['App/appsettings.json']).toBe('{}');
  });

  test('leave the keys where a file of local runs has some as well, which people see to', async () => {
    const local = { 'App/appsettings.Local.json': JSON.stringify({ MaskinportenSettings: { ClientId: 'x' } }) };
    const files = withUsings(lines(register, onDefault), { ...filled, ...local, ...takingSettings('Taking') });
    const [one] = await alone(files);
    expect(Object.keys(one?.after ?? {})).toEqual(['App/Taking.cs', 'App/Program.cs']);
  });

  test('go with the keys of the default section, wherever one of several has it', async () => {
    const files = withUsings(lines(configure, onDefault, provider), filled);
    const [one] = await alone(files, { decide: { Own: 'studio', MaskinportenSettings: 'studio' } });
    expect(one?.services).toBe('');
    expect(one?.after['App/appsettings.json']).toBe('{}');
  });

  test('keep the provider where keys of local runs would be mixed in', async () => {
    const local = { 'App/appsettings.Local.json': JSON.stringify({ MaskinportenSettings: { ClientId: 'x' } }) };
    const [one] = await alone(withUsings(lines(onDefault, provider), local));
    expect(one?.found).toBe(
      'token-provider App/Program.cs:4 warning switch manual, default-section-filled (App/appsettings.Local.json: ClientId)',
    );
  });
});

describe('the registration of the provider', () => {
  test.each<[string, string, boolean]>([
    ['what it registers', '// IMaskinportenTokenProvider for eFormidling', true],
    ['how it is called', '// AddMaskinportenJwkTokenProvider reads the vault', true],
    ['the secret that it reads', '// Own--EncodedJwk', true],
    ['something else', '// Oppsett av tjenester', false],
  ])('takes a comment about it along: %s', async (_, comment, goes) => {
    const files = withUsings(lines(comment, provider, other));
    expect(await servicesAfter(files, 'token-provider')).toBe(`${goes ? lines(other) : lines(comment, other)}\n`);
  });

  test('takes no comment along for a secret whose name is computed', async () => {
    const files = withUsings(lines('// null', 'services.AddMaskinportenJwkTokenProvider(Name());', other));
    expect(await servicesAfter(files, 'token-provider')).toBe(`${lines('// null', other)}\n`);
  });

  test('with settings in another file, whose imports go as well', async () => {
    const setup = (body: string, using = '') =>
      `${using}static class Setup { static void Add(IServiceCollection services, IConfiguration config) { ${body}} }\n`;
    const files = appWith(lines(provider), {
      version: '8.12.7',
      more: { 'App/Setup.cs': setup(`${configure} `, 'using Altinn.ApiClients.Maskinporten.Config;\n') },
    });
    const program = `using Altinn.App.Core.Internal.Maskinporten;\n${files['App/Program.cs']}`;
    const [one] = await alone({ ...files, 'App/Program.cs': program });
    expect(one?.after['App/Setup.cs']).toBe(setup(''));
    expect(one?.after['App/Program.cs']).not.toContain('using Altinn');
  });

  test('in a library that others use, is worth a look', async () => {
    const files: Files = {
      ...appWith('', { version: '8.12.7' }),
      'App/App.csproj': referencing(projectOf('8.12.7'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': libraryOf('8.12.7'),
      'Lib/Setup.cs': `using Altinn.App.Core.Internal.Maskinporten;\npublic static class Setup { public static void Add(IServiceCollection services) { ${provider} } }\n`,
      'Other/Other.csproj': referencing(libraryOf(null), '../Lib/Lib.csproj'),
    };
    expect(await found('clients/token-provider', files)).toEqual([
      'Lib/Setup.cs:2 warning switch review, provider-of-library, shared-library (Other/Other.csproj)',
    ]);
  });
});

describe('a client of the app’s own', () => {
  const asksProvider = {
    'App/Asks.cs':
      'class Asks(IMaskinportenTokenProvider provider) { async Task<string> F() => await provider.GetToken("a"); }\n',
  };
  const asksService = askingClass('Asking', 'Own');
  const ownService = { 'App/OwnService.cs': 'class OwnService : IMaskinportenService { }\n' };
  const ownProvider = { 'App/OwnProvider.cs': 'class OwnProvider : IMaskinportenTokenProvider { }\n' };

  const reasonsOf = async (files: Files, which: string) => {
    const one = (await alone(files)).find(({ found }) => found.startsWith(which));
    return one?.remedy.kind === 'none' ? [] : one?.remedy.reasons;
  };

  test.each<[string, Files, string, string, string]>([
    [
      'the service',
      { ...asksService, ...ownService },
      'external-service App/Asking.cs',
      'OwnService',
      'App/OwnService.cs',
    ],
    [
      'the provider',
      { ...asksProvider, ...ownProvider },
      'token-provider App/Asks.cs',
      'OwnProvider',
      'App/OwnProvider.cs',
    ],
  ])('that stands in for %s keeps who asks it', async (_, more, which, name, file) => {
    expect(await reasonsOf(withUsings('', more), which)).toEqual([{ code: 'own-token-client', name, file }]);
  });

  test.each<[string, Files, string]>([
    [
      'the service keeps nobody who asks the provider',
      { ...asksProvider, ...ownService },
      'token-provider App/Asks.cs',
    ],
    [
      'the provider keeps nobody who asks the service',
      { ...asksService, ...ownProvider },
      'external-service App/Asking.cs',
    ],
  ])('that stands in for %s', async (_, more, which) => {
    expect(await reasonsOf(withUsings('', more), which)).toEqual([{ code: 'token-source-changes' }]);
  });

  test.each<[string, string, string | null]>([
    ['a lambda', 'services.AddTransient<IMaskinportenService>(_ => Fake());', 'lambda'],
    ['a class from elsewhere', 'services.AddTransient<IMaskinportenService, Library.Fake>();', 'Library.Fake'],
    ['the package’s class', 'services.AddTransient<IMaskinportenService, MaskinportenService>();', null],
  ])('that %s makes', async (_, services, name) => {
    const reasons = await reasonsOf(withUsings(lines(services), asksService), 'external-service App/Asking.cs');
    expect(reasons).toEqual([
      name === null ? { code: 'token-source-changes' } : { code: 'own-token-client', name, file: 'App/Program.cs' },
    ]);
  });
});

describe('a class that asks for tokens', () => {
  test('is told of what rests on the old client besides, if it is the same client', async () => {
    const formidling = 'services.AddEFormidlingServices<Metadata, Receivers>(config);';
    const provided =
      'class Asks(IMaskinportenTokenProvider provider) { async Task<string> F() => await provider.GetToken("a"); }\n';
    const byProvider = await alone(withUsings(lines(formidling), { 'App/Asks.cs': provided }));
    expect(byProvider[0]?.found).toBe('token-provider App/Asks.cs:1 warning switch review, token-source-changes');
    const byService = await alone(withUsings(lines(formidling), askingClass('Asking', 'Own')));
    expect(byService[0]?.found).toContain('review, token-source-changes, legacy-eformidling');
  });

  test('waits for an upgrade where one of its tokens is exchanged', async () => {
    const both =
      'class Asks(IMaskinportenTokenProvider provider) { async Task<string> F() => await provider.GetToken("a") + await provider.GetAltinnExchangedToken("b"); }\n';
    const [one] = await alone(withUsings('', { 'App/Asks.cs': both }, '8.3.4'));
    expect(one?.found).toContain('manual, version-too-old (8.3.4 < 8.7.0)');
  });
});

test('the library’s provider is no client of the app’s own, whoever registers it', async () => {
  const more = {
    'App/Asks.cs':
      'class Asks(IMaskinportenTokenProvider provider) { async Task<string> F() => await provider.GetToken("a"); }\n',
  };
  const services = 'services.AddTransient<IMaskinportenTokenProvider, MaskinportenJwkTokenProvider>();';
  const told = await found('clients/token-provider', withUsings(lines(services), more));
  expect(told.filter((one) => one.startsWith('App/Asks.cs'))).toEqual([
    'App/Asks.cs:1 warning switch review, token-source-changes',
  ]);
});

describe('code of tests that names a class which moves', () => {
  const asks = {
    'App/Asks.cs':
      'using Altinn.App.Core.Internal.Maskinporten;\nclass Asks(IMaskinportenTokenProvider provider) { async Task<string> F() => await provider.GetToken("a"); }\n',
  };
  const xunit = projectOf(null).replace(
    '</ItemGroup>',
    '  <PackageReference Include="xunit" Version="2.9.0" />\n  </ItemGroup>',
  );
  const mock = 'class AskTests { Mock<IMaskinportenTokenProvider> provider; }\n';
  const said = async (more: Files) =>
    (await found('clients/token-provider', appWith('', { more: { ...asks, ...more } }))).join();

  test.each<[string, Files, boolean]>([
    ['of the app', { 'Tests/T.csproj': referencing(xunit, '../App/App.csproj'), 'Tests/T.cs': mock }, true],
    [
      'of the app and of a library',
      {
        'Lib/Lib.csproj': libraryOf(null),
        'Tests/T.csproj': referencing(referencing(xunit, '../Lib/Lib.csproj'), '../App/App.csproj'),
        'Tests/T.cs': mock,
      },
      true,
    ],
    [
      'with their names in capitals',
      { 'Tests/T.CSPROJ': referencing(xunit, '../App/App.csproj'), 'Tests/T.cs': mock },
      true,
    ],
    ['of something else', { 'Tests/T.csproj': xunit, 'Tests/T.cs': mock }, false],
    [
      'which are no tests',
      { 'Tool/T.csproj': referencing(libraryOf(null), '../App/App.csproj'), 'Tool/T.cs': mock },
      false,
    ],
    [
      'that say no such name',
      { 'Tests/T.csproj': referencing(xunit, '../App/App.csproj'), 'Tests/T.cs': 'class T { }\n' },
      false,
    ],
    [
      'whose project is set aside',
      { 'Tests/T.csproj.bak': referencing(xunit, '../App/App.csproj'), 'Tests/T.cs': mock },
      false,
    ],
    [
      'in a script, which no project compiles',
      { 'Tests/T.csproj': referencing(xunit, '../App/App.csproj'), 'Tests/T.csx': mock },
      false,
    ],
  ])('%s', async (_, more, isSaid) => {
    expect((await said(more)).includes('named-in-tests')).toBe(isSaid);
  });

  test('is told with its files', async () => {
    const more = {
      ...asks,
      'Tests/T.csproj': referencing(xunit, '../App/App.csproj'),
      'Tests/A.cs': mock,
      'Tests/B.cs': mock,
      'Tests/C.cs': 'class C { }\n',
    };
    const [one] = await alone(appWith('', { more }));
    expect(one?.remedy).toMatchObject({
      reasons: [
        { code: 'token-source-changes' },
        { code: 'named-in-tests', name: 'IMaskinportenTokenProvider', files: ['Tests/A.cs', 'Tests/B.cs'] },
      ],
    });
  });

  test('that makes it is a matter of the projects that build on the app', async () => {
    const compiling = (project: string) =>
      project.replace('</ItemGroup>', '  <Compile Include="../Shared/Make.cs" />\n  </ItemGroup>');
    const more = {
      ...asks,
      'Shared/Make.cs': 'class Make { object F(object p) => new Asks(p); }\n',
      'Aside/Aside.csproj': compiling(libraryOf(null)),
      'Tool/Tool.csproj': compiling(referencing(libraryOf(null), '../App/App.csproj')),
    };
    const [one] = await alone(appWith('', { more }));
    expect(one?.remedy).toMatchObject({
      reasons: [{ code: 'token-use' }, { code: 'shared-library', projects: ['Tool/Tool.csproj'] }],
    });
  });

  test('that makes it is told with its line, its files, and what else makes it', async () => {
    const makes = (name: string) => `class ${name} { object F(object p) => new Asks(p); }\n`;
    const more = {
      'App/Asks.cs': `\n${asks['App/Asks.cs']}`,
      'Tests/T.csproj': referencing(xunit, '../App/App.csproj'),
      'Tests/T.cs': makes('T'),
      'Tests/Other.cs': 'class Other { }\n',
      'Tool/Tool.csproj': referencing(libraryOf(null), '../App/App.csproj'),
      'Tool/A.cs': makes('A'),
      'Tool/B.cs': makes('B'),
    };
    const [one] = await alone(appWith('', { more }));
    expect(one?.remedy).toEqual({
      kind: 'manual',
      reasons: [
        { code: 'token-use', use: 'made-by-hand', line: 3 },
        { code: 'named-in-tests', name: 'Asks', files: ['Tests/T.cs'] },
        { code: 'shared-library', projects: ['Tool/Tool.csproj'] },
      ],
    });
  });
});

describe('a list of scopes is written as the language has it', () => {
  const asks = (argument = '"a"', method = 'GetToken', type = 'IMaskinportenTokenProvider') => ({
    'App/Asks.cs': `class Asks(${type} provider) { async Task<string> F() { string t = await provider.${method}(${argument}); return t; } }\n`,
  });
  const moved = (list: string) => asks(list, 'GetAccessToken', 'IMaskinportenClient')['App/Asks.cs'];

  test.each<[string, string]>([
    ['10.0', 'new[] { "a" }'],
    ['11', 'new[] { "a" }'],
    ['12', '["a"]'],
    ['12.0', '["a"]'],
    ['13.0', '["a"]'],
    ['latest', '["a"]'],
    ['preview', '["a"]'],
  ])('%s', async (version, list) => {
    const project = projectOf('8.7.0').replace(
      '<ItemGroup>',
      `<PropertyGroup><LangVersion>${version}</LangVersion></PropertyGroup>\n  <ItemGroup>`,
    );
    const files = importing(appWith('', { more: { 'App/App.csproj': project, ...asks() } }), ...usings);
    const [one] = await alone(files);
    expect(one?.after['App/Asks.cs']).toContain(moved(list));
  });

  test('where a library of its own language has the class', async () => {
    const oldLanguage = libraryOf('8.7.0').replace(
      '<ItemGroup>',
      '<PropertyGroup><LangVersion>11</LangVersion></PropertyGroup>\n  <ItemGroup>',
    );
    const text = `using Altinn.App.Core.Internal.Maskinporten;\n${asks()['App/Asks.cs']}`;
    const files: Files = {
      ...appWith(''),
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': oldLanguage,
      'Lib/Asks.cs': text,
    };
    const [one] = await alone(files);
    expect(one?.after['Lib/Asks.cs']).toContain(moved('new[] { "a" }'));
  });
});

describe('a library of the app can name the built-in client', () => {
  test.each<[string, boolean]>([
    ['Altinn.App.Core', true],
    ['altinn.app.core', true],
    ['Altinn.App.Api', true],
    ['Altinn.App.Core.Experimental', true],
    ['Altinn.App.Api.Experimental', true],
    ['Altinn.App.Common', false],
    ['Altinn.App.Core.Extras', false],
    ['My.Altinn.App.Core', false],
    ['AltinnXAppXCore', false],
    ['Altinn.App.CoreXExperimental', false],
  ])('with %s: %s', async (id, can) => {
    const files: Files = {
      ...appWith(''),
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': libraryOf(null).replace(
        '  <ItemGroup>',
        `  <ItemGroup>\n    <PackageReference Include="${id}" Version="8.7.0" />\n`,
      ),
      'Lib/Asks.cs':
        'using Altinn.App.Core.Internal.Maskinporten;\nclass Asks(IMaskinportenTokenProvider provider) { async Task<string> F() => await provider.GetToken("a"); }\n',
    };
    const [one] = await alone(files);
    const reasons = one?.remedy.kind === 'none' ? [] : one?.remedy.reasons;
    expect(
      reasons?.some((reason) => reason.code === 'core-not-referenced' && reason.project === 'Lib/Lib.csproj'),
    ).toBe(!can);
  });
});
