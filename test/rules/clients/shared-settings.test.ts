import { describe, expect, test } from 'vitest';
import { appWith, found } from '../audited.ts';
import { switched } from './switched.ts';

const handlers = 'clients/external-message-handler';
const clients = 'clients/external-http-client';

const define =
  '    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", config.GetSection("Own"));';
const attach = (client: string, body: string, key = '"k"') =>
  `    services.AddHttpClient("${client}").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>(${key}, d => { ${body} });`;
const scope = (scopes: string) => `d.ClientSettings.Scope = "${scopes}";`;
const exchange = 'd.ClientSettings.ExhangeToAltinnToken = true;';
const text = (...statements: readonly string[]) => statements.join('\n');

/** How each finding of a rule is to be fixed, in the order of the code. */
async function fixes(rule: typeof handlers | typeof clients, services: string, more = {}): Promise<readonly string[]> {
  const all = await found(rule, appWith(services, { more }));
  return all.map((one) => one.replace(/^.* switch /, ''));
}

const doubted = 'review, settings-shared';

describe('handlers of one key whose delegates ask for different things are worth a look, and their definition is', () => {
  test.each([
    ['different scopes', attach('a', scope('a')), attach('b', scope('b'))],
    ['more scopes', attach('a', scope('a')), attach('b', scope('a b'))],
    ['an exchange', attach('a', scope('a')), attach('b', scope('a') + exchange)],
    [
      'another environment',
      attach('a', `${scope('a')} d.ClientSettings.Environment = "prod";`),
      attach('b', scope('a')),
    ],
    [
      'a key written another way',
      attach('a', scope('a')),
      `    const string key = "k";\n${attach('b', scope('b'), 'key')}`,
    ],
  ])('%s', async (_, a, b) => {
    expect(await fixes(handlers, text(define, a, b))).toEqual([doubted, doubted, doubted]);
  });

  test('of three, when two are alike', async () => {
    const three = text(define, attach('a', scope('a')), attach('b', scope('b')), attach('c', scope('a')));
    expect(await fixes(handlers, three)).toEqual([doubted, doubted, doubted, doubted]);
  });

  test('when one leaves it to the section, which says something else', async () => {
    const silent = attach('b', '').replace(', d => {  }', '');
    const more = { 'App/appsettings.json': JSON.stringify({ Own: { Scope: 'b' } }) };
    expect(await fixes(handlers, text(define, attach('a', scope('a')), silent), more)).toEqual([
      doubted,
      doubted,
      doubted,
    ]);
  });

  test('and each moves with what it says itself', async () => {
    const { services, left } = await switched(appWith(text(define, attach('a', scope('a')), attach('b', scope('b')))));
    expect({ services, left }).toEqual({
      services:
        '    services.AddHttpClient("a").UseMaskinportenAuthorization("a");\n    services.AddHttpClient("b").UseMaskinportenAuthorization("b");\n',
      left: [],
    });
  });
});

describe('beside one that stays, a handler of its key is worth a look', () => {
  test('when that sets what the built-in client has nothing for', async () => {
    const staying = attach('b', `${scope('a')} d.ClientSettings.Resource = "x";`);
    expect(await fixes(handlers, text(define, attach('a', scope('a')), staying))).toEqual([
      'manual, handlers-stay (1)',
      doubted,
      'manual, unsupported-settings (Resource)',
    ]);
  });

  test('when its scopes are computed', async () => {
    const computed = attach('b', 'd.ClientSettings.Scope = x;');
    expect(await fixes(handlers, text(define, attach('a', scope('a')), computed))).toEqual([
      'manual, handlers-stay (1)',
      doubted,
      'manual, scopes-unknown (computed)',
    ]);
  });
});

describe('handlers of one key are safe', () => {
  test.each([
    ['when they ask for the same', attach('a', scope('a') + exchange), attach('b', exchange + scope('a'))],
    ['when the same scopes stand in another order', attach('a', scope('a b')), attach('b', scope('b a'))],
    [
      'when they differ in what they log',
      attach('a', `${scope('a')} d.ClientSettings.EnableDebugLogging = true;`),
      attach('b', scope('a')),
    ],
  ])('%s', async (_, a, b) => {
    expect(await fixes(handlers, text(define, a, b))).toEqual(['safe', 'safe', 'safe']);
  });

  test('when one says what the section says for the other', async () => {
    const silent = attach('b', '').replace(', d => {  }', '');
    const more = { 'App/appsettings.json': JSON.stringify({ Own: { Scope: 'a' } }) };
    expect(await fixes(handlers, text(define, attach('a', scope('a')), silent), more)).toEqual([
      'safe',
      'safe',
      'safe',
    ]);
  });

  test('when the other is there in local runs only', async () => {
    const local = `    if (env.IsDevelopment())\n    {\n    ${attach('b', scope('b'))}\n    }`;
    expect(await fixes(handlers, text(define, attach('a', scope('a')), local))).toEqual([
      'manual, handlers-stay (1)',
      'safe',
      'manual, local-runs-only',
    ]);
  });
});

test('handlers of two keys of one section share nothing', async () => {
  const other = define.replace('"k"', '"l"');
  const services = text(define, other, attach('a', scope('a')), attach('b', scope('b'), '"l"'));
  expect(await fixes(handlers, services)).toEqual(['safe', 'safe', 'safe', 'safe']);
});

describe('clients that bring their own definition', () => {
  const client = (settings: string, type: string, scopes = type.toLowerCase()) =>
    `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${type}>(${settings}, d => { ${scope(scopes)} });`;
  const filled = '    var own = config.GetSection("Own").Get<MaskinportenSettings>()!;';

  test.each([
    ['of one section', 'config.GetSection("Own")', ''],
    ['of a section in a local', 'own', '    var own = config.GetSection("Own");'],
    ['each with an object of its own', 'config.GetSection("Own").Get<MaskinportenSettings>()', ''],
    ['each with a copy of one object', 'own with { Kid = null }', filled],
  ])('%s share nothing', async (_, settings, before) => {
    const services = text(before, client(settings, 'A'), client(settings, 'B'));
    expect(await fixes(clients, services)).toEqual(['safe', 'safe']);
  });

  test.each([
    ['that was bound', 'own', filled],
    ['that was made', 'own', '    var own = new MaskinportenSettings();\n    config.GetSection("Own").Bind(own);'],
    ['behind a cast', '(own as MaskinportenSettings)!', filled],
  ])('share the one object %s', async (_, settings, before) => {
    const services = text(before, client('own', 'A'), client(settings, 'B'));
    expect(await fixes(clients, services)).toEqual([doubted, doubted]);
  });

  test('share the one object that has two names', async () => {
    const services = text(filled, '    var same = own;', client('own', 'A'), client('same', 'B'));
    const all = await fixes(clients, services);
    expect(all.map((one) => one.startsWith(doubted))).toEqual([true, true]);
  });

  test('share one object and ask for the same: safe', async () => {
    const services = text(filled, client('own', 'A', 'x'), client('own', 'B', 'x'));
    expect(await fixes(clients, services)).toEqual(['safe', 'safe']);
  });

  test('share their definition with the handlers of their type', async () => {
    const handler =
      '    services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, A>(d => d.ClientSettings.Scope = "x");';
    const services = text(client('config.GetSection("Own")', 'A'), handler);
    expect(await fixes(clients, services)).toEqual([doubted]);
    expect(await fixes(handlers, services)).toEqual([doubted]);
  });

  test('share one object with a definition', async () => {
    const own = define.replace('config.GetSection("Own")', 'own');
    const services = text(filled, own, client('own', 'A'), attach('x', scope('x')));
    expect(await fixes(clients, services)).toEqual([doubted]);
    expect(await fixes(handlers, services)).toEqual([doubted, doubted]);
  });
});
