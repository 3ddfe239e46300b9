import { beforeAll, describe, expect, test } from 'vitest';
import { asksOtherwiseThanOthers } from '../../../../src/app/clients/external/shared-settings.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { externalClients } from './facts.ts';

beforeAll(loadCSharp);

/** Of each client and each handler, whether another sets something else on the settings that it has. */
function asksOtherwise(program: string): readonly boolean[] {
  const { registrations, handlers } = externalClients(program);
  const clients = registrations.flatMap((one) => (one.kind === 'external-http-client' ? [one] : []));
  return [...clients, ...handlers].map((one) => asksOtherwiseThanOthers(one, registrations, handlers));
}

const delegate = (sets: string) => (sets === '' ? '' : `, d => { ${sets} }`);
const scope = (text: string) => `d.ClientSettings.Scope = "${text}";`;
const set = (member: string, value: string) => `d.ClientSettings.${member} = ${value};`;
const define = (key = 'k', settings = 'config.GetSection("A")') =>
  `services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("${key}", ${settings});`;
const attach = (sets: string, key = 'k') =>
  `services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("${key}"${delegate(sets)});`;
const client = (name: string, settings: string, sets: string) =>
  `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${name}>(${settings}${delegate(sets)});`;

describe('handlers of one key', () => {
  test.each<[string, string, string, boolean]>([
    ['ask for other scopes', scope('a'), scope('b'), true],
    ['ask for more', scope('a'), scope('a b'), true],
    ['exchange the token or not', scope('a'), scope('a') + set('ExhangeToAltinnToken', 'true'), true],
    ['set something else', scope('a'), scope('a') + set('Resource', '"r"'), true],
    ['set something to another value', scope('a') + set('Resource', '"r"'), scope('a') + set('Resource', '"s"'), true],
    ['compute the same', set('Scope', 'Read()'), set('Scope', 'Read()'), true],
    ['compute the exchange', scope('a') + set('ExhangeToAltinnToken', 'x'), scope('a'), true],
    ['do what cannot be told', 'Own(d);', scope('a'), true],
    ['ask for the same', scope('a'), scope('a'), false],
    ['ask for the same in another order', scope('a b'), scope('b a b'), false],
    [
      'set the same to something else in another order',
      `${scope('a')}${set('Kid', '"k"')}${set('Resource', '"r"')}`,
      `${set('Resource', '"r"')}${set('Kid', '"k"')}${scope('a')}`,
      false,
    ],
    ['set the same at last', scope('a') + set('Kid', '"x"') + set('Kid', '"k"'), scope('a') + set('Kid', '"k"'), false],
    ['log or not', scope('a'), scope('a') + set('EnableDebugLogging', 'true'), false],
  ])('%s', (_, one, other, expected) => {
    expect(asksOtherwise(define() + attach(one) + attach(other))).toEqual([expected, expected]);
    expect(asksOtherwise(define() + attach(other) + attach(one))).toEqual([expected, expected]);
  });

  test('that only local runs have do not count for those that are deployed', () => {
    const local = `if (env.IsDevelopment()) { ${attach(scope('b'))} }`;
    expect(asksOtherwise(define() + attach(scope('a')) + local)).toEqual([false, true]);
  });

  test('have the definition that was registered first', () => {
    const other = 'var s = config.GetSection("B").Get<MaskinportenSettings>();';
    const program = `${other} ${define()} ${define('k', 's')} ${define('other', 's')} ${attach(scope('a'))} ${attach(scope('b'), 'other')}`;
    expect(asksOtherwise(program)).toEqual([false, false]);
  });

  test('whose key nothing registers share nothing', () => {
    expect(asksOtherwise(attach(scope('a')) + attach(scope('b')))).toEqual([false, false]);
  });
});

test('handlers of two keys share nothing, though they have one section', () => {
  expect(asksOtherwise(define('k') + define('l') + attach(scope('a'), 'k') + attach(scope('b'), 'l'))).toEqual([
    false,
    false,
  ]);
});

describe('clients', () => {
  const object = 'var s = config.GetSection("A").Get<MaskinportenSettings>();';
  test.each<[string, string, readonly boolean[]]>([
    ['given one object', `${object} ${client('C', 's', scope('a'))} ${client('D', 's', scope('b'))}`, [true, true]],
    [
      'given one object, that ask for the same',
      `${object} ${client('C', 's', scope('a'))} ${client('D', 's', scope('a'))}`,
      [false, false],
    ],
    [
      'given one section',
      `${client('C', 'config.GetSection("A")', scope('a'))} ${client('D', 'config.GetSection("A")', scope('b'))}`,
      [false, false],
    ],
    [
      'given two objects',
      `${object} var t = config.GetSection("A").Get<MaskinportenSettings>(); ${client('C', 's', scope('a'))} ${client('D', 't', scope('b'))}`,
      [false, false],
    ],
    [
      'of one type, whose settings are those of the first',
      `${client('C', 'config.GetSection("A")', scope('a'))} ${client('C', 'config.GetSection("B")', scope('b'))}`,
      [true, true],
    ],
    [
      'and a handler of a definition with that object',
      `${object} ${define('k', 's')} ${client('C', 's', scope('a'))} ${attach(scope('b'))}`,
      [true, true],
    ],
    [
      'and a definition that no handler asks for',
      `${object} ${define('k', 's')} ${client('C', 's', scope('a'))}`,
      [false],
    ],
    [
      'of a generic helper, whose keys nobody knows',
      `void Add<T>() { ${client('T', 'config.GetSection("A")', scope('a'))} ${client('T', 'config.GetSection("A")', scope('b'))} }`,
      [false, false],
    ],
  ])('%s', (_, program, expected) => {
    expect(asksOtherwise(program)).toEqual(expected);
  });
});
