import { beforeAll, describe, expect, test } from 'vitest';
import { clientIds } from '../../../src/app/clients/client-id.ts';
import { noTokenUses } from '../../../src/app/clients/consumers/token-uses.ts';
import {
  bindsDefault,
  configurationId,
  handlerIdentity,
  legacyIdentities,
  registrationId,
} from '../../../src/app/clients/identity.ts';
import { isDevelopmentOnly } from '../../../src/app/startup/condition.ts';
import type { Decision } from '../../../src/decision.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { externalClients } from './external/facts.ts';
import { configurations } from './facts.ts';

beforeAll(loadCSharp);

/** The identities of a program, each as section and decision. */
function identities(program: string, decide: Readonly<Record<string, Decision>> = {}): readonly string[] {
  const clients = { configurations: configurations(program), ...externalClients(program), tokens: noTokenUses };
  return legacyIdentities(clients, new Map(Object.entries(decide))).map(
    ({ section, decision }) => `${section ?? 'unknown'}: ${decision}`,
  );
}

const configure = (path: string) => `services.ConfigureMaskinportenClient("${path}");`;
const register = (path: string) => `services.AddMaskinportenHttpClient<D, C>(config.GetSection("${path}"));`;
const delegate = 'services.ConfigureMaskinportenClient(o => { });';

describe('each section that deployed code uses is one identity', () => {
  test.each([
    ['nothing', '', []],
    ['a custom path', configure('mine'), ['mine: studio']],
    ['an external client', register('mine'), ['mine: studio']],
    ['both on one section', configure('mine') + register('mine'), ['mine: studio']],
    ['one section in two casings', configure('mine') + register('MINE'), ['MINE: studio']],
    ['two sections', configure('mine') + register('other'), ['mine: undecided', 'other: undecided']],
    ['the default path is Studio’s', configure('MaskinportenSettings'), []],
    ['the default path in another casing', configure('maskinPortenSettings'), []],
    [
      'a section below the default one is not it',
      configure('MaskinportenSettings:Own'),
      ['MaskinportenSettings:Own: studio'],
    ],
    [
      'a section that ends like it is not it',
      configure('MaskinportenSettings-TeamApps1'),
      ['MaskinportenSettings-TeamApps1: studio'],
    ],
    ['an external client on the default section', register('MaskinportenSettings'), ['MaskinportenSettings: studio']],
    ['a delegate', delegate, ['unknown: studio']],
    ['a delegate and a path', delegate + configure('mine'), ['unknown: undecided', 'mine: undecided']],
    ['a path in Development only', `if (env.IsDevelopment()) { ${configure('mine')} }`, []],
    [
      'a path in Development beside another',
      `if (env.IsDevelopment()) { ${configure('mine')} } else { ${configure('other')} }`,
      ['other: studio'],
    ],
    ['a path in debug builds only', `#if DEBUG\n${configure('mine')}\n#endif`, []],
    [
      'a path in debug builds beside another',
      `#if DEBUG\n${configure('mine')}\n#else\n${configure('other')}\n#endif`,
      ['other: studio'],
    ],
    [
      'a path in debug builds only, in a chain',
      'services\n#if DEBUG\n.ConfigureMaskinportenClient("a")\n#endif\n.Other();',
      [],
    ],
    [
      'a path behind a call of debug builds',
      'services\n#if DEBUG\n.Other()\n#endif\n.ConfigureMaskinportenClient("a");',
      ['a: studio'],
    ],
    ['a path in all but debug builds', `#if !DEBUG\n${configure('mine')}\n#endif`, ['mine: studio']],
    ['a path in debug builds and in others', `#if DEBUG || PILOT\n${configure('mine')}\n#endif`, ['mine: studio']],
    ['a path in builds of another kind', `#if PILOT\n${configure('mine')}\n#endif`, ['mine: studio']],
    [
      'an external client whose section is unknown',
      'services.AddMaskinportenHttpClient<D, C>(settings);',
      ['unknown: studio'],
    ],
    [
      'two external clients whose sections are unknown',
      'services.AddMaskinportenHttpClient<D, C>(a); services.AddMaskinportenHttpClient<D, E>(b);',
      ['unknown: undecided', 'unknown: undecided'],
    ],
  ])('%s', (_, program, expected) => {
    expect(identities(program)).toEqual(expected);
  });
});

describe('a decision', () => {
  const two = configure('mine') + register('Other');
  test.each([
    ['on one of two leaves the other undecided', { mine: 'studio' }, ['mine: studio', 'Other: undecided']],
    [
      'is found whatever the casing of the section',
      { mine: 'own-built-in', other: 'own-external' },
      ['mine: own-built-in', 'Other: own-external'],
    ],
    ['on something else decides nothing', { third: 'studio' }, ['mine: undecided', 'Other: undecided']],
  ] as const)('%s', (_, decide, expected) => {
    expect(identities(two, decide)).toEqual(expected);
  });

  test('is told from what is usual', () => {
    const decided = (program: string, decide: Readonly<Record<string, Decision>>) =>
      legacyIdentities(
        { configurations: configurations(program), ...externalClients(program), tokens: noTokenUses },
        new Map(Object.entries(decide)),
      ).map(({ isDecided }) => isDecided);
    expect(decided(configure('mine'), {})).toEqual([false]);
    expect(decided(configure('mine'), { mine: 'studio' })).toEqual([true]);
    expect(decided(two, { other: 'own-external' })).toEqual([false, true]);
  });

  test('on a single one overrides what is usual', () => {
    expect(identities(configure('mine'), { mine: 'own-built-in' })).toEqual(['mine: own-built-in']);
  });

  test('can name a client by its id', () => {
    const [configuration] = configurations(delegate);
    const id = configuration ? configurationId(configuration) : '';
    expect(identities(delegate + configure('mine'), { [id]: 'own-built-in' })).toEqual([
      'unknown: own-built-in',
      'mine: undecided',
    ]);
  });

  test('on one computed path leaves another undecided', () => {
    const program =
      'services.ConfigureMaskinportenClient(config["a"]); services.ConfigureMaskinportenClient(config["b"]);';
    const [first] = configurations(program).map(configurationId);
    expect(identities(program, { [first ?? '']: 'own-built-in' })).toEqual([
      'unknown: own-built-in',
      'unknown: undecided',
    ]);
  });

  test('by id holds for the section that the client shares with others', () => {
    const program = configure('mine') + register('mine') + register('other');
    const [configuration] = configurations(program);
    const id = configuration ? configurationId(configuration) : '';
    expect(identities(program, { [id]: 'own-built-in' })).toEqual(['mine: own-built-in', 'other: undecided']);
  });
});

describe('the id of a client', () => {
  const ids = (program: string) => configurations(program).map(configurationId);

  test('stays when lines move', () => {
    expect(ids(`\n\n${configure('mine')}`)).toEqual(ids(configure('mine')));
  });

  test('stays when an unknown section is read elsewhere in the file', () => {
    const register = 'services.AddMaskinportenHttpClient<D, C>(settings);';
    const idsOf = (program: string) => externalClients(program).registrations.map(registrationId);
    expect(idsOf(`A();\n${register}`)).toEqual(idsOf(register));
  });

  test('differs with the section', () => {
    expect(ids(configure('mine'))).not.toEqual(ids(configure('other')));
  });

  test('tells two clients of unknown sections in one file apart', () => {
    const both = 'services.AddMaskinportenHttpClient<D, C>(a); services.AddMaskinportenHttpClient<D, E>(b);';
    expect(new Set(externalClients(both).registrations.map(registrationId)).size).toBe(2);
  });

  test('tells registrations of one section in one file apart', () => {
    const idsOf = (program: string) => externalClients(program).registrations.map(registrationId);
    const twice = idsOf(`${register('mine')}\n${register('mine')}`);
    expect(new Set(twice).size).toBe(2);
    expect(idsOf(`A();\n${register('mine')}\n\n${register('mine')}`)).toEqual(twice);
    expect(idsOf(register('mine'))).toEqual(twice.slice(0, 1));
  });

  test('stays from release to release: people write it into their configuration', () => {
    const mine = { kind: 'built-in-configuration', method: 'M', file: 'App/Program.cs', text: '"mine"' };
    expect(clientIds([mine, mine, { ...mine, file: 'App/Own.cs' }], 'App')).toEqual([
      '07af0665',
      'e77bfed2',
      '29f73c4b',
    ]);
  });

  test('stays when the call is laid out in another way', () => {
    const idOf = (settings: string) =>
      externalClients(`services.AddMaskinportenHttpClient<D, C>(${settings});`).registrations.map(registrationId);
    expect(idOf('config\n    .GetSection(  "a")')).toEqual(idOf('config .GetSection( "a")'));
    expect(idOf('config.GetSection("a b")')).not.toEqual(idOf('config.GetSection("ab")'));
  });

  test('tells two configurations of one path in one file apart', () => {
    expect(new Set(ids(configure('mine') + configure('mine'))).size).toBe(2);
  });

  test('is the same whatever folder the app was found from', () => {
    const above = externalClients('', { others: { 'repo/App/Own.cs': register('mine') }, appPath: 'repo' });
    const within = externalClients('', { others: { 'App/Own.cs': register('mine') } });
    expect(above.registrations.map(registrationId)).toEqual(within.registrations.map(registrationId));
  });

  test('tells two delegates in one file apart', () => {
    const other = 'services.ConfigureMaskinportenClient(o => { o.ClientId = "x"; });';
    expect(new Set(ids(delegate + other)).size).toBe(2);
  });
});

test('a handler belongs to the identity of its definition alone', () => {
  const defined = (key: string) =>
    `services.RegisterMaskinportenClientDefinition<D>("${key}", config.GetSection("${key}")); services.AddHttpClient<C${key}>().AddMaskinportenHttpMessageHandler<D>("${key}");`;
  const { registrations, handlers } = externalClients(defined('a') + defined('b'));
  const all = legacyIdentities({ configurations: [], registrations, handlers, tokens: noTokenUses }, new Map());
  expect(all.map(({ section, clients }) => [section, ...clients])).toEqual(
    ['a', 'b'].map((section, index) => [section, registrations[index]?.id, handlers[index]?.id]),
  );
  expect(handlers.map(handlerIdentity)).toEqual(registrations.map(registrationId));
});

test('an identity that the app configures reads no secret of the vault by name', () => {
  const all = legacyIdentities(
    { configurations: configurations(configure('a')), ...externalClients(register('a')), tokens: noTokenUses },
    new Map(),
  );
  expect(all.map(({ secrets }) => secrets)).toEqual([[]]);
});

test('a handler without a definition is one by itself', () => {
  const [handler] = externalClients('services.AddHttpClient<C>().AddMaskinportenHttpMessageHandler<D>("a");').handlers;
  expect(handler && handlerIdentity(handler)).toBe(handler?.id);
});

test('development-only is what can never run deployed', () => {
  const only = (program: string) => configurations(program).map(isDevelopmentOnly);
  expect(only(`if (env.IsDevelopment() && flag) ${configure('a')}`)).toEqual([true]);
  expect(only(`if (env.IsDevelopment() || flag) ${configure('a')}`)).toEqual([false]);
  expect(only(`if (!env.IsDevelopment()) ${configure('a')}`)).toEqual([false]);
  expect(only(configure('a'))).toEqual([false]);
});

test('an unknown path does not bind the default section', () => {
  expect(configurations('services.ConfigureMaskinportenClient(config["x"]);').map(bindsDefault)).toEqual([false]);
});

describe('what was decided about the default section', () => {
  const moved = (program: string, decide: Readonly<Record<string, Decision>>) =>
    legacyIdentities(
      { configurations: configurations(program), ...externalClients(program), tokens: noTokenUses },
      new Map(Object.entries(decide)),
      ['app:MaskinportenSettings', 'app:ExternalMaskinportenSettings'],
    ).map(({ section, decision }) => `${section}: ${decision}`);
  const own: Readonly<Record<string, Decision>> = { maskinportensettings: 'own-external' };

  test.each<[string, string, Readonly<Record<string, Decision>>, readonly string[]]>([
    ['holds where it is moved', register('APP:MaskinportenSettings'), own, ['APP:MaskinportenSettings: own-external']],
    ['not of another section', register('b:MaskinportenSettings'), own, ['b:MaskinportenSettings: studio']],
    [
      'not while a client is there',
      register('MaskinportenSettings') + register('app:MaskinportenSettings'),
      own,
      ['MaskinportenSettings: own-external', 'app:MaskinportenSettings: undecided'],
    ],
    [
      'not where something is decided about the new name',
      register('app:MaskinportenSettings'),
      { ...own, 'app:maskinportensettings': 'own-built-in' },
      ['app:MaskinportenSettings: own-built-in'],
    ],
  ])('%s', (_, program, decide, expected) => {
    expect(moved(program, decide)).toEqual(expected);
  });
});
