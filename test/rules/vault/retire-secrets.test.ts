import { describe, expect, test } from 'vitest';
import { retireSecrets as words } from '../../../src/words/rules/vault/retire-secrets.ts';
import { type Asked, appWith, auditedApp, type Files, found, programWith } from '../audited.ts';

const rule = 'vault/retire-secrets';
const host = 'builder.WebHost.ConfigureAppWebHost(args);';
const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';

function withVault(services: string, { version = '8.7.0', before = false, more = {} } = {}): Files {
  const calls = before ? [vault, host] : [host, vault];
  return {
    ...appWith('', { version, more }),
    'App/Program.cs': programWith(services).replace(host, calls.join('\n')),
  };
}

const external = (section: string) =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Klient>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "a:b");`;
const custom = '    services.ConfigureMaskinportenClient("soknad:MaskinportenSettings");';
const authorised = '    services.AddHttpClient<Klient>().UseMaskinportenAuthorization("a:b");';

/** The names of each finding, behind its phase. */
async function retired(files: Files, asked: Asked = {}): Promise<readonly string[]> {
  return (await dataOf(files, asked)).map(({ phase, names }) => `${phase}: ${names.map(({ name }) => name).join(' ')}`);
}

async function dataOf(files: Files, asked: Asked = {}) {
  const { settled } = await auditedApp(files, asked);
  return settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
}

describe('what goes when', () => {
  test('secrets of a section of the app’s own, once production is verified', async () => {
    expect(await found(rule, withVault(custom))).toEqual(['App/Program.cs:3 note cleanup manual']);
    expect(await retired(withVault(custom))).toEqual([
      'cleanup: soknad--MaskinportenSettings--Authority soknad--MaskinportenSettings--ClientId soknad--MaskinportenSettings--Jwk soknad--MaskinportenSettings--JwkBase64',
    ]);
  });

  test('those of the default section with the switch, where the vault stands', async () => {
    expect(await found(rule, withVault(authorised))).toEqual(['App/Program.cs:9 note switch manual']);
    expect(await found(rule, withVault(authorised, { before: true }))).toEqual(['App/Program.cs:8 note switch manual']);
    expect(await retired(withVault(authorised))).toEqual([
      'switch: MaskinportenSettings--Authority MaskinportenSettings--ClientId MaskinportenSettings--Jwk MaskinportenSettings--JwkBase64',
    ]);
  });

  test('of an external client on the default section too', async () => {
    const [switching, ...others] = await retired(withVault(external('MaskinportenSettings')));
    expect(switching).toMatch(/^switch: MaskinportenSettings--ClientId MaskinportenSettings--EncodedJwk /);
    expect(others).toEqual([]);
  });

  test('one finding a phase', async () => {
    const vaultSecrets = ['MaskinportenSettings--ClientId', 'soknad--MaskinportenSettings--ClientId'];
    expect(await retired(withVault(custom), { vaultSecrets })).toEqual([
      'cleanup: soknad--MaskinportenSettings--ClientId',
      'switch: MaskinportenSettings--ClientId',
    ]);
  });

  test('those of the default section keep nothing out that v9 reads, nor one that only code reads by its name', async () => {
    const byName = `using Altinn.App.Core.Internal.Maskinporten;\nclass A(Altinn.App.Core.Internal.Secrets.ISecretsClient secrets) { object B() => secrets.GetSecretAsync("MaskinportenSettings--EncodedJwk"); }\n`;
    const read = appWith('', { more: { 'App/A.cs': byName } });
    expect(await retired(read)).toEqual(['cleanup: MaskinportenSettings--EncodedJwk']);
    expect(await found(rule, read)).toEqual(['App/A.cs:2 note cleanup manual']);
    const vaultSecrets = ['MaskinportenSettings--ClientId'];
    const own = withVault(external('MaskinportenSettings'), { version: '9.0.0' });
    expect(await retired(own, { vaultSecrets })).toEqual(['cleanup: MaskinportenSettings--ClientId']);
  });

  test('what the record names, when nothing else does any more', async () => {
    const client = {
      ...{ id: 'a', section: 'soknad:MaskinportenSettings', decision: 'studio', scopes: [], exchange: false },
      ...{ clientIdHashes: [], secrets: ['soknad--MaskinportenSettings--ClientId'], files: [] },
    };
    const record = (decision: string) => ({
      'maskinflytt.migration.json': `${JSON.stringify({ schemaVersion: 1, clients: [{ ...client, decision }] }, null, 2)}\n`,
    });
    expect(await retired(appWith(authorised, { more: record('studio') }))).toEqual([
      'cleanup: soknad--MaskinportenSettings--ClientId',
    ]);
    expect(await found(rule, appWith(authorised, { more: record('studio') }))).toEqual([
      'maskinflytt.migration.json:12 note cleanup manual',
    ]);
    expect(await retired(appWith(authorised, { more: record('own-external') }))).toEqual([]);
  });
});

describe('what the record says of a client that is no longer in the code', () => {
  const recording = (section: string | null, secrets: readonly string[], decision: string) => ({
    'maskinflytt.migration.json': JSON.stringify({
      schemaVersion: 1,
      clients: [{ id: 'a', section, decision, scopes: [], exchange: null, clientIdHashes: [], secrets, files: [] }],
    }),
  });
  const name = 'SOKNAD--maskinportenSettings--ClientId';

  test.each<[string, string | null, readonly string[]]>([
    ['its section', 'soknad:MaskinportenSettings', []],
    ['the name', null, [name]],
    ['both', 'soknad:MaskinportenSettings', [name]],
  ])('holds for a secret that it knows by %s', async (_, section, secrets) => {
    const of = (decision: string) =>
      retired(withVault(authorised, { more: recording(section, secrets, decision) }), { vaultSecrets: [name] });
    expect(await of('studio')).toEqual([`cleanup: ${name}`]);
    expect(await of('own-external')).toEqual([]);
  });

  test('does not hold for one that it does not know', async () => {
    const more = recording('soknad:MaskinportenSettings', [], 'own-external');
    const vaultSecrets = ['MaskinportenSettings--ClientId'];
    expect(await retired(withVault(authorised, { more }), { vaultSecrets })).toEqual([
      'switch: MaskinportenSettings--ClientId',
    ]);
  });

  test('does not matter for what the code still has', async () => {
    const more = recording('soknad:MaskinportenSettings', [], 'studio');
    const decide = { 'soknad:MaskinportenSettings': 'own-built-in' } as const;
    expect(await retired(withVault(custom, { more }), { decide })).toEqual([]);
  });
});

describe('what stays', () => {
  test.each([
    ['of an app without a vault', appWith(custom)],
    ['of an app without Maskinporten', withVault('')],
    ['of v9’s own client', withVault(authorised, { version: '9.0.0' })],
    ['of a client for development', withVault(`    if (env.IsDevelopment()) { ${custom.trim()} }`)],
  ])('%s', async (_, files) => {
    expect(await found(rule, files)).toEqual([]);
  });

  test('of an identity that stays the app’s own, or is not decided', async () => {
    const files = withVault(external('soknad:MaskinportenSettings'));
    const section = 'soknad:MaskinportenSettings';
    expect(await retired(files, { decide: { [section]: 'own-external' } })).toEqual([]);
    const two = withVault(`${external('A')}\n${external('B')}`);
    expect(await retired(two)).toEqual([]);
    const [decided, ...others] = await retired(two, { decide: { A: 'studio', B: 'own-external' } });
    expect(decided).toMatch(/^cleanup: A--ClientId A--EncodedJwk/);
    expect(decided).not.toContain('B--');
    expect(others).toEqual([]);
  });

  test('but not of the default section, where one of two identities moves', async () => {
    const two = withVault(`${external('A')}\n${external('B').replace('Klient', 'Annen')}`);
    const vaultSecrets = ['MaskinportenSettings--ClientId'];
    const of = (other: 'studio' | 'own-external') =>
      retired(two, { vaultSecrets, decide: { A: 'own-external', B: other } });
    expect(await of('studio')).toEqual(['switch: MaskinportenSettings--ClientId']);
    expect(await of('own-external')).toEqual([]);
  });

  test.each([
    ['that hangs on a client', authorised, {}],
    [
      'that code asks itself',
      '',
      {
        'App/Own.cs':
          'using Altinn.App.Core.Features.Maskinporten;\nclass Own(IMaskinportenClient c) { object F() => c.GetAccessToken(["a:b"]); }\n',
      },
    ],
  ])('nor where the built-in client is used besides what stays: %s', async (_, services, more) => {
    const vaultSecrets = ['MaskinportenSettings--ClientId'];
    const files = withVault(`${external('A')}\n${services}`, { more });
    expect(await retired(files, { vaultSecrets, decide: { A: 'own-external' } })).toEqual([
      'switch: MaskinportenSettings--ClientId',
    ]);
  });

  test('of one that code reads by its name, where every identity stays, whatever the built-in client is used for', async () => {
    const byName =
      '// Maskinporten\nclass Own(Altinn.App.Core.Internal.Secrets.ISecretsClient secrets) { object F() => secrets.GetSecretAsync("maskinporten-jwk"); }\n';
    const files = withVault(`${external('A')}\n${authorised}`, { more: { 'App/Own.cs': byName } });
    const vaultSecrets = ['maskinporten-jwk', 'MaskinportenSettings--ClientId'];
    const of = (decision: 'studio' | 'own-external') => retired(files, { vaultSecrets, decide: { A: decision } });
    expect(await of('own-external')).toEqual(['switch: MaskinportenSettings--ClientId']);
    expect(await of('studio')).toEqual(['cleanup: maskinporten-jwk', 'switch: MaskinportenSettings--ClientId']);
  });

  test('of the default section that stays a client’s own', async () => {
    const files = withVault(external('MaskinportenSettings'));
    expect(await retired(files, { decide: { MaskinportenSettings: 'own-external' } })).toEqual([]);
  });

  test('of other apps, which are said', async () => {
    const vaultSecrets = [
      'klage--MaskinportenSettings--ClientId',
      'app--MaskinportenSettings--ClientId',
      'soknad--MaskinportenSettings--ClientId',
      'NetsPaymentSettings--SecretApiKey',
    ];
    const files = withVault(custom, { more: { 'a.sh': 'az x --name innsyn--MaskinportenSettings--JwkBase64' } });
    const [data, ...others] = await dataOf(files, { vaultSecrets });
    expect(data).toMatchObject({
      names: [{ name: 'soknad--MaskinportenSettings--ClientId', certainty: 'listed' }],
      otherApps: ['innsyn--MaskinportenSettings--JwkBase64', 'klage--MaskinportenSettings--ClientId'],
      unsure: ['app--MaskinportenSettings--ClientId'],
    });
    expect(others).toEqual([]);
    for (const { message, next } of [words.en, words.nb]) {
      expect(data && message(data)).not.toMatch(/klage|innsyn|app--/);
      expect(data && next(data)).toMatch(
        /klage--MaskinportenSettings--ClientId\..*app--MaskinportenSettings--ClientId\./,
      );
    }
  });
});

describe('a listing of the vault', () => {
  test('leaves nothing to do where it holds none of them', async () => {
    const more = { 'README.md': 'Vi bruker soknad--MaskinportenSettings--ClientId.' };
    expect(await retired(withVault(custom, { more }), { vaultSecrets: ['annet'] })).toEqual([]);
    expect(await retired(withVault(authorised), { vaultSecrets: [] })).toEqual([]);
  });

  test('makes sure', async () => {
    const [expected] = await dataOf(withVault(custom));
    const [listed] = await dataOf(withVault(custom), { vaultSecrets: ['SOKNAD--maskinportensettings--CLIENTID'] });
    expect(listed && words.en.message(listed)).toBe(
      'Secrets to take out of Key Vault once production is verified: SOKNAD--maskinportensettings--CLIENTID.',
    );
    expect(expected && words.en.message(expected)).toContain('as far as they are there');
    expect(expected && words.nb.message(expected)).toContain('så langt de finnes');
  });
});

test.each([
  ['8.7.0', /redeploy/, /every five minutes/, /publiser appen på nytt/],
  ['8.9.1', /every five minutes/, /redeploy/, /hvert femte minutt/],
])('on %s it tells when a running app notices', async (version, said, unsaid, norwegian) => {
  const [data] = await dataOf(withVault(authorised, { version }));
  expect(data && words.en.next(data)).toMatch(said);
  expect(data && words.en.next(data)).not.toMatch(unsaid);
  expect(data && words.nb.next(data)).toMatch(norwegian);
});
