import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../../startup/started.ts';
import { clientIn, textAt } from './facts.ts';

beforeAll(loadCSharp);

const register = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client>(config.GetSection("A"))';
const typed = `${register}.AddTypedClient<IClient, Client>()`;
const declared = {
  'IClient.cs': 'public interface IClient { }',
  'Client.cs':
    'public class Client(HttpClient http, ILogger<Client> logger) : IClient { public Client Copy() => new Client(http, logger); }',
  'User.cs': 'public class User(IClient client) { }',
};

/** Whether `AddTypedClient` folds into the registration; null when none follows. */
function folds(program: string, others: Sources = declared): boolean | null {
  return clientIn(program, { others }).typedClient?.folds ?? null;
}

describe('the interface folds into the registration', () => {
  test('when the class is wanted only as that', () => {
    expect(folds(`${typed};`)).toBe(true);
  });

  test.each([
    [
      'over lines',
      `services\n    .AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client>(s)\n    .AddTypedClient<IClient, Client>();`,
    ],
    ['before other links', `${typed}.AddPolicyHandler(policy);`],
    ['with comments about the class', `// The Client of "Client"\n${typed};`],
    [
      'when another client’s name begins alike',
      `${typed}; factory.CreateClient("Clients"); factory.CreateClient("My Client");`,
    ],
    ['when a class of another name holds its name', `${typed}; services.AddScoped<ClientFactory>();`],
  ])('%s', (_, program) => {
    expect(folds(program)).toBe(true);
  });

  test('and says what it is and where it ends', () => {
    const program = `${typed}.AddPolicyHandler(policy);`;
    const { typedClient } = clientIn(program, { others: declared });
    expect(typedClient?.types).toEqual(['IClient', 'Client']);
    expect(typedClient && textAt({ file: 'Program.cs', start: 0, end: typedClient.end }, program)).toMatch(
      /AddTypedClient<IClient, Client>\(\)$/,
    );
  });

  test('when only a using names the class', () => {
    expect(folds(`using Alias = App.Client;\n${typed};`)).toBe(true);
  });
});

describe('the interface stays a link of its own', () => {
  test.each([
    ['when another link stands between', `${register}.AddPolicyHandler(policy).AddTypedClient<IClient, Client>();`],
    ['when it is made by a function', `${register}.AddTypedClient<IClient>(http => new Client(http));`],
    ['when it takes an argument', `${register}.AddTypedClient<IClient, Client>((http, sp) => new Client(http));`],
    ['when it is another class', `${register}.AddTypedClient<IClient, OtherClient>();`],
    ['when it makes the interface alone', `${register}.AddTypedClient<IClient>();`],
    ['when the link has another name', `${register}.AddTypedClients<IClient, Client>();`],
    [
      'when the registration is by that class and another already',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client, Other>(s).AddTypedClient<IClient, Client>();',
    ],
    ['when it is the class itself', `${register}.AddTypedClient<Client>();`],
    [
      'when the registration is by interface already',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, IOther, Client>(s).AddTypedClient<IClient, Client>();',
    ],
    [
      'when the registration is by name',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>("x", s).AddTypedClient<IClient, Client>();',
    ],
    ['when nothing follows', `${register};`],
    ['when what the chain returns is used', `Add(${register}).AddTypedClient<IClient, Client>();`],
  ])('%s', (_, program) => {
    expect(folds(program)).toBeNull();
  });

  test.each([
    ['when there are two', `${typed}.AddTypedClient<IOther, Client>();`],
    ['when there are two of one interface', `${typed}.AddPolicyHandler(p).AddTypedClient<IClient, Client>();`],
    [
      'when there are two, the other in front',
      `${register}.AddTypedClient<IClient, Client>().AddHttpMessageHandler<H>().AddTypedClient<IOther>(c => new Other(c));`,
    ],
    ['when the client is asked for by name', `${typed}; factory.CreateClient("Client");`],
    ['when the class is resolved', `${typed}; var client = provider.GetRequiredService<Client>();`],
    ['when the class is registered in another way as well', `${typed}; services.AddScoped<Client>();`],
    ['when the class is looked for by its type', `${typed}; var client = provider.GetService(typeof(Client));`],
    ['when the client is named', `${typed}; services.AddHttpClient("Client");`],
    ['when the client is named in debug builds', `${typed};\n#if DEBUG\nfactory.CreateClient("Client");\n#endif\n`],
    [
      'when the client is named in all others',
      `${typed};\n#if DEBUG\n#else\nfactory.CreateClient("Client");\n#endif\n`,
    ],
    ['when the client is named by nameof', `${typed}; factory.CreateClient(nameof(Client));`],
    ['when the client of the interface’s name is configured', `${typed}; services.AddHttpClient("IClient");`],
    ['when the class is configured as a client', `${typed}; services.AddHttpClient<Client>(http => { });`],
  ])('%s', (_, program) => {
    expect(folds(program)).toBe(false);
  });

  test.each([
    ['injected', 'public class Other(Client client) { }'],
    ['injected by the framework', 'public class Other { public Other(IServiceProvider sp, App.Client client) { } }'],
    ['held', 'public class Other { private readonly Client client; }'],
    ['made', 'public class Other { IClient Make() => new Client(null, null); }'],
    ['derived from', 'public class Other : Client { }'],
  ])('when the class is %s elsewhere', (_, text) => {
    expect(folds(`${typed};`, { ...declared, 'Other.cs': text })).toBe(false);
  });
});
