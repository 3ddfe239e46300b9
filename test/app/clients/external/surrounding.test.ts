import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { externalClients } from './facts.ts';

beforeAll(loadCSharp);

const typed = (definition: string, client: string) =>
  `services.AddMaskinportenHttpClient<${definition}, ${client}>(config.GetSection("A"), d => d.ClientSettings.Scope = "a")`;
const register = typed('SettingsJwkClientDefinition', 'C');

function surroundings(program: string): readonly string[] {
  const { registrations, handlers } = externalClients(program);
  return [...registrations, ...handlers].flatMap((one) => one.surroundings);
}

describe('a registration in one of several arms', () => {
  test.each([
    ['of a switch statement', `switch (x) { case 1: ${register}; break; }`],
    ['deeper in it', `switch (x) { default: if (y) { ${register}; } break; }`],
    ['of a switch expression', `var builder = x switch { 1 => ${register}, _ => other };`],
    [
      'and one of a handler',
      'switch (x) { case 1: http.AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("k"); break; }',
    ],
  ])('%s', (_, program) => {
    expect(surroundings(program)).toEqual(['switch']);
  });

  test('of a switch that another function stands in has nothing to do with it', () => {
    expect(surroundings(`switch (x) { case 1: Add(); break; } void Add() { ${register}; }`)).toEqual([]);
  });
});

describe('a registration in a helper for any type', () => {
  test.each([
    ['the client', `void Add<TClient>() where TClient : class { ${typed('SettingsJwkClientDefinition', 'TClient')}; }`],
    ['the definition', `void Add<TDef>() { ${typed('TDef', 'C')}; }`],
    [
      'the key',
      'void Add<TClient>() { services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>(typeof(TClient).FullName!, s); }',
    ],
    [
      'of a function around',
      `void Add<TClient>() { void Inner() { ${typed('SettingsJwkClientDefinition', 'TClient')}; } }`,
    ],
    ['of the class', `class Setup<TClient> { void Add() { ${typed('SettingsJwkClientDefinition', 'TClient')}; } }`],
  ])('by %s', (_, program) => {
    expect(surroundings(program)).toEqual(['generic-helper']);
  });

  test.each([
    ['whose type it has nothing to do with', `void Add<T>() { ${register}; }`],
    ['that is none', `void Add() { ${register}; }`],
  ])('not in one %s', (_, program) => {
    expect(surroundings(program)).toEqual([]);
  });
});

test.each([
  ['if', `if (x) { ${register}; }`],
  ['try', `try { ${register}; } catch { }`],
  ['a lambda', `host.ConfigureServices(services => { ${register}; });`],
])('a registration in %s is seen through', (_, program) => {
  expect(surroundings(program)).toEqual([]);
});

describe('the conditions of a registration are known', () => {
  const conditions = (program: string) =>
    externalClients(program).registrations.flatMap(({ conditions: all }) =>
      all.map(({ text, environment }) => (environment === null ? text : `${environment}: ${text}`)),
    );
  test.each([
    ['if', `if (!env.IsDevelopment()) { ${register}; }`, ['deployed: !env.IsDevelopment()']],
    ['else', `if (env.IsDevelopment()) { } else { ${register}; }`, ['deployed: !(env.IsDevelopment())']],
    ['a return before it', `void F() { if (settings is null) return; ${register}; } F();`, ['!(settings is null)']],
    ['a debug build', `#if DEBUG\n${register};\n#endif\n`, ['development: #if DEBUG']],
    ['nothing', `${register};`, []],
  ])('%s', (_, program, expected) => {
    expect(conditions(program)).toEqual(expected);
  });
});
