import { beforeAll, describe, expect, test } from 'vitest';
import { vaultArguments, wiringKind } from '../../../src/app/vault/wiring-kind.ts';
import { type CSharpFile, nodesOfKind } from '../../../src/syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { parsed } from '../../syntax/csharp/sources.ts';

beforeAll(loadCSharp);

function wiringIn(text: string): readonly [Invocation, CSharpFile] {
  const file = parsed(text);
  const calls = nodesOfKind(file, 'invocation_expression').flatMap((node) => readInvocation(node, text) ?? []);
  const wiring = calls.find(({ name }) => /^(AddAzureKeyVault|ConnectToKeyVault)/.test(name));
  if (wiring === undefined) throw new Error(text);
  return [wiring, file];
}

describe('a wiring is of', () => {
  test.each([
    ['the library', 'builder.AddAzureKeyVaultAsConfigProvider();', 'helper'],
    ['the old documentation', 'ConnectToKeyVault(config);', 'old-sdk'],
    ['the SDK, by its credential', 'config.AddAzureKeyVault(uri, new ClientSecretCredential(a, b, c));', 'sdk'],
    [
      'the SDK, by a credential in a local',
      'var c = new DefaultAzureCredential(); config.AddAzureKeyVault(uri, c);',
      'sdk',
    ],
    ['the SDK, by its client', 'config.AddAzureKeyVault(new SecretClient(a, b), manager);', 'sdk'],
    ['the SDK, by its address', 'config.AddAzureKeyVault(new Uri(address), credential);', 'sdk'],
    ['the SDK, by an address over lines', 'config.AddAzureKeyVault(new\n  Uri(address), credential);', 'sdk'],
    ['the SDK, by its manager', 'config.AddAzureKeyVault(client, new KeyVaultSecretManager());', 'sdk'],
    ['the SDK, where nothing tells', 'config.AddAzureKeyVault(address);', 'sdk'],
    ['the deprecated SDK, by its client', 'config.AddAzureKeyVault(a, new KeyVaultClient(b), c);', 'old-sdk'],
    [
      'the deprecated SDK, by its manager',
      'config.AddAzureKeyVault(a, b, new DefaultKeyVaultSecretManager());',
      'old-sdk',
    ],
    [
      'the deprecated SDK, by its provider',
      'config.AddAzureKeyVault(a, new AzureServiceTokenProvider().Client());',
      'old-sdk',
    ],
    [
      'the deprecated SDK, by its using',
      'using Microsoft.Azure.KeyVault;\nconfig.AddAzureKeyVault(address, id, secret);',
      'old-sdk',
    ],
    [
      'the deprecated SDK, by a using of its models',
      'using Microsoft.Azure.KeyVault.Models;\nconfig.AddAzureKeyVault(address, id, secret);',
      'old-sdk',
    ],
    [
      'the SDK beside a using of the deprecated one',
      'using Microsoft.Azure.KeyVault;\nconfig.AddAzureKeyVault(new Uri(a), new DefaultAzureCredential());',
      'sdk',
    ],
    [
      'the SDK by its address, beside a using of the deprecated one',
      'using Microsoft.Azure.KeyVault;\nconfig.AddAzureKeyVault(new Uri(address), credential);',
      'sdk',
    ],
    [
      'the SDK by its manager, beside a using of the deprecated one',
      'using Microsoft.Azure.KeyVault;\nconfig.AddAzureKeyVault(client, new KeyVaultSecretManager());',
      'sdk',
    ],
    [
      'the SDK by its client, beside a using of the deprecated one',
      'using Microsoft.Azure.KeyVault;\nconfig.AddAzureKeyVault(new SecretClient(a, b), manager);',
      'sdk',
    ],
    [
      'the deprecated SDK, by its using, whatever ends like a name of the SDK',
      'using Microsoft.Azure.KeyVault;\nconfig.AddAzureKeyVault(renewUri, Credentials, SecretClients);',
      'old-sdk',
    ],
    [
      'the SDK, with another using',
      'using Azure.Identity;\nusing My.Microsoft.Azure.KeyVault;\nconfig.AddAzureKeyVault(address);',
      'sdk',
    ],
  ])('%s', (_, text, kind) => {
    expect(wiringKind(...wiringIn(text))).toBe(kind);
  });

  test('the SDK, whatever the configuration of a static call is called', () => {
    const text = 'AzureKeyVaultConfigurationExtensions.AddAzureKeyVault(ownKeyVaultClientConfig, address);';
    expect(wiringKind(...wiringIn(text))).toBe('sdk');
  });
});

describe('the arguments of a wiring', () => {
  test.each([
    ['of a method that extends the configuration', 'config.AddAzureKeyVault(a, b);', ['a', 'b']],
    ['of its static form', 'AzureKeyVaultConfigurationExtensions.AddAzureKeyVault(config, a, b);', ['a', 'b']],
    [
      'of its static form by the whole name',
      'Microsoft.Extensions.Configuration.AzureKeyVaultConfigurationExtensions.AddAzureKeyVault(config, a);',
      ['a'],
    ],
    ['of a call on a property', 'ConfigExtensionsHolder.AddAzureKeyVault(a, b);', ['a', 'b']],
    ['of a call on a variable', 'myExtensions.AddAzureKeyVault(a, b);', ['a', 'b']],
    ['of a call on a member', 'web.myExtensions.AddAzureKeyVault(a, b);', ['a', 'b']],
  ])('%s', (_, text, expected) => {
    const [wiring, file] = wiringIn(text);
    expect(vaultArguments(wiring, file).map(({ value }) => textOf(value, file.text))).toEqual(expected);
  });
});
