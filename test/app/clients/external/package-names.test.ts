import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../../startup/started.ts';
import { externalClients } from './facts.ts';

beforeAll(loadCSharp);

/** How many calls of a program without usings are the package's. */
function count(program: string, others: Sources = {}): number {
  const { registrations, handlers } = externalClients(program, { others, usings: '' });
  return registrations.length + handlers.length;
}

const own = (definition = 'OwnDefinition') => `services.AddMaskinportenHttpClient<${definition}, C>(s);`;

describe('a call is the package’s', () => {
  test.each([
    ['when its file imports the package', `using Altinn.ApiClients.Maskinporten.Extensions;\n${own()}`],
    ['when its file imports another part of it', `using Altinn.ApiClients.Maskinporten.Interfaces;\n${own()}`],
    [
      'when it imports its extensions statically',
      `using static Altinn.ApiClients.Maskinporten.Extensions.ServiceCollectionExtensions;\n${own().replace('services.', '').replace('(s)', '(services, s)')}`,
    ],
    ['by the full name of its definition', own('Altinn.ApiClients.Maskinporten.Services.SettingsJwkClientDefinition')],
    [
      'by its own full name',
      'Altinn.ApiClients.Maskinporten.Extensions.ServiceCollectionExtensions.AddMaskinportenHttpClient<OwnDefinition, C>(services, s);',
    ],
    ['by the name of its definition, where no import is seen', own('SettingsJwkClientDefinition')],
    ['also for handlers', 'http.AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("k");'],
  ])('%s', (_, program) => {
    expect(count(program)).toBe(1);
  });

  test('when another file imports it for all', () => {
    expect(count(own(), { 'Usings.cs': 'global using Altinn.ApiClients.Maskinporten.Extensions;' })).toBe(1);
  });
});

describe('a call is not the package’s', () => {
  const package_ = 'using Altinn.ApiClients.Maskinporten.Extensions;\n';
  test.each([
    ['without its import', own()],
    ['without type arguments', `${package_}services.AddMaskinportenHttpClient("x", s);`],
    [
      'of another package, with scopes by name',
      `using Other.Maskinporten;\nservices.AddMaskinportenHttpClient(clientName: "a", scopes: ["b"]);`,
    ],
    ['of a package whose name begins alike', `using Altinn.ApiClients.MaskinportenPlus;\n${own()}`],
    [
      'when the app declares the function',
      `${package_}${own('SettingsJwkClientDefinition')} static class Own { public static void AddMaskinportenHttpClient<A, B>(this IServiceCollection services, IConfiguration s) { } }`,
    ],
    [
      'by the name of a definition that the app declares',
      `${own('SettingsJwkClientDefinition')} class SettingsJwkClientDefinition { }`,
    ],
    ['in a comment', `${package_}// ${own()}`],
    ['in a text', `${package_}var x = """${own()}""";`],
    ['in a branch that is never built', `${package_}#if false\n${own()}\n#endif`],
    ['by a name that only begins like it', `${package_}services.AddMaskinportenHttpClients<D, C>(s);`],
  ])('%s', (_, program) => {
    expect(count(program)).toBe(0);
  });

  test('of the app’s own extension in another file, with its type arguments the other way round', () => {
    const others = {
      'Own.cs':
        'public static class Own { public static IHttpClientBuilder AddMaskinportenHttpClient<TClient, TDefinition>(this IServiceCollection services, string section) where TClient : class { return null; } }',
    };
    expect(count(`${package_}services.AddMaskinportenHttpClient<C, SettingsJwkClientDefinition>("A");`, others)).toBe(
      0,
    );
  });
});
