import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/decision.ts';
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
  movedClass,
  movedClient,
  movedHandler,
} from './old-clients.ts';

/** Only a registration of a client puts the package's service into the container. */
const moving = askingClass('Asking', 'Own');
const staying = askingClass('Asking', 'Own', 'Scope');
const client3 = 'external-http-client App/Program.cs:3 error switch';
const client4 = 'external-http-client App/Program.cs:4 error switch';
const consumed = 'manual, registration-consumed';

async function foundIn(files: Files, decide: Readonly<Record<string, Decision>> = {}) {
  const all = await alone(files, { decide });
  return all
    .map(({ found }) => found)
    .filter((one) => one.startsWith('external-') && !one.includes('external-service'));
}

async function changedBy(files: Files, which: string) {
  const one = (await alone(files)).find(({ found }) => found.startsWith(which));
  return { services: one?.services, asking: one?.after['App/Asking.cs'] };
}

describe('a class that takes the service moves in the same change', () => {
  test('as the last client', async () => {
    const files = appWith(lines(client('A', 'Own')), { more: moving });
    expect(await foundIn(files)).toEqual([`${client3} review, token-source-changes`]);
    expect(await changedBy(files, client3)).toEqual({
      services: `${lines(movedClient('A'))}\n`,
      asking: movedClass('Asking')['App/Asking.cs'],
    });
  });

  test('as each of several clients', async () => {
    const files = appWith(lines(client('A', 'Own'), client('B', 'Own')), { more: moving });
    expect((await changedBy(files, client3)).asking).toBe(movedClass('Asking')['App/Asking.cs']);
    expect((await changedBy(files, client4)).asking).toBe(movedClass('Asking')['App/Asking.cs']);
  });

  test('as the definition of a handler, and the handler can go before', async () => {
    const files = appWith(lines(definition('k', 'Own'), handler('k')), { more: moving });
    expect(await foundIn(files)).toEqual([
      'external-message-handler App/Program.cs:3 error switch review, token-source-changes',
      'external-message-handler App/Program.cs:4 error switch safe',
    ]);
    expect(await changedBy(files, 'external-message-handler App/Program.cs:3')).toEqual({
      services: `${lines(movedHandler('k'))}\n`,
      asking: movedClass('Asking')['App/Asking.cs'],
    });
    expect(await changedBy(files, 'external-message-handler App/Program.cs:4')).toEqual({
      services: `${lines(definition('k', 'Own'), movedHandler('k'))}\n`,
      asking: undefined,
    });
  });

  test('as a definition that nobody else asks for', async () => {
    const files = appWith(lines(definition('k', 'Own')), { more: moving });
    expect(await foundIn(files)).toEqual([
      'external-message-handler App/Program.cs:3 error switch review, token-source-changes',
    ]);
    expect(await changedBy(files, 'external-message-handler')).toEqual({
      services: '',
      asking: movedClass('Asking')['App/Asking.cs'],
    });
  });

  test('but not as a client beside which another registration is left', async () => {
    const files = appWith(lines(client('A', 'Own'), definition('k', 'Own')), { more: moving });
    expect(await changedBy(files, client3)).toEqual({
      services: `${lines(movedClient('A'), definition('k', 'Own'))}\n`,
      asking: undefined,
    });
  });
});

describe('a client stays for what takes the service and cannot move', () => {
  const registered = 'services.AddHttpClient<IMaskinportenService, MaskinportenService>();';
  const withUsings = (services: string, more: Files = {}) =>
    importing(
      appWith(services, { more }),
      'Altinn.ApiClients.Maskinporten.Config',
      'Altinn.ApiClients.Maskinporten.Handlers',
      'Altinn.ApiClients.Maskinporten.Interfaces',
      'Altinn.ApiClients.Maskinporten.Services',
      'Altinn.App.Core.Internal.Maskinporten',
    );

  test.each<[string, Files, readonly string[]]>([
    ['a class of the app', appWith(lines(client('A', 'Own')), { more: staying }), [`${client3} ${consumed}`]],
    [
      'several of them, which is said once',
      appWith(lines(client('A', 'Own')), { more: { ...staying, ...askingClass('Other', 'Own', 'Scope') } }),
      [`${client3} ${consumed}`],
    ],
    [
      'the library’s old eFormidling',
      appWith(lines(client('A', 'Own'), 'services.AddEFormidlingServices<Metadata, Receivers>(config);')),
      [`${client3} ${consumed}`],
    ],
    [
      'the library’s provider, made by the app',
      withUsings(
        lines(
          client('A', 'Own'),
          'services.AddTransient<IMaskinportenTokenProvider>(p => new MaskinportenJwkTokenProvider(a, b, c, "x"));',
        ),
      ),
      [`${client3} ${consumed}`],
    ],
    [
      'the oldest service',
      withUsings(lines(client('A', 'Own'), 'services.AddHttpClient<IMaskinporten, MaskinportenService>();')),
      [`${client3} ${consumed}`],
    ],
    [
      'a class, and the definition of its handler as well',
      appWith(lines(definition('k', 'Own'), handler('k')), { more: staying }),
      [
        `external-message-handler App/Program.cs:3 error switch ${consumed}`,
        'external-message-handler App/Program.cs:4 error switch safe',
      ],
    ],
    [
      'also beside a handler that stays and has no definition',
      appWith(lines(client('A', 'Own'), handler('lost')), { more: staying }),
      [
        `${client3} ${consumed}`,
        'external-message-handler App/Program.cs:4 error switch manual, definition-not-found (lost)',
      ],
    ],
    [
      'not where the app registers the service itself',
      withUsings(lines(client('A', 'Own'), registered), staying),
      [`${client3} safe`],
    ],
    [
      'not where a definition stays that registers it, too',
      appWith(lines(client('A', 'Own'), definition('k', 'Own')), { more: staying }),
      [`${client3} safe`, `external-message-handler App/Program.cs:4 error switch ${consumed}`],
    ],
    [
      'not where another client stays, whatever keeps that one',
      appWith(lines(client('A', 'Own'), client('B', 'Own', forResource)), { more: staying }),
      [`${client3} safe`, `${client4} manual, unsupported-settings (Resource)`],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await foundIn(files)).toEqual(expected);
  });

  test.each<[string, Files, string, string]>([
    ['a class', appWith(lines(client('A', 'Own')), { more: staying }), 'IMaskinportenService', 'App/Asking.cs'],
    [
      'eFormidling',
      appWith(lines(client('A', 'Own'), 'services.AddEFormidlingServices<Metadata, Receivers>(config);')),
      'AddEFormidlingServices',
      'App/Program.cs',
    ],
    [
      'the provider that the app makes',
      withUsings(lines(client('A', 'Own')), {
        'App/Made.cs': 'class Made { object Provider() => new MaskinportenJwkTokenProvider(a, b, c, "x"); }\n',
      }),
      'MaskinportenJwkTokenProvider',
      'App/Made.cs',
    ],
    [
      'the oldest handler',
      withUsings(
        lines(
          client('A', 'Own'),
          'services.AddHttpClient<B>().AddHttpMessageHandler<MaskinportenTokenHandler<SettingsJwkClientDefinition>>();',
        ),
      ),
      'MaskinportenTokenHandler',
      'App/Program.cs',
    ],
  ])('which is said by its name and place: %s', async (_, files, name, file) => {
    const all = await alone(files);
    const reasons = all.flatMap(({ remedy }) => (remedy.kind === 'manual' ? remedy.reasons : []));
    expect(reasons).toContainEqual({ code: 'registration-consumed', name, file });
  });

  test('not where another client is decided to stay', async () => {
    const files = appWith(lines(client('A', 'Own'), client('B', 'Other')), { more: staying });
    expect(await foundIn(files, { Own: 'studio', Other: 'own-external' })).toEqual([`${client3} safe`]);
  });

  test('and its handler moves before it', async () => {
    const files = appWith(lines(client('A', 'Own'), handlerOf('A')), { more: staying });
    expect(await foundIn(files)).toEqual([
      `${client3} ${consumed}`,
      'external-message-handler App/Program.cs:4 error switch review, settings-shared',
    ]);
  });
});

describe('keys of the default section stay while a registration that stays reads them', () => {
  const onDefault = 'MaskinportenSettings';
  const settings = {
    'App/appsettings.json': JSON.stringify({ MaskinportenSettings: { ClientId: 'x', EncodedJwk: 'y' } }),
  };
  const kept = 'error switch manual, external-on-default-section';
  const stayingClass = askingClass('Asking', onDefault, 'Scope');
  const withDan = (files: Files): Files => ({
    ...files,
    'App/App.csproj': String(files['App/App.csproj']).replace(
      '<ItemGroup>',
      '<ItemGroup>\n    <PackageReference Include="Altinn.ApiClients.Dan" Version="2.1.0" />',
    ),
  });
  const attached = lines(definition('k', onDefault), handler('k'));
  const handler4 = 'external-message-handler App/Program.cs:4';

  test.each<[string, Files]>([
    ['a definition that Dan asks for', withDan(appWith(attached, { more: settings }))],
    ['a definition for a class that takes its service', appWith(attached, { more: { ...settings, ...stayingClass } })],
    [
      'a definition for the library’s old eFormidling',
      appWith(`${attached}\n${lines('services.AddEFormidlingServices<Metadata, Receivers>(config);')}`, {
        more: settings,
      }),
    ],
    [
      'a definition that one handler of unknown key may ask for',
      appWith(`${attached}\n${lines(handler('k').replace('>("k"', '>(config["key"]'))}`, { more: settings }),
    ],
    [
      'a client for a class that takes its service',
      appWith(lines(client('A', onDefault), handlerOf('A')), { more: { ...settings, ...stayingClass } }),
    ],
  ])('%s', async (_, files) => {
    const found = (await alone(files)).map((one) => one.found);
    const own =
      'App/Asking.cs' in files ? ', default-section-read (App/Asking.cs: MaskinportenSettings:EncodedJwk)' : '';
    expect(found).toContainEqual(`${handler4} ${kept}${own}`);
  });

  test('a definition that nobody is seen to ask for, whoever else moves', async () => {
    const files = appWith(lines(client('A', 'Own'), definition('unused', onDefault)), { more: settings });
    const found = await foundIn(files, { Own: 'studio', [onDefault]: 'studio' });
    expect(found[0]).toBe(`${client3} manual, external-on-default-section`);
  });

  test.each<[string, Files]>([
    ['a definition that goes as well', appWith(attached, { more: settings })],
    ['a client that goes as well', appWith(lines(client('A', onDefault), handlerOf('A')), { more: settings })],
    [
      'a client for whose class another definition stays',
      appWith(lines(client('A', onDefault), handlerOf('A'), definition('k', 'Other')), {
        more: { ...settings, ...askingClass('Asking', 'Other', 'Scope') },
      }),
    ],
  ])('and go with %s', async (_, files) => {
    const decide = { [onDefault]: 'studio', Other: 'studio' } as const;
    const one = (await alone(files, { decide })).find(({ found }) => found.startsWith(handler4));
    expect(one?.found).toContain('default-section-cleared');
    expect(one?.after['App/appsettings.json']).toBe('{}');
  });
});

describe('a definition that nobody is seen to ask for', () => {
  const unused = 'external-message-handler App/Program.cs:3 error switch';

  test.each<[string, readonly string[], string]>([
    ['goes beside a client that stays', [client('A', 'Own', forResource)], 'review, no-handler'],
    [
      'goes beside a handler that stays, of another definition',
      [definition('other', 'Own'), handler('other', forResource)],
      'review, no-handler',
    ],
    ['stays while a handler asks for a key of no definition', [handler('lost')], 'manual, handlers-stay (1)'],
    [
      'stays while two of them ask for keys that are computed',
      [handler('k').replace('>("k"', '>(config["a"]'), handler('k').replace('>("k"', '>(config["b"]')],
      'manual, handlers-stay (2)',
    ],
  ])('%s', async (_, services, outcome) => {
    const files = appWith(lines(definition('unused', 'Own'), ...services));
    expect((await foundIn(files))[0]).toBe(`${unused} ${outcome}`);
  });

  test('has no say in the handlers of another one whose key is known', async () => {
    const files = appWith(lines(definition('unused', 'Own'), definition('k', 'Own'), handler('k'), handler('lost')));
    expect(await foundIn(files)).toEqual([
      `${unused} manual, handlers-stay (1)`,
      'external-message-handler App/Program.cs:4 error switch safe',
      'external-message-handler App/Program.cs:5 error switch safe',
      'external-message-handler App/Program.cs:6 error switch manual, definition-not-found (lost)',
    ]);
  });
});

test('a definition that Dan asks for by its key is said to be its', async () => {
  const files = appWith(lines(definition('k', 'Own')));
  const project = String(files['App/App.csproj']).replace(
    '<ItemGroup>',
    '<ItemGroup>\n    <PackageReference Include="Altinn.ApiClients.Dialogporten" Version="1.2.0" />\n    <PackageReference Include="Altinn.ApiClients.Dan" Version="2.1.0" />',
  );
  const all = await alone({ ...files, 'App/App.csproj': project });
  const one = all.find(({ found }) => found.startsWith('external-message-handler'));
  expect(one?.remedy).toEqual({
    kind: 'manual',
    reasons: [{ code: 'registration-consumed', name: 'Altinn.ApiClients.Dan', file: 'App/App.csproj' }],
  });
});

describe('the comment about a definition goes with it', () => {
  test.each<[string, string, boolean]>([
    ['that names the method', '// RegisterMaskinportenClientDefinition for Dan', true],
    ['that names the key', '// key-of-dan is asked for below', true],
    ['not another one', '// Oppsett av tjenester', false],
  ])('%s', async (_, comment, goes) => {
    const files = appWith(lines(comment, definition('key-of-dan', 'Own'), handler('key-of-dan')));
    const [one] = await alone(files);
    const rest = lines(movedHandler('key-of-dan'));
    expect(one?.services).toBe(`${goes ? rest : `${lines(comment)}\n${rest}`}\n`);
  });
});

test('a definition that is called statically leaves what its services are made by', async () => {
  const statically = definition('k', 'Own').replace(
    'services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>(',
    'ServiceCollectionExtensions.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>(services.AddLogging(), ',
  );
  const [one] = await alone(appWith(lines(statically, handler('k'))));
  expect(one?.services).toBe(`${lines('services.AddLogging();', movedHandler('k'))}\n`);
});
