import { describe, expect, test } from 'vitest';
import { secretsClient as words } from '../../../src/words/rules/vault/secrets-client.ts';
import { type Asked, appWith, auditedApp, type Files, found } from '../audited.ts';

const rule = 'vault/secrets-client';
const namespace = 'Altinn.App.Core.Internal.Secrets';

/** A class whose call stands on line 6. */
function reader(call: string, { type = 'ISecretsClient', using = namespace } = {}): string {
  return `// Maskinporten\nusing ${using};\n\npublic class Nokkel(${type} secrets)\n{\n    public async Task<string> Les(string n) => await ${call};\n}\n`;
}

function withReader(call: string, options?: Parameters<typeof reader>[1], services = ''): Files {
  return appWith(services, { more: { 'App/Nokkel.cs': reader(call, options) } });
}

const there = 'App/Nokkel.cs:6 warning switch manual';

/** The names of the secrets. */
async function named(files: Files, asked: Asked = {}): Promise<readonly (string | null)[]> {
  const { settled } = await auditedApp(files, asked);
  return settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data.name] : []));
}

describe('a Maskinporten secret is read by its name', () => {
  test.each([
    ['of the default section', 'secrets.GetSecretAsync("MaskinportenSettings--EncodedJwk")'],
    ['of a section of its own', 'secrets.GetSecretAsync("soknad--MaskinportenSettings--ClientId")'],
    ['called after Maskinporten', 'secrets.GetSecretAsync("maskinporten-jwk")'],
    ['called after a key', 'secrets.GetSecretAsync("etat-EncodedJwk")'],
    ['through a field', 'this._secrets.GetSecretAsync("maskinporten")'],
    ['with a null check', 'secrets?.GetSecretAsync("maskinporten")'],
    ['over several lines', 'secrets.GetSecretAsync( /* navnet */ secretName: "maskinporten")'],
    ['as a key', 'secrets.GetKeyAsync("maskinporten")'],
    ['as a certificate', 'secrets.GetCertificateAsync("maskinporten-sertifikat")'],
  ])('%s', async (_, call) => {
    expect(await found(rule, withReader(call))).toEqual([there]);
  });

  test('in an app that only a library has ask Maskinporten', async () => {
    const { 'App/Nokkel.cs': code, ...app } = withReader(
      'secrets.GetSecretAsync("etat-EncodedJwk")',
      {},
      '    services.AddEFormidlingServices<A>();',
    );
    const files = { ...app, 'App/Nokkel.cs': String(code).replace('// Maskinporten', '//') };
    expect(await found(rule, files)).toEqual([there]);
  });

  test.each([
    ['the interface of before', 'ISecrets', 'Altinn.App.Core.Interface'],
    ['the one of the first years', 'ISecrets', 'Altinn.App.PlatformServices.Interface'],
    ['the SDK', 'SecretClient', 'Azure.Security.KeyVault.Secrets'],
  ])('by %s', async (_, type, using) => {
    expect(await found(rule, withReader('secrets.GetSecretAsync("maskinporten-jwk")', { type, using }))).toEqual([
      there,
    ]);
  });

  test('by the old SDK, which takes the address first or in one with the name', async () => {
    const old = { type: 'KeyVaultClient', using: 'Microsoft.Azure.KeyVault' };
    const calls = [
      'secrets.GetSecretAsync(n, "maskinporten-jwk")',
      'secrets.GetSecretAsync("https://kv.vault.azure.net/secrets/maskinporten-jwk")',
    ];
    for (const call of calls) expect(await named(withReader(call, old))).toEqual(['maskinporten-jwk']);
  });

  test('that a constant or a parameter holds', async () => {
    const constant = withReader('secrets.GetSecretAsync(Navn.Jwk)');
    expect(
      await named({
        ...constant,
        'App/Navn.cs': 'static class Navn { public const string Jwk = "maskinporten-" + "jwk"; }',
      }),
    ).toEqual(['maskinporten-jwk']);
    const caller = 'class B { object C(Nokkel nokkel) => nokkel.Les("maskinporten-jwk"); }';
    expect(await named({ ...withReader('secrets.GetSecretAsync(n)'), 'App/B.cs': caller })).toEqual([
      'maskinporten-jwk',
    ]);
  });

  test('of a section that a client of the app binds, whatever it is called', async () => {
    const services = '    services.ConfigureMaskinportenClient("Arkiv");';
    const call = 'secrets.GetSecretAsync("arkiv--JwkBase64")';
    expect(await named(withReader(call.replace('JwkBase64', 'ClientId'), {}, services))).toEqual(['arkiv--ClientId']);
    expect(await named(withReader(call.replace('JwkBase64', 'ClientId')))).toEqual([]);
  });

  test('by the library for its token provider', async () => {
    const using = {
      'App/Usings.cs':
        'global using Altinn.App.Core.Internal.Maskinporten;\nglobal using Altinn.App.Core.Extensions;\n',
    };
    const files = (argument: string) =>
      appWith(`    services.AddMaskinportenJwkTokenProvider(${argument});`, { more: using });
    expect(await found(rule, files('"MaskinportenSettings--EncodedJwk"'))).toEqual([
      'App/Program.cs:3 warning switch manual',
    ]);
    expect(await named(files('"etats-nokkel"'))).toEqual(['etats-nokkel']);
    expect(await named(files('Navn()'))).toEqual([null]);
  });
});

describe('silent', () => {
  test.each([
    ['on another secret', 'secrets.GetSecretAsync("NetsPaymentSettings--SecretApiKey")', {}],
    ['on a name that is computed', 'secrets.GetSecretAsync(n + "maskinporten")', {}],
    [
      'on a client of another kind',
      'secrets.GetSecretAsync("maskinporten-jwk")',
      { type: 'IHemmeligheter', using: 'Etat.Felles' },
    ],
    ['on another method', 'secrets.SetSecretAsync("maskinporten-jwk")', {}],
    ['on a comment', 'Task.FromResult("") /* secrets.GetSecretAsync("maskinporten-jwk") */', {}],
  ])('%s', async (_, call, options) => {
    expect(await found(rule, withReader(call, options))).toEqual([]);
  });

  test('when the identity stays the app’s own', async () => {
    const services =
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Klient>(config.GetSection("A"), d => d.ClientSettings.Scope = "a:b");';
    const files = withReader('secrets.GetSecretAsync("A--EncodedJwk")', {}, services);
    expect(await named(files)).toEqual(['A--EncodedJwk']);
    expect(await named(files, { decide: { A: 'own-external' } })).toEqual([]);
    const other = withReader('secrets.GetSecretAsync("maskinporten-jwk")', {}, services);
    expect(await named(other, { decide: { A: 'own-external' } })).toEqual([]);
    expect(await named(other, { decide: { A: 'studio' } })).toEqual(['maskinporten-jwk']);
  });

  test('when the identity whose section it belongs to stays, whatever becomes of another', async () => {
    const client = (section: string) =>
      `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${section}Klient>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "a:b");`;
    const read = (secret: string) =>
      withReader(`secrets.GetSecretAsync("${secret}")`, {}, `${client('A')}\n${client('B')}`);
    const asked = { decide: { A: 'own-external', B: 'studio' } } as const;
    expect(await named(read('A--EncodedJwk'), asked)).toEqual([]);
    expect(await named(read('B--EncodedJwk'), asked)).toEqual(['B--EncodedJwk']);
    expect(await named(read('maskinporten-jwk'), asked)).toEqual(['maskinporten-jwk']);
  });
});

describe('when credentials stay the app’s own', () => {
  const client = (section: string) =>
    `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${section}Klient>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "a:b");`;
  const read = (secret: string, services: string) => withReader(`secrets.GetSecretAsync("${secret}")`, {}, services);
  const both = `${client('A')}\n${client('B')}`;

  test.each<[string, Files, Asked['decide'], number]>([
    [
      'the secret of one of them, in whatever casing',
      read('a--encodedJwk', both),
      { A: 'own-external', B: 'studio' },
      0,
    ],
    ['a secret that may be any of theirs', read('maskinporten-jwk', both), { A: 'own-external', B: 'own-external' }, 0],
    [
      'the secret of a section that none of them has',
      read('C--MaskinportenSettings--ClientId', both),
      { A: 'own-external', B: 'own-external' },
      0,
    ],
    [
      'the secret of a section that none of them has, where one moves',
      read('C--MaskinportenSettings--ClientId', both),
      { A: 'own-external', B: 'studio' },
      1,
    ],
    ['a secret of an app without credentials', read('maskinporten-jwk', ''), {}, 1],
  ])('%s', async (_, files, decide = {}, count) => {
    expect(await found(rule, files, { decide })).toHaveLength(count);
  });

  test('a secret that may be any of theirs, though one is bound to who knows what', async () => {
    const files = read('maskinporten-jwk', `    services.ConfigureMaskinportenClient(config["Sti"]);\n${client('B')}`);
    const { app } = await auditedApp(files);
    const [computed = ''] = app.configurations.map(({ id }) => id);
    expect(await named(files, { decide: { [computed]: 'own-built-in', B: 'studio' } })).toEqual(['maskinporten-jwk']);
    expect(await named(files, { decide: { [computed]: 'own-built-in', B: 'own-external' } })).toEqual([]);
  });

  test.each<[string, string, Asked, number]>([
    ['that of the library’s provider', '"A--EncodedJwk"', { decide: { A: 'own-external' } }, 0],
    ['that of the library’s provider, where it is computed', 'Navn()', { decide: { A: 'own-external' } }, 0],
    ['that of a provider that is to move', '"A--EncodedJwk"', { decide: { A: 'studio' } }, 1],
    ['that of a provider that v9 does not have', '"A--EncodedJwk"', { decide: { A: 'own-external' }, target: 'v9' }, 1],
  ])('%s', async (_, secret, asked, count) => {
    const services = `    services.Configure<MaskinportenSettings>(config.GetSection("A"));\n    services.AddMaskinportenJwkTokenProvider(${secret});`;
    const usings =
      'global using Altinn.ApiClients.Maskinporten.Config;\nglobal using Altinn.App.Core.Internal.Maskinporten;\n';
    expect(await found(rule, appWith(services, { more: { 'App/Usings.cs': usings } }), asked)).toHaveLength(count);
  });
});

test('the name is said where it is known', () => {
  const data = { by: 'call', method: 'GetSecretAsync', name: 'maskinporten-jwk' } as const;
  expect(words.en.message(data)).toBe('GetSecretAsync reads the secret "maskinporten-jwk" from Key Vault.');
  expect(words.nb.message(data)).toBe('GetSecretAsync leser hemmeligheten «maskinporten-jwk» fra Key Vault.');
  const provider = { by: 'token-provider', method: 'AddMaskinportenJwkTokenProvider', name: null } as const;
  expect(words.en.message(provider)).toContain('whose name the code computes');
  expect(words.nb.message(provider)).toContain('regner ut');
});
