import { describe, expect, test } from 'vitest';
import { appWith, type Files } from '../audited.ts';
import { alone } from './alone.ts';
import {
  askingClass,
  client,
  definition,
  forResource,
  handler,
  handlerOf,
  importing,
  lines,
  movedClient,
  movedHandler,
} from './old-clients.ts';

const development = { 'App/appsettings.Development.json': JSON.stringify({ B: { ClientId: 'x' } }) };

async function clientsIn(files: Files, decide: Parameters<typeof alone>[1] = {}) {
  const all = await alone(files, decide);
  return all.filter(({ found }) => found.startsWith('external-') && !found.startsWith('external-service'));
}

describe('the token cache', () => {
  const cache = 'services.AddSingleton<ITokenCacheProvider, FileTokenCacheProvider>();';
  const withCache = (services: string, more: Files = {}) =>
    importing(
      appWith(`${lines(cache)}\n${services}`, { more }),
      'Altinn.ApiClients.Maskinporten.Interfaces',
      'Altinn.ApiClients.Maskinporten.Services',
    );
  /** Which findings take it along when they are taken alone. */
  const takenBy = async (files: Files, asked: Parameters<typeof alone>[1] = {}) =>
    (await clientsIn(files, asked)).flatMap(({ services }) =>
      services === undefined ? [] : [!services.includes('ITokenCacheProvider')],
    );

  test.each<[string, string, Files, readonly boolean[]]>([
    ['the only client', lines(client('X', 'A')), {}, [true]],
    ['each of two that are safe', lines(client('X', 'A'), client('Y', 'A')), {}, [true, true]],
    ['one that is doubted', lines(client('X', 'B')), development, [true]],
    [
      'only the one that is doubted, as a patch of what is safe leaves that one',
      lines(
        client('X', 'A'),
        client(
          'Y',
          'A',
          'd => { d.ClientSettings.Scope = "a"; d.ClientSettings.OverwriteAuthorizationHeader = true; }',
        ),
      ),
      {},
      [false, true],
    ],
    ['a definition and its handler', lines(definition('k', 'A'), handler('k')), {}, [true, true]],
    [
      'the only client, beside a provider of the app’s own',
      lines(client('X', 'A'), 'services.AddTransient<IMaskinportenTokenProvider>(p => Make(p));'),
      { 'App/Provider.cs': 'global using Altinn.App.Core.Internal.Maskinporten;\n' },
      [true],
    ],
    ['nothing, while a client stays', lines(client('X', 'A'), client('Y', 'A', forResource)), {}, [false]],
    [
      'nothing, while a definition stays for a class that takes its service',
      lines(definition('k', 'A'), handler('k')),
      askingClass('Asking', 'A', 'Scope'),
      [false],
    ],
    [
      'nothing, where a class of the app has it',
      lines(client('X', 'A')),
      {
        'App/Own.cs': 'using Altinn.ApiClients.Maskinporten.Interfaces;\nclass Own(ITokenCacheProvider cache) { }\n',
      },
      [false],
    ],
    [
      'nothing, where a class has it whose file says nothing else of the package',
      lines(client('X', 'A')),
      { 'App/Own.cs': 'class Own(ITokenCacheProvider cache) { }\n' },
      [false],
    ],
    [
      'nothing, where the app registers the service that has it',
      lines(client('X', 'A'), 'services.AddHttpClient<IMaskinportenService, MaskinportenService>();'),
      askingClass('Asking', 'A', 'Scope'),
      [false],
    ],
  ])('goes with %s', async (_, services, more, expected) => {
    expect(await takenBy(withCache(services, more))).toEqual(expected);
  });

  test('stays where a client is decided to stay', async () => {
    const files = withCache(lines(client('X', 'A'), client('Y', 'B')));
    expect(await takenBy(files, { decide: { A: 'studio', B: 'own-external' } })).toEqual([false]);
  });

  test('goes as a static call, too', async () => {
    const files = withCache(lines(client('X', 'A')));
    const program = String(files['App/Program.cs']).replace(
      'services.AddSingleton<ITokenCacheProvider, FileTokenCacheProvider>()',
      'ServiceCollectionServiceExtensions.AddSingleton<ITokenCacheProvider, FileTokenCacheProvider>(services)',
    );
    const [one] = await clientsIn({ ...files, 'App/Program.cs': program });
    expect(one?.services).toBe(`${lines(movedClient('X'))}\n`);
  });

  test('takes the comment about it along', async () => {
    const files = withCache(lines(client('X', 'A')));
    const program = String(files['App/Program.cs']).replace(
      '    services.AddS',
      '    // ITokenCacheProvider: tokens on disk\n$&',
    );
    const [one] = await clientsIn({ ...files, 'App/Program.cs': program });
    expect(one?.services).toBe(`${lines(movedClient('X'))}\n`);
  });
});

describe('a settings object that something else reads', () => {
  const object = 'var s = config.GetSection("A").Get<MaskinportenSettings>();';
  const taking = (statement: string) => statement.replace('config.GetSection("A")', 's');
  const mapping =
    'services.ConfigureMaskinportenClient(o => { o.ClientId = s.ClientId; o.JwkBase64 = s.EncodedJwk; });';
  const elsewhere = 'settings-used-elsewhere (App/Program.cs)';
  const first = async (services: string) => (await clientsIn(appWith(services)))[0]?.found;
  const client4 = 'external-http-client App/Program.cs:4 error switch';

  test.each<[string, string]>([
    ['another client that moves', taking(client('Y', 'A'))],
    ['the definition of a handler that moves', lines(taking(definition('k', 'A')), handler('k')).trim()],
    ['the mapping for the built-in client', mapping],
  ])('is no matter where that goes: %s', async (_, reader) => {
    expect(await first(lines(object, taking(client('X', 'A')), reader))).not.toContain(elsewhere);
  });

  test.each<[string, string]>([
    ['another client that stays', taking(client('Y', 'A', forResource))],
    ['the definition of a handler that stays', lines(taking(definition('k', 'A')), handler('k', forResource)).trim()],
    [
      'the definition of two handlers, one of which stays',
      lines(taking(definition('k', 'A')), handler('k'), handler('k', forResource)).trim(),
    ],
    ['a definition that no handler is seen to ask for', taking(definition('k', 'A'))],
    [
      'a client that stays, though its handler moves',
      lines(taking(client('Y', 'A', forResource)), handlerOf('Y')).trim(),
    ],
    ['a service', 'services.AddSingleton(s);'],
    ['a guard of something else', 'if (s is null) services.AddFakes();'],
  ])('is worth a look where that stays: %s', async (_, reader) => {
    const found = await first(lines(object, taking(client('X', 'A')), reader));
    expect(found).toContain(`${client4} review`);
    expect(found).toContain(elsewhere);
  });
});

describe('a settings object that is filled by statements', () => {
  const object = lines('var s = new MaskinportenSettings();', 'config.GetSection("A").Bind(s);');
  const taking = (statement: string) => statement.replace('config.GetSection("A")', 's');

  test('loses them with the handler whose definition has it, not with the handler alone', async () => {
    const files = appWith(`${object}\n${lines(taking(definition('k', 'A')), handler('k'))}`);
    const after = (await clientsIn(files)).map(({ services }) => services);
    expect(after).toEqual([
      `${lines(movedHandler('k'))}\n`,
      `${object}\n${lines(taking(definition('k', 'A')), movedHandler('k'))}\n`,
    ]);
  });
});

describe('what stands around a client', () => {
  test('its arguments are gone, but what names the client stays', async () => {
    const services = lines(
      'var name = "dan";',
      'var section = config.GetSection("A");',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>(name, section, d => { d.ClientSettings.Scope = "a"; });',
    );
    const [one] = await clientsIn(appWith(services));
    expect(one?.services).toBe(
      `${lines('var name = "dan";', 'services.AddHttpClient(name).UseMaskinportenAuthorization("a");')}\n`,
    );
  });
});
