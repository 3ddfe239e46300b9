import { beforeAll, describe, expect, test } from 'vitest';
import { entryPointsOf, executedCalls } from '../../../src/app/startup/execution.ts';
import { obstacleInArguments, strangeCondition } from '../../../src/app/vault/obstacles.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../startup/started.ts';

beforeAll(loadCSharp);

function wiringIn(program: string) {
  const project = projectWith({ 'Program.cs': program });
  const calls = executedCalls(project, entryPointsOf(project.files));
  const wiring = calls.find(({ invocation }) => invocation.name === 'AddAzureKeyVault');
  if (wiring === undefined) throw new Error(program);
  return wiring;
}

const obstacle = (program: string) => obstacleInArguments(wiringIn(program));

const settings = 'var kv = new KeyVaultSettings(); config.GetSection("kvSetting").Bind(kv);';
const secret = 'new ClientSecretCredential(kv.TenantId, kv.ClientId, kv.ClientSecret)';
const adding = (...given: readonly string[]) => `${settings} config.AddAzureKeyVault(${given.join(', ')});`;

describe('the helper adds the same', () => {
  test.each([
    ['address and credential of its section', adding('new Uri(kv.SecretUri)', secret)],
    ['an address that may be missing', adding('new Uri(kv.SecretUri!)', secret)],
    ['an address that may be null', adding('new Uri(kv?.SecretUri)', secret)],
    ['an address as a text', adding('kv.SecretUri', 'kv.ClientId', 'kv.ClientSecret')],
    ['an address in a local', `${settings} var a = new Uri(kv.SecretUri); config.AddAzureKeyVault(a, ${secret});`],
    ['an address by its path', `config.AddAzureKeyVault(new Uri(config["kvSetting:SecretUri"]), ${secret});`],
    [
      'an address by its path, in another casing',
      `config.AddAzureKeyVault(new Uri(c["KvSetting:secretUri"]!), ${secret});`,
    ],
    [
      'an address by its value',
      `config.AddAzureKeyVault(new Uri(config.GetValue<string>("kvSetting:SecretUri")), ${secret});`,
    ],
    [
      'an address of its section',
      `config.AddAzureKeyVault(new Uri(c.GetSection("kvSetting")["SecretUri"]), ${secret});`,
    ],
    [
      'an address of its section in a local',
      `var s = c.GetRequiredSection( "kvSetting" ); config.AddAzureKeyVault(new Uri(s[ "SecretUri" ]), ${secret});`,
    ],
    ['the manager of the SDK', adding('new Uri(kv.SecretUri)', secret, 'new KeyVaultSecretManager()')],
    ['the manager by its whole name', adding('new Uri(kv.SecretUri)', secret, 'new Azure.A.KeyVaultSecretManager( )')],
    [
      'what the deprecated SDK takes',
      adding('kv.SecretUri', 'new KeyVaultClient(callback)', 'new DefaultKeyVaultSecretManager()'),
    ],
    ['a credential in a local', `${settings} var c = ${secret}; config.AddAzureKeyVault(new Uri(kv.SecretUri), c);`],
  ])('%s', (_, program) => {
    expect(obstacle(program)).toBeNull();
  });
});

describe('the helper would add something else than', () => {
  test.each([
    ['what options say', adding('new Uri(kv.SecretUri)', secret, 'new AzureKeyVaultConfigurationOptions()'), 'options'],
    [
      'what options in a local say',
      `${settings} var o = new AzureKeyVaultConfigurationOptions { ReloadInterval = x }; config.AddAzureKeyVault(new Uri(kv.SecretUri), ${secret}, o);`,
      'options',
    ],
    ['what options alone say', 'config.AddAzureKeyVault(new AzureKeyVaultConfigurationOptions(a));', 'options'],
    ['nothing', 'config.AddAzureKeyVault();', 'other-address'],
    ['a manager of its own', adding('new Uri(kv.SecretUri)', secret, 'new PrefixManager("a")'), 'own-secret-manager'],
    [
      'a manager that ends alike',
      adding('new Uri(kv.SecretUri)', secret, 'new OwnKeyVaultSecretManager()'),
      'own-secret-manager',
    ],
    [
      'a manager that is given something',
      adding('new Uri(kv.SecretUri)', secret, 'new KeyVaultSecretManager(x)'),
      'own-secret-manager',
    ],
    ['a manager with a client', adding('client', 'new OwnManager()'), 'own-secret-manager'],
    ['another address', adding('new Uri("https://skogv.vault.azure.net")', secret), 'other-address'],
    [
      'an address of another section',
      `config.AddAzureKeyVault(new Uri(c.GetSection("other")["SecretUri"]), ${secret});`,
      'other-address',
    ],
    [
      'another key of the section',
      `config.AddAzureKeyVault(new Uri(c.GetSection("kvSetting")["Uri"]), ${secret});`,
      'other-address',
    ],
    [
      'a key that begins alike',
      `config.AddAzureKeyVault(new Uri(c["kvSetting:SecretUri2"]), ${secret});`,
      'other-address',
    ],
    [
      'a member of settings bound elsewhere',
      `config.AddAzureKeyVault(new Uri(kv.SecretUri), ${secret});`,
      'other-address',
    ],
    ['another member', adding('new Uri(kv.SecretUriOld)', secret), 'other-address'],
    [
      'an address that a parameter has',
      `Add("x"); void Add(string a) { config.AddAzureKeyVault(new Uri(a), ${secret}); }`,
      'other-address',
    ],
    ['an empty address', adding('new Uri()', secret), 'other-address'],
    ['an address that is joined', adding('new Uri("https://" + kv.SecretUri + ".x")', secret), 'other-address'],
    [
      'the identity of the machine',
      adding('new Uri(kv.SecretUri)', 'new DefaultAzureCredential()'),
      'other-credentials',
    ],
    ['a credential that is made elsewhere', adding('new Uri(kv.SecretUri)', 'credential'), 'other-credentials'],
    [
      'a credential that begins alike',
      adding('new Uri(kv.SecretUri)', 'new ClientSecretCredentials(a)'),
      'other-credentials',
    ],
    ['an address alone', adding('kv.SecretUri'), 'other-credentials'],
  ])('%s', (_, program, expected) => {
    expect(obstacle(program)).toBe(expected);
  });
});

describe('a condition', () => {
  const strange = (text: string) => strangeCondition([{ text, environment: null }])?.text ?? null;

  test.each([
    'string.IsNullOrEmpty(kv.SecretUri)',
    '!(string.IsNullOrWhiteSpace( keyVaultSettings.SecretUri ))',
    'kv.ClientId != null',
    'kv.ClientId is not null && kv.ClientSecret is not null',
    'kv.SecretUri == "" || kv.TenantId == string.Empty',
    'config["kvSetting:SecretUri"] is null',
    '!string.IsNullOrEmpty(kv?.ClientId) && !string.IsNullOrEmpty(kv!.ClientSecret!)',
    'vaultUri != null',
    'kvSettings is null',
  ])('asks whether there is a vault: %s', (text) => {
    expect(strange(text)).toBeNull();
  });

  test.each([
    'useVault',
    'kv.Enabled',
    'kv.SecretUri == "https://x"',
    'string.IsNullOrEmpty(name)',
    'name != null',
    'kv.SecretUri != null && useIt',
    'IsNullOrEmpty(kv.SecretUri)',
  ])('asks something else: %s', (text) => {
    expect(strange(text)).toBe(text);
  });

  test('may ask where the app runs, and no other thing beside', () => {
    const deployed = { text: '!env.IsDevelopment()', environment: 'deployed' } as const;
    const other = { text: 'useIt', environment: null };
    expect(strangeCondition([])).toBeNull();
    expect(strangeCondition([deployed])).toBeNull();
    expect(strangeCondition([deployed, other])).toBe(other);
    expect(strangeCondition([{ ...deployed, environment: 'development' }])?.environment).toBe('development');
  });
});
