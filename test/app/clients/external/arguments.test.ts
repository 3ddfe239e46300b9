import { beforeAll, describe, expect, test } from 'vitest';
import type { HttpClientRegistration } from '../../../../src/app/clients/external/registration.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { clientIn, externalClients, registrationIn, textAt } from './facts.ts';

beforeAll(loadCSharp);

const others = { 'Names.cs': 'static class Names { public const string Mine = "mine"; }' };

/** What a registration was read as: its client, its section, what its delegate asks for. */
function told({ client, section, access: { scopes } }: HttpClientRegistration): string {
  const name =
    client?.kind === 'named' ? `"${client.name.kind === 'known' ? client.name.value : client.expression}"` : '';
  const types = client?.kind === 'typed' ? client.types.join(', ') : '';
  return `${types}${name} on ${section ?? 'unknown'} for ${scopes.kind === 'known' ? scopes.scopes.join(' ') : 'unknown'}`;
}

const definition = 'SettingsJwkClientDefinition';
const asks = 'd => d.ClientSettings.Scope = "a b"';
const section = 'config.GetSection("A")';

describe('each overload is read in each style', () => {
  test.each([
    ['typed', `services.AddMaskinportenHttpClient<D, C>(${section}, ${asks})`, 'C on A for a b'],
    ['typed by interface', `services.AddMaskinportenHttpClient<D, I, C>(${section}, ${asks})`, 'I, C on A for a b'],
    ['named', `services.AddMaskinportenHttpClient<D>("mine", ${section}, ${asks})`, '"mine" on A for a b'],
    [
      'named by a constant',
      `services.AddMaskinportenHttpClient<D>(Names.Mine, ${section}, ${asks})`,
      '"mine" on A for a b',
    ],
    ['named by nameof', `services.AddMaskinportenHttpClient<D>(nameof(C), ${section}, ${asks})`, '"C" on A for a b'],
    [
      'named by its type',
      `services.AddMaskinportenHttpClient<D>(typeof(Lib.C).FullName, ${section}, ${asks})`,
      '"typeof(Lib.C).FullName" on A for a b',
    ],
    [
      'named by what the app reads',
      `services.AddMaskinportenHttpClient<D>(config["n"], ${section}, ${asks})`,
      '"config["n"]" on A for a b',
    ],
    [
      'named, in the order of 2.x',
      `services.AddMaskinportenHttpClient<D>(${section}, "mine", ${asks})`,
      '"mine" on A for a b',
    ],
    [
      'the same with a constant',
      `services.AddMaskinportenHttpClient<D>(${section}, Names.Mine, ${asks})`,
      '"mine" on A for a b',
    ],
    [
      'the same with what the app reads',
      `services.AddMaskinportenHttpClient<D>(${section}, config["n"], ${asks})`,
      '"config["n"]" on A for a b',
    ],
    [
      'the same with a settings object',
      `services.AddMaskinportenHttpClient<D>(${section}.Get<MaskinportenSettings>(), key, ${asks})`,
      '"key" on A for a b',
    ],
    [
      'named arguments',
      `services.AddMaskinportenHttpClient<D, C>(config: ${section}, configureClientDefinition: ${asks})`,
      'C on A for a b',
    ],
    [
      'the other way round',
      `services.AddMaskinportenHttpClient<D, C>(configureClientDefinition: ${asks}, config: ${section})`,
      'C on A for a b',
    ],
    [
      'with all three',
      `services.AddMaskinportenHttpClient<D>(configureClientDefinition: ${asks}, config: ${section}, httpClientName: "mine")`,
      '"mine" on A for a b',
    ],
    [
      'with a name that is computed',
      `services.AddMaskinportenHttpClient<D>(config: ${section}, httpClientName: config["n"], configureClientDefinition: ${asks})`,
      '"config["n"]" on A for a b',
    ],
    [
      'some of them',
      `services.AddMaskinportenHttpClient<D>("mine", configureClientDefinition: ${asks}, config: ${section})`,
      '"mine" on A for a b',
    ],
    [
      'a settings object by name',
      `services.AddMaskinportenHttpClient<D, C>(settings: ${section}.Get<MaskinportenSettings>(), configureClientDefinition: ${asks})`,
      'C on A for a b',
    ],
    [
      'a static call',
      `ServiceCollectionExtensions.AddMaskinportenHttpClient<D, C>(services, ${section}, ${asks})`,
      'C on A for a b',
    ],
    [
      'a static call by its full name',
      `Altinn.ApiClients.Maskinporten.Extensions.ServiceCollectionExtensions.AddMaskinportenHttpClient<D>(services, "mine", ${section}, ${asks})`,
      '"mine" on A for a b',
    ],
    [
      'a static call with names',
      `ServiceCollectionExtensions.AddMaskinportenHttpClient<D>(config: ${section}, configureClientDefinition: ${asks}, httpClientName: "mine", services: services)`,
      '"mine" on A for a b',
    ],
    [
      'a static call over lines',
      `ServiceCollectionExtensions\n    .AddMaskinportenHttpClient<D, C>(\n        services,\n        ${section},\n        ${asks})`,
      'C on A for a b',
    ],
    [
      'on a property whose name begins like that of a static class',
      `builder.ExtensionsHost.AddMaskinportenHttpClient<D, C>(${section}, ${asks})`,
      'C on A for a b',
    ],
    ['an imported one', `AddMaskinportenHttpClient<D, C>(services, ${section}, ${asks})`, 'C on A for a b'],
    [
      'a name that the package gives it',
      `services.AddMaskinportenHttpClient<D>(config: ${section}, name: config["n"], configure: ${asks})`,
      '"config["n"]" on A for a b',
    ],
    [
      'a key for a name',
      `services.AddMaskinportenHttpClient<D>(config: ${section}, key: config["n"], configure: ${asks})`,
      '"config["n"]" on A for a b',
    ],
    [
      'what configures it, though it is not seen how',
      `services.AddMaskinportenHttpClient<D, C>(configure: all["x"], config: ${section})`,
      'C on A for unknown',
    ],
    [
      'what configures it by its whole name, though it is not seen how',
      `services.AddMaskinportenHttpClient<D, C>(configureClientDefinition: all["x"], config: ${section})`,
      'C on A for unknown',
    ],
    [
      'what configures it last, though it is not seen how',
      `services.AddMaskinportenHttpClient<D, C>(${section}, all["x"])`,
      'C on A for unknown',
    ],
    [
      'a name, and what configures it, though it is not seen how',
      `services.AddMaskinportenHttpClient<D>("mine", ${section}, all["x"])`,
      '"mine" on A for unknown',
    ],
    [
      'a name that is none, and what configures it',
      `services.AddMaskinportenHttpClient<D>(null, ${section}, ${asks})`,
      ' on A for a b',
    ],
    [
      'a settings object that nobody can read, and a name',
      `services.AddMaskinportenHttpClient<D>(settings, "mine", ${asks})`,
      '"mine" on unknown for a b',
    ],
    [
      'a settings object that nobody can read, and a constant',
      `services.AddMaskinportenHttpClient<D>(settings, Names.Mine, ${asks})`,
      '"mine" on unknown for a b',
    ],
    [
      'a settings object that nobody can read by name, and a name',
      `services.AddMaskinportenHttpClient<D>("mine", settings: settings, configureClientDefinition: ${asks})`,
      '"mine" on unknown for a b',
    ],
    [
      'a settings object that nobody can read, and the name of a type that nothing declares',
      `services.AddMaskinportenHttpClient<D>(settings, typeof(Lib.C).FullName, ${asks})`,
      '"typeof(Lib.C).FullName" on unknown for a b',
    ],
    ['on what may be null', `services?.AddMaskinportenHttpClient<D, C>(${section}, ${asks})`, 'C on A for a b'],
    ['on a property', `builder.Services.AddMaskinportenHttpClient<D, C>(${section}, ${asks})`, 'C on A for a b'],
    [
      'on what a call returns',
      `services.AddMemoryCache().AddMaskinportenHttpClient<D, C>(${section}, ${asks})`,
      'C on A for a b',
    ],
    [
      'with comments between',
      `services.AddMaskinportenHttpClient<D, C>(/* its own */ ${section}, // scopes\n ${asks})`,
      'C on A for a b',
    ],
  ])('%s', (_, call, expected) => {
    expect(told(clientIn(`${call};`, { others }))).toBe(expected);
  });

  test.each([
    ['left out', `services.AddMaskinportenHttpClient<D, C>(${section})`],
    ['null', `services.AddMaskinportenHttpClient<D, C>(${section}, null)`],
    ['null by name', `services.AddMaskinportenHttpClient<D, C>(${section}, configureClientDefinition: null)`],
  ])('a delegate that is %s asks for nothing', (_, call) => {
    const { delegate, section: bound } = clientIn(`${call};`);
    expect({ delegate, bound }).toEqual({ delegate: null, bound: 'A' });
  });

  test.each([
    ['no arguments', 'services.AddMaskinportenHttpClient<D, C>()'],
    ['no settings', `services.AddMaskinportenHttpClient<D>("mine", ${asks})`],
  ])('a call with %s fits no overload, and no client is guessed', (_, call) => {
    expect(clientIn(`${call};`).client).toBeNull();
  });
});

describe('a static call extends its argument', () => {
  const call = (args: string) => `ServiceCollectionExtensions.AddMaskinportenHttpClient<D, C>(${args});`;
  test.each([
    ['the first', `builder.Services, ${section}`, 'builder.Services'],
    ['by name', `config: ${section}, services: all`, 'all'],
    ['by the name of a builder', `config: ${section}, builder: all`, 'all'],
    ['by the name of a builder of clients', `config: ${section}, clientBuilder: all`, 'all'],
  ])('%s', (_, args, expected) => {
    const { receiver, services } = clientIn(call(args));
    expect(receiver && textAt(receiver, call(args))).toBe(expected);
    expect(services).toBe(expected);
  });

  test('of a handler, the builder', () => {
    const program = `HttpClientBuilderExtensions.AddMaskinportenHttpMessageHandler<D>(services.AddHttpClient("x"), "key", ${asks});`;
    const [handler] = externalClients(program).handlers;
    expect(handler?.receiver && textAt(handler.receiver, program)).toBe('services.AddHttpClient("x")');
    expect(handler?.key).toEqual({ kind: 'known', value: 'key' });
  });
});

describe('a definition', () => {
  test.each([
    ['by place', `services.RegisterMaskinportenClientDefinition<${definition}>("key", ${section})`],
    [
      'by name',
      `services.RegisterMaskinportenClientDefinition<${definition}>(config: ${section}, clientDefinitionKey: "key")`,
    ],
    [
      'statically',
      `ServiceCollectionExtensions.RegisterMaskinportenClientDefinition<${definition}>(services, "key", ${section})`,
    ],
    ['by the name it had in 4.0', `services.RegisterMaskinportenHttpClient<${definition}>("key", ${section})`],
  ])('%s', (_, call) => {
    const { kind, key, section: bound } = registrationIn(`${call};`);
    expect({ kind, key, bound }).toEqual({
      kind: 'external-handler',
      key: { kind: 'known', value: 'key' },
      bound: 'A',
    });
  });
});

describe('a handler', () => {
  const define = `services.RegisterMaskinportenClientDefinition<D>("key", ${section});`;
  test.each([
    ['by place', `http.AddMaskinportenHttpMessageHandler<D>("key", ${asks})`],
    ['by name', `http.AddMaskinportenHttpMessageHandler<D>(configureClientDefinition: ${asks}, httpClientName: "key")`],
    ['on what may be null', `http?.AddMaskinportenHttpMessageHandler<D>("key", ${asks})`],
    [
      'behind other links',
      `services.AddHttpClient("x").AddPolicyHandler(p).AddMaskinportenHttpMessageHandler<D>("key", ${asks})`,
    ],
    ['by its own name', `http.AddMaskinportenHttpMessageHandler<D>(configure: ${asks}, key: "key")`],
    [
      'by the name of its definition',
      `http.AddMaskinportenHttpMessageHandler<D>(configure: ${asks}, clientDefinitionKey: "key")`,
    ],
    ['with its key last', `http.AddMaskinportenHttpMessageHandler<D>(${asks}, "key")`],
  ])('%s', (_, call) => {
    const [handler] = externalClients(`${define} ${call};`).handlers;
    expect(handler?.definitions.map(({ section: bound }) => bound)).toEqual(['A']);
    expect(handler?.access.scopes).toMatchObject({ kind: 'known', scopes: ['a', 'b'] });
  });

  test('keeps what it is configured by, even when that is not seen', () => {
    const [handler] = externalClients(`${define} http.AddMaskinportenHttpMessageHandler<D>("key", all["x"]);`).handlers;
    expect(handler?.delegate).toEqual({ kind: 'unclear', statement: 'all["x"]' });
  });

  test('without a delegate asks for what the section says', () => {
    const [handler] = externalClients(`${define} http.AddMaskinportenHttpMessageHandler<D>("key");`).handlers;
    expect(handler?.access.scopes).toEqual({ kind: 'unknown', because: { code: 'not-set', section: 'A' } });
  });
});
