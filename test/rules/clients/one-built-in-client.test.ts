import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, type Files, found } from '../audited.ts';
import { alone } from './alone.ts';
import {
  client,
  definition,
  forResource,
  handler,
  importing,
  lines,
  movedClient,
  movedHandler,
} from './old-clients.ts';

const asksProvider = {
  'App/Asks.cs':
    'using Altinn.App.Core.Internal.Maskinporten;\nclass Asks(IMaskinportenTokenProvider provider) { async Task<string> F() => await provider.GetToken("a"); }\n',
};

/** The built-in client has one configuration, whoever uses it. */
const configure = (path: string) => `services.ConfigureMaskinportenClient("${path}");`;

async function aloneFor(which: string, files: Files, decide: Parameters<typeof alone>[1]) {
  return (await alone(files, decide)).find((one) => one.found.startsWith(which));
}

describe('a client that moves to Studio takes along what binds the built-in client elsewhere', () => {
  const decide = { A: 'studio', B: 'studio' } as const;
  const client3 = 'external-http-client App/Program.cs:3';

  test.each<[string, string, string]>([
    ['the path of another section', lines(client('X', 'A'), configure('B')), lines(movedClient('X'))],
    [
      'two of them',
      lines(client('X', 'A'), configure('B'), 'services.Between();', configure('b')),
      lines(movedClient('X'), 'services.Between();'),
    ],
    [
      'a delegate that copies another section',
      lines(client('X', 'A'), 'services.ConfigureMaskinportenClient(o => { o.ClientId = config["B:ClientId"]; });'),
      lines(movedClient('X')),
    ],
  ])('%s', async (_, services, after) => {
    const one = await aloneFor(client3, appWith(services), { decide });
    expect(one?.found).toContain('error switch review, several-identities');
    expect(one?.services).toBe(`${after}\n`);
  });

  test.each<[string, string]>([
    ['its own section, in any casing', configure('a')],
    ['the default section', configure('MaskinportenSettings')],
    ['the default section in another casing', configure('MaskinPortenSettings')],
    ['another section in local runs', `if (env.IsDevelopment()) { ${configure('B')} }`],
  ])('and leaves what binds it to %s', async (_, beside) => {
    const one = await aloneFor(client3, appWith(lines(client('X', 'A'), beside)), { decide });
    expect(one?.services).toBe(`${lines(movedClient('X'), beside)}\n`);
  });

  test('and stays beside one that nobody can remove for it', async () => {
    const files = appWith(lines(client('X', 'A'), 'services.ConfigureMaskinportenClient(Path());'));
    const { app } = await auditedApp(files);
    const unknown = app.configurations.map(({ id }) => [id, 'studio'] as const);
    const one = await aloneFor(client3, files, { decide: { A: 'studio', ...Object.fromEntries(unknown) } });
    expect(one?.found).toBe(`${client3} error switch manual, configuration-stays`);
    expect(one?.remedy).toEqual({
      kind: 'manual',
      reasons: [{ code: 'configuration-stays', file: 'App/Program.cs' }],
    });
  });

  test('as a handler does, whose section its definition says', async () => {
    const files = appWith(lines(definition('k', 'A'), handler('k'), configure('B')));
    const one = await aloneFor('external-message-handler App/Program.cs:4', files, { decide });
    expect(one?.services).toBe(`${lines(definition('k', 'A'), movedHandler('k'))}\n`);
  });

  test('unless it keeps its own section', async () => {
    const files = appWith(lines(client('X', 'A'), configure('B')));
    const found = (await alone(files, { decide: { A: 'own-external', B: 'studio' } })).map((one) => one.found);
    expect(found).toEqual([]);
  });
});

describe('a client that keeps its section binds the built-in client to it', () => {
  const decide = { A: 'own-built-in' } as const;
  const client3 = 'external-http-client App/Program.cs:3 error switch';
  const review = 'review, built-in-keys';

  test.each<[string, string, string]>([
    ['above it', lines(client('X', 'A')), lines(configure('A'), movedClient('X'))],
    [
      'above the first that moves',
      lines(client('Y', 'A', forResource), client('X', 'A')),
      lines(client('Y', 'A', forResource), configure('A'), movedClient('X')),
    ],
    [
      'where it is bound in local runs alone',
      lines(client('X', 'A'), `if (env.IsDevelopment()) { ${configure('B')} }`),
      lines(configure('A'), movedClient('X'), `if (env.IsDevelopment()) { ${configure('B')} }`),
    ],
    [
      'where another client has another section',
      lines(client('Y', 'B'), client('X', 'A')),
      lines(client('Y', 'B'), configure('A'), movedClient('X')),
    ],
    [
      'in what is always done when deployed',
      lines('if (!env.IsDevelopment())', '{', `    ${client('X', 'A')}`, '}'),
      lines('if (!env.IsDevelopment())', '{', `    ${configure('A')}`, `    ${movedClient('X')}`, '}'),
    ],
    [
      'behind one that is made under a condition',
      lines('if (config.GetValue<bool>("Y"))', '{', `    ${client('Y', 'A')}`, '}', client('X', 'A')),
      lines('if (config.GetValue<bool>("Y"))', '{', `    ${client('Y', 'A')}`, '}', configure('A'), movedClient('X')),
    ],
    [
      'on the services that a later one is registered on',
      lines(client('Y', 'A').replace('services.', 'services.AddLogging().'), client('X', 'A')),
      lines(client('Y', 'A').replace('services.', 'services.AddLogging().'), configure('A'), movedClient('X')),
    ],
    [
      'for a handler that stands before its definition',
      lines(handler('k'), definition('k', 'A')),
      lines(configure('A'), movedHandler('k'), definition('k', 'A')),
    ],
    [
      'above whatever comes first, a handler for instance',
      lines(handler('k'), client('X', 'A'), definition('k', 'A')),
      lines(configure('A'), handler('k'), movedClient('X'), definition('k', 'A')),
    ],
    [
      'where it is bound already, in any casing, once',
      lines(configure('a'), client('X', 'A')),
      lines(configure('a'), movedClient('X')),
    ],
  ])('%s', async (_, services, after) => {
    const all = await alone(appWith(services), { decide: { ...decide, B: 'own-external' } });
    expect(all.map((one) => one.services)).toContain(`${after}\n`);
  });

  test('in the first of two files', async () => {
    const setup = (name: string) =>
      `public static class ${name}\n{\n    public static void Add${name}(this IServiceCollection services, IConfiguration config)\n    {\n    ${lines(client(name, 'A'))}\n    }\n}\n`;
    const more = { 'App/Two.cs': setup('Two'), 'App/One.cs': setup('One') };
    const all = await alone(appWith(lines('services.AddTwo(config);', 'services.AddOne(config);'), { more }), {
      decide,
    });
    const places = all.map(({ after }) => Object.keys(after).filter((file) => after[file]?.includes(configure('A'))));
    expect(places).toEqual([['App/One.cs'], ['App/One.cs']]);
  });

  test('whose keys it must rename, where no keys of the default section go', async () => {
    const settings = JSON.stringify({ MaskinportenSettings: { ClientId: 'x', JwkBase64: 'y' } });
    const files = appWith(lines(client('X', 'A')), { more: { 'App/appsettings.json': settings } });
    const one = await aloneFor(client3, files, { decide });
    expect(one?.found).toBe(`${client3} ${review}`);
    expect(Object.keys(one?.after ?? {})).toEqual(['App/Program.cs']);
  });

  test('which is not what Studio provisions: no host has to load that', async () => {
    const files = appWith(lines(client('X', 'A')));
    const bare = String(files['App/Program.cs']).replace('builder.WebHost.ConfigureAppWebHost(args);\n', '');
    const one = await aloneFor(client3, { ...files, 'App/Program.cs': bare }, { decide });
    expect(one?.found).toBe(`${client3} ${review}`);
    expect(one?.after['App/Program.cs']).not.toContain('ConfigureAppWebHost');
    const studio = await aloneFor(client3, { ...files, 'App/Program.cs': bare }, {});
    expect(studio?.found).not.toBe(`${client3} safe`);
  });

  test('written as text of C#', async () => {
    const section = client('X', 'A').replace('"A"', String.raw`"A\\B"`);
    const { app } = await auditedApp(appWith(lines(section)));
    const [id = ''] = app.externals.map((one) => one.id);
    const one = await aloneFor(client3, appWith(lines(section)), { decide: { [id]: 'own-built-in' } });
    expect(one?.services).toContain(String.raw`services.ConfigureMaskinportenClient("A\\B");`);
  });

  const added = (files: Files, place: string): Files => ({ ...files, 'App/Program.cs': place });
  const program = String(appWith('')['App/Program.cs']);

  test('with a doubt where nobody can tell whether the library comes first', async () => {
    const own = `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services, IConfiguration config)\n    {\n    ${lines(client('X', 'A'))}\n    }\n}\n`;
    const all = await found('clients/external-http-client', appWith('', { more: { 'App/Own.cs': own } }), { decide });
    expect(all).toEqual(['App/Own.cs:5 error switch review, built-in-keys, order-unknown']);
  });

  test('but not behind the library, which has bound the default section by then', async () => {
    const late = program.replace(
      '    services.AddAltinnAppServices(config, builder.Environment);\n',
      `$&${lines(client('X', 'A'))}\n`,
    );
    const all = await found('clients/external-http-client', added(appWith(''), late), { decide });
    expect(all).toEqual([expect.stringMatching(/manual, no-place-to-configure$/)]);
  });

  test('with the assumption where a range begins before there is a path to bind', async () => {
    const files = appWith(lines(client('X', 'A')), { version: '[8.3.0,9.0.0)' });
    const [one] = await found('clients/external-http-client', files, { decide });
    expect(one).toContain('version-assumed');
  });

  test.each<[string, Files, string, string]>([
    [
      'a class has the built-in client',
      appWith(lines(client('X', 'A')), {
        more: {
          'App/Uses.cs':
            'using Altinn.App.Core.Features.Maskinporten;\nclass Uses(IMaskinportenClient client) { object F() => client.GetAccessToken(["a"]); }\n',
        },
      }),
      'built-in-in-use',
      'App/Uses.cs',
    ],
    [
      'an HttpClient has its tokens',
      appWith(lines(client('X', 'A'), 'services.AddHttpClient<B>().UseMaskinportenAuthorization("b");')),
      'built-in-in-use',
      'App/Program.cs',
    ],
    [
      'it is bound to another section',
      appWith(lines(client('X', 'A'), configure('B'))),
      'configured-elsewhere',
      'App/Program.cs',
    ],
    [
      'a class asks the provider that the library puts over it',
      appWith(lines(client('X', 'A')), { more: asksProvider }),
      'built-in-in-use',
      'App/Asks.cs',
    ],
  ])('not where %s', async (_, files, code, file) => {
    const one = await aloneFor(client3, files, { decide: { ...decide, B: 'own-external' } });
    expect(one?.remedy).toEqual({ kind: 'manual', reasons: [{ code, file }] });
  });

  test.each<[string, string]>([
    ['the app registers it', 'services.AddMaskinportenJwkTokenProvider("B--EncodedJwk");'],
    ['the app makes it', 'services.AddTransient<IMaskinportenTokenProvider>(p => Make(p));'],
  ])('whoever asks a provider where %s', async (_, services) => {
    const files = importing(
      appWith(lines(client('X', 'A'), services), { more: asksProvider }),
      'Altinn.App.Core.Internal.Maskinporten',
    );
    const one = await aloneFor(client3, files, { decide });
    expect(one?.found).not.toContain('built-in-in-use');
  });

  test('and what keeps it from moving at all is said alone', async () => {
    const files = appWith(lines(client('X', 'A', forResource)), { version: '8.3.2' });
    const one = await aloneFor(client3, files, { decide });
    expect(one?.found).toBe(`${client3} manual, unsupported-settings (Resource)`);
  });
});
